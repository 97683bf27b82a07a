namespace Stupeni.Context.Index;

/// <summary>How many schools of the region have an index from this value on, five points wide.</summary>
public sealed record IndexBin(int From, int Schools, bool IsHard)
{
    public const int Width = 5;

    public int To => From + Width;

    public static IReadOnlyList<IndexBin> Of(IReadOnlyCollection<double> values, double cut)
    {
        if (values.Count == 0) return [];

        var counts = values.CountBy(v => (int)Math.Floor(v / Width) * Width).ToDictionary();
        var (first, last) = (counts.Keys.Min(), counts.Keys.Max());
        return [.. from at in Enumerable.Range(0, (last - first) / Width + 1) let @from = first + at * Width select new IndexBin(@from, counts.GetValueOrDefault(@from), @from + Width <= cut)];
    }
}
