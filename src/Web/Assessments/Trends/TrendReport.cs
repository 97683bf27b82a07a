using Stupeni.Platform;
using Stupeni.Statistics;
using Stupeni.Statistics.Inference;

namespace Stupeni.Assessments.Trends;

/// <summary>A line with the changes between its neighbouring years.</summary>
public sealed record TrendLine(TrendSeries Series, IReadOnlyList<ShareChange> Changes)
{
    public ShareChange? To(SchoolYear year) => Changes.FirstOrDefault(c => c.To.Year == year);
}

/// <summary>All lines that are shown together: one family of comparisons, so that many lines do not make chance look like news.</summary>
public sealed record TrendReport(IReadOnlyList<TrendLine> Lines)
{
    public static TrendReport Of(IReadOnlyList<TrendSeries> series)
    {
        var compared = series.Select(s => s.Steps.Select(p => (p.From, p.To, Comparison: ShareChange.Compare(p.From, p.To))).ToList()).ToList();
        var adjusted = new Queue<Estimate>(Multiplicity.Adjust([.. compared.SelectMany(c => c).Select(c => c.Comparison.Test.P)], Adjustment.Holm));
        return new([.. series.Zip(compared, (s, changes) => new TrendLine(s, [.. changes.Select(c => new ShareChange(c.From, c.To, c.Comparison, adjusted.Dequeue()))]))]);
    }

    public IEnumerable<ShareChange> Changes => Lines.SelectMany(l => l.Changes);

    /// <summary>How many changes the correction counts: those that could be tested.</summary>
    public int Tested => Changes.Count(c => c.Adjusted.IsPresent);

    public IEnumerable<TrendLine> Comparable => Lines.Where(l => l.Changes.Count > 0);

    public IEnumerable<TrendLine> Notable => Lines.Where(l => l.Changes.Any(c => c.IsNotable));

    /// <summary>Years that break a line, with how many points each reason breaks.</summary>
    public IReadOnlyList<(Comparability Flag, int Points)> Broken =>
        [.. Lines.SelectMany(l => l.Series.Points).SelectMany(p => p.Flags.Select(f => f.Kind).Distinct()).GroupBy(f => f).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];

    /// <summary>How many pairs of years are not compared only because other schools are summed.</summary>
    public int OtherSchools => Lines.Sum(l => l.Series.OtherSchools.Count());

    public int BrokenPoints => Lines.SelectMany(l => l.Series.Points).Count(p => p.Flags.Count > 0);
}
