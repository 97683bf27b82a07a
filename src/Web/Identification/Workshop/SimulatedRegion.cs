using Stupeni.Identification.Rules;
using Stupeni.Platform;
using Stupeni.Statistics;
using Stupeni.Statistics.Distributions;

namespace Stupeni.Identification.Workshop;

/// <summary>One result to be drawn: which procedure's cut, which of the school's years and generations, how many pupils.</summary>
internal readonly record struct Drawn(Result Result, double Cut, int Year, int Generation);

internal sealed record SimulatedSchool(Drawn[] Cells, int[] Generations, int Years, int[] Below);

/// <summary>
/// The region as it is (schools, procedures, participants, who sat what), with results drawn anew: result = lasting + year + procedure + pupil, all normal, variance 1 in all; below the threshold where it lies
/// under the procedure's cut, set so that the region's own share is below on average. One pupil's part is in common over the procedures that a generation sits. One instance belongs to one thread.
/// </summary>
internal sealed class SimulatedRegion
{
    private readonly double lasting, yearly, procedure, common, own;
    private readonly List<double> pupils = [];

    public SimulatedRegion(TriedYear year, Assumptions assumed)
    {
        (lasting, yearly, procedure) = (Math.Sqrt(assumed.LastingVariance), Math.Sqrt(assumed.YearlyVariance), Math.Sqrt(assumed.ProcedureVariance));
        (common, own) = (Math.Sqrt(assumed.PupilVariance * assumed.Pupil.Percent / 100), Math.Sqrt(assumed.PupilVariance * (100 - assumed.Pupil.Percent) / 100));
        var years = year.Now.RuleYears;
        var results = year.Schools.Select(s => s.School.Results.Where(r => years.Contains(r.Year) && r.IsHeld).OrderBy(r => r.Year).ThenBy(r => r.Line.Order, StringComparer.Ordinal).ToList()).ToList();
        var cuts = results.SelectMany(r => r).GroupBy(r => r.Procedure).ToDictionary(g => g.Key, g => Cut(g.Sum(r => r.BelowThreshold), g.Sum(r => r.Participants)));
        Schools = [.. results.Select(own => School(own, cuts, years))];
        Level = new double[Schools.Count];
    }

    public IReadOnlyList<SimulatedSchool> Schools { get; }

    /// <summary>The true lasting level of each school in the last drawing, in its own standard deviations: with no spread at all it still says who comes first, by lot.</summary>
    public double[] Level { get; }

    public long Pupils => Schools.Sum(s => s.Cells.Sum(c => (long)c.Result.Participants));

    public void Draw(Dice dice)
    {
        for (var at = 0; at < Schools.Count; at++)
        {
            Level[at] = dice.NextNormal();
            Draw(Schools[at], lasting * Level[at], dice);
        }
    }

    private void Draw(SimulatedSchool school, double level, Dice dice)
    {
        Span<double> years = stackalloc double[school.Years];
        foreach (ref var year in years) year = yearly * dice.NextNormal();
        Array.Clear(school.Below);
        for (var generation = 0; generation < school.Generations.Length; generation++)
        {
            pupils.Clear();
            for (var k = 0; k < school.Generations[generation]; k++) pupils.Add(common * dice.NextNormal());
            for (var c = 0; c < school.Cells.Length; c++)
            {
                var cell = school.Cells[c];
                if (cell.Generation != generation) continue;
                var room = cell.Cut - level - years[cell.Year] - procedure * dice.NextNormal();
                var below = 0;
                for (var k = 0; k < cell.Result.Participants; k++) if (dice.NextUniform() < NormalTable.Lower((room - pupils[k]) / own)) below++;
                school.Below[c] = below;
            }
        }
    }

    private static SimulatedSchool School(List<Result> results, Dictionary<Id<Assessments.AssessmentProcedure>, double> cuts, SchoolYear[] years)
    {
        var generations = results.Select(RegionSpread.Generation).Distinct().Order().ToList();
        Drawn[] cells = [.. results.Select(r => new Drawn(r, cuts[r.Procedure], Array.IndexOf(years, r.Year), generations.IndexOf(RegionSpread.Generation(r))))];
        return new(cells, [.. generations.Select((_, g) => cells.Where(c => c.Generation == g).Max(c => c.Result.Participants))], years.Length, new int[cells.Length]);
    }

    /// <summary>Nobody below, or everybody, is half a pupil from it.</summary>
    private static double Cut(int below, int participants) => Normal.Quantile(Math.Clamp((double)below / participants, 0.5 / participants, 1 - 0.5 / participants));
}
