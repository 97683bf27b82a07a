using Stupeni.Platform;
using Stupeni.Statistics.Distributions;
using Stupeni.Statistics.Regression;

namespace Stupeni.Identification.Estimates;

/// <summary>What all procedures together say of one school.</summary>
internal sealed record CombinedSchool(int Place, int Pupils, int Generations, int Years, int YearsAbove, int YearsLow, bool AlwaysHigh, double Expected, double Effect, double Error)
{
    public double Level => Expected + Effect;

    public double Below(double cut) => Normal.Lower((cut - Level) / Error);

    public double Above(double cut) => 1 - Below(cut);

    /// <summary>Probability that the school adds something to what was expected.</summary>
    public double Adds => Normal.Lower(Effect / Error);
}

internal sealed record CombinedSchools(CommonEffects Effects, double LowCut, double HighCut, IReadOnlyList<CombinedSchool> Schools);

/// <summary>
/// Puts procedures and years together. Pupils of one generation sit several procedures: their results are averaged and their errors taken as if they were one result, so that no pupil counts
/// twice. What a school adds in all its generations is told from what passes, and shrunken.
/// </summary>
internal static class CombineSchools
{
    public static CombinedSchools Of(IReadOnlyList<FittedProcedure> procedures, EstimateInputs inputs, EstimateEdition edition)
    {
        var cells = (from procedure in procedures where procedure.Fit is not null from school in procedure.Schools select new Cell(procedure, school)).ToLookup(c => c.School.Place);
        var generations = cells.SelectMany(own => own.GroupBy(c => c.Procedure.Scores.Generation).Select(g => (Place: own.Key, Cells: g.ToList()))).ToList();
        if (generations.Count == 0) throw new RuleBroken("Процедур с моделью нет: в каждой меньше {0} школ с баллами.", "edition", edition.MinSchools);
        var effects = CommonEffects.Of(generations.Select(g => new Deviation(g.Place, Mean(g.Cells, c => c.School.Residual), Mean(g.Cells, c => c.Procedure.Fit!.ResidualVariance.Value) / g.Cells.Max(c => c.School.Pupils))));
        if (effects.Refusal.IsRefused) throw new RuleBroken("Школы по этим процедурам не различаются сверх случайного и контекста: оценивать нечего.", "edition");

        var pupils = generations.GroupBy(g => g.Place).ToDictionary(g => g.Key, g => (Generations: g.Count(), Pupils: g.Sum(x => x.Cells.Max(c => c.School.Pupils))));
        var expected = effects.Groups.ToDictionary(g => g.Group, g => Mean([.. cells[g.Group]], c => c.School.Expected));
        var centre = expected.Values.Average();
        var spread = Math.Sqrt(expected.Values.Sum(e => (e - centre) * (e - centre)) / Math.Max(1, expected.Count - 1) + effects.Lasting);
        var (low, high) = (centre + spread * Normal.Quantile(edition.LowPercent / 100.0), centre + spread * Normal.Quantile(edition.HighPercent / 100.0));
        return new(effects, low, high, [.. effects.Groups.Select(group =>
        {
            var (place, own) = (group.Group, cells[group.Group].ToList());
            var years = own.GroupBy(c => c.Procedure.Scores.Procedure.Year).Select(y => (Above: Mean([.. y], c => c.School.Residual) > 0, Mean: Mean([.. y], c => c.School.Mean))).ToList();
            var unknown = Mean(own, c => inputs.IndexOf(c.Procedure.Scores)?[place] is null ? c.Procedure.Unknown : 0);
            return new CombinedSchool(place, pupils[place].Pupils, pupils[place].Generations, years.Count, years.Count(y => y.Above), years.Count(y => y.Mean < low), years.TrueForAll(y => y.Mean > centre),
                expected[place], group.Effect.Value, Math.Sqrt(group.Effect.StandardError * group.Effect.StandardError + unknown));
        })]);
    }

    private static double Mean(List<Cell> cells, Func<Cell, double> of) => cells.Sum(c => c.School.Pupils * of(c)) / cells.Sum(c => c.School.Pupils);

    private sealed record Cell(FittedProcedure Procedure, FittedSchool School);
}
