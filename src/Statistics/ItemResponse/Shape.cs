namespace Stupeni.Statistics.ItemResponse;

/// <summary>
/// The items that take part, their categories (scores that occur) and where their parameters lie: per item the slope (when free) and one
/// intercept per category above the lowest; last the logarithm of the standard deviation of ability (when free).
/// </summary>
internal sealed class Shape
{
    /// <summary>One item: column in the table, scores above the lowest per category, first category in the flat list, positions of the parameters.</summary>
    internal sealed record Part(int Column, int[] Raw, double[] Scores, int FirstCategory, int SlopeAt, int InterceptAt)
    {
        public int Categories => Scores.Length;
    }

    public Shape(IReadOnlyList<(int Column, int[] Scores)> items, bool freeSlopes)
    {
        Parts = new Part[items.Count];
        FreeSlopes = freeSlopes;
        int category = 0, at = 0;
        for (var j = 0; j < items.Count; j++)
        {
            var (column, scores) = items[j];
            double[] above = [.. scores.Select(s => (double)(s - scores[0]))];
            Parts[j] = new Part(column, scores, above, category, freeSlopes ? at : -1, freeSlopes ? at + 1 : at);
            category += scores.Length;
            at += scores.Length - (freeSlopes ? 0 : 1);
        }

        Categories = category;
        SpreadAt = freeSlopes ? -1 : at;
        Size = freeSlopes ? at : at + 1;
    }

    public Part[] Parts { get; }

    public bool FreeSlopes { get; }

    public int Categories { get; }

    public int SpreadAt { get; }

    public int Size { get; }

    public static double Slope(Part part, double[] x) => part.SlopeAt < 0 ? 1 : x[part.SlopeAt];

    public double Variance(double[] x) => SpreadAt < 0 ? 1 : Math.Exp(2 * x[SpreadAt]);

    /// <summary>Probabilities of the categories of one item at one ability.</summary>
    public static void Probabilities(Part part, double[] x, double ability, Span<double> p)
    {
        var slope = Slope(part, x);
        var highest = 0.0;
        p[0] = 0;
        for (var c = 1; c < part.Categories; c++)
        {
            p[c] = slope * part.Scores[c] * ability + x[part.InterceptAt + c - 1];
            highest = Math.Max(highest, p[c]);
        }

        var sum = 0.0;
        for (var c = 0; c < part.Categories; c++)
        {
            sum += p[c] = Math.Exp(p[c] - highest);
        }

        for (var c = 0; c < part.Categories; c++)
        {
            p[c] /= sum;
        }
    }
}
