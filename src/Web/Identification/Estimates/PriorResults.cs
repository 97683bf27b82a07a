using Stupeni.Growth;

namespace Stupeni.Identification.Estimates;

/// <summary>A pupil of a school of the run in a study of growth.</summary>
/// <param name="Prior">NaN where it is not known.</param>
internal readonly record struct StudiedPupil(int Place, double Result, double Prior);

/// <summary>
/// Pupils of a procedure with their prior results. They stand in place of the tallies where the study has nearly all of them: a few schools must not decide what is expected of all. A pupil without a prior result stands at
/// the mean, with a column of 0 and 1 that says so: leaving such pupils out would leave out newcomers, who are many in small schools.
/// </summary>
internal sealed record PriorResults(GrowthStudy Study, IReadOnlyList<StudiedPupil> Pupils)
{
    /// <summary>Of the pupils in the tallies, in per cent.</summary>
    private const int LeastPercent = 90;

    public int Known => Pupils.Count(p => !double.IsNaN(p.Prior));

    public bool Covers(IReadOnlyList<SchoolTotals> tallies) => Known > 1 && Pupils.Count * 100L >= tallies.Sum(s => (long)s.Pupils) * LeastPercent;

    public List<SchoolTotals> Totals() =>
        [.. Pupils.GroupBy(p => p.Place).OrderBy(s => s.Key).Select(s => new SchoolTotals(s.Key, [.. s.CountBy(p => p.Result).OrderBy(t => t.Key).Select(t => (t.Key, t.Value))]))];

    /// <summary>The columns of the model: prior results in their deviations, and whether they are not known; by row, and as means of schools. None where they do not differ.</summary>
    public IEnumerable<Predictor> Predictors(int schools)
    {
        var known = Pupils.Where(p => !double.IsNaN(p.Prior)).Select(p => p.Prior).ToList();
        var mean = known.Average();
        var deviation = Math.Sqrt(known.Sum(p => (p - mean) * (p - mean)) / (known.Count - 1));
        if (!(deviation > 0)) yield break;
        yield return Column(PredictorKind.Prior, schools, p => double.IsNaN(p.Prior) ? 0 : (p.Prior - mean) / deviation);
        if (known.Count < Pupils.Count) yield return Column(PredictorKind.PriorUnknown, schools, p => double.IsNaN(p.Prior) ? 1 : 0);
    }

    private Predictor Column(PredictorKind kind, int schools, Func<StudiedPupil, double> of)
    {
        var means = new double[schools];
        foreach (var school in Pupils.GroupBy(p => p.Place)) means[school.Key] = school.Average(of);
        return new(kind, means) { Rows = [.. Pupils.Select(of)] };
    }
}
