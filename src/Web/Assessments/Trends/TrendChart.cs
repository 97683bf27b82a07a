using System.Globalization;
using Stupeni.Assessments.Results;

namespace Stupeni.Assessments.Trends;

/// <summary>Where the marks of a line stand: years across in parts of the width, shares upwards in pixels.</summary>
/// <param name="Most">Where the axis ends, in per cent; one for all lines of a page.</param>
public sealed record TrendChart(TrendLine Line, int Most)
{
    public const int Top = 12, Bottom = 152, Height = 180;

    private const double Left = 9, Right = 95;

    public string Name => Line.Series.Name;

    public IReadOnlyList<TrendPoint> Points => Line.Series.Points;

    public IEnumerable<int> Ticks => Most <= 40 ? Enumerable.Range(0, Most / 10 + 1).Select(t => t * 10) : Enumerable.Range(0, Most / 20 + 1).Select(t => t * 20);

    /// <summary>With many years a narrow screen has no room for every name.</summary>
    public bool IsNamed(int at) => Points.Count <= 7 || (Points.Count - 1 - at) % 2 == 0;

    public string X(int at) => string.Create(CultureInfo.InvariantCulture, $"{(Points.Count == 1 ? (Left + Right) / 2 : Left + (Right - Left) * at / (Points.Count - 1)):0.##}%");

    public string X(TrendPoint point) => X(Points.Index().First(p => p.Item.Year == point.Year).Index);

    public string Y(double percent) => string.Create(CultureInfo.InvariantCulture, $"{Bottom - (Bottom - Top) * Math.Clamp(percent / Most, 0, 1):0.#}");

    public string Heard => $"{Name}. {string.Join("; ", Points.Select(p => p.Heard()))}";

    /// <summary>An axis on which all lines can be compared by eye.</summary>
    public static int AxisOf(TrendReport report)
    {
        var highest = report.Lines.SelectMany(l => l.Series.Points).Where(p => p.N > 0).Select(p => new Whisker(p.Below, p.N).Upper).DefaultIfEmpty(0).Max();
        return Math.Clamp((int)Math.Ceiling(highest / 20) * 20, 20, 100);
    }
}
