using System.Globalization;
using Stupeni.Assessments.Results;

namespace Stupeni.Assessments.Trends;

/// <summary>A year of a chart: its share in per cent with its interval, if there is one.</summary>
/// <param name="Name">Under the axis.</param>
/// <param name="Heard">As one hears it read.</param>
public sealed record ChartPoint(string Name, double? Share, double Lower, double Upper, bool IsComparable, string Heard);

/// <summary>Where the marks of a line stand: years across in parts of the width, shares upwards in pixels.</summary>
/// <param name="Steps">Places of the points between which the line is drawn.</param>
/// <param name="Most">Where the axis ends, in per cent; one for all lines of a page.</param>
public sealed record TrendChart(string Name, IReadOnlyList<ChartPoint> Points, IReadOnlyList<(int From, int To)> Steps, int Most)
{
    public const int Top = 12, Bottom = 152, Height = 180;

    private const double Left = 9, Right = 95;

    public IEnumerable<int> Ticks => Most <= 40 ? Enumerable.Range(0, Most / 10 + 1).Select(t => t * 10) : Enumerable.Range(0, Most / 20 + 1).Select(t => t * 20);

    /// <summary>With many years a narrow screen has no room for every name.</summary>
    public bool IsNamed(int at) => Points.Count <= 7 || (Points.Count - 1 - at) % 2 == 0;

    public string X(int at) => string.Create(CultureInfo.InvariantCulture, $"{(Points.Count == 1 ? (Left + Right) / 2 : Left + (Right - Left) * at / (Points.Count - 1)):0.##}%");

    public string Y(double percent) => string.Create(CultureInfo.InvariantCulture, $"{Bottom - (Bottom - Top) * Math.Clamp(percent / Most, 0, 1):0.#}");

    public string Heard => $"{Name}. {string.Join("; ", Points.Select(p => p.Heard))}";

    public static TrendChart Of(TrendLine line, int most)
    {
        var points = line.Series.Points;
        return new(line.Series.Name, [.. points.Select(Point)], [.. line.Series.Steps.Select(s => (At(s.From), At(s.To)))], most);

        int At(TrendPoint point) => points.Index().First(p => p.Item.Year == point.Year).Index;

        static ChartPoint Point(TrendPoint point)
        {
            var whisker = new Whisker(point.Below, point.N);
            return new($"{point.Year.Ends}", point.N > 0 ? whisker.Share : null, point.N > 0 ? whisker.Lower : 0, point.N > 0 ? whisker.Upper : 0, point.IsComparable, point.Heard());
        }
    }

    /// <summary>An axis on which all lines can be compared by eye.</summary>
    public static int AxisOf(TrendReport report)
    {
        var highest = report.Lines.SelectMany(l => l.Series.Points).Where(p => p.N > 0).Select(p => new Whisker(p.Below, p.N).Upper).DefaultIfEmpty(0).Max();
        return Math.Clamp((int)Math.Ceiling(highest / 20) * 20, 20, 100);
    }
}
