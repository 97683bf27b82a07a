using Stupeni.Platform;

namespace Stupeni.Analysis;

/// <summary>Lines and short tables for a person at a terminal.</summary>
internal sealed class Prose(TextWriter output)
{
    private const int Most = 100;

    public void Line(string text) => output.WriteLine(text);

    /// <summary>A figure with its name; one that is not there is not shown.</summary>
    public void Figure(string name, double? value, int digits = 4)
    {
        if (Said(value, digits) is { Length: > 0 } said) output.WriteLine($"{name}: {said}");
    }

    /// <summary>Columns under their headings, the first to the left, numbers to the right; a long table is cut.</summary>
    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var all = rows.Select(r => r.Select(Cell).ToArray()).ToList();
        var shown = all.Take(Most).ToList();
        var widths = headings.Select((h, j) => shown.Select(r => r[j].Length).Append(h.Length).Max()).ToArray();
        output.WriteLine();
        Write(headings, widths);
        foreach (var row in shown) Write(row, widths);
        if (all.Count > Most) output.WriteLine(Texts.Say("… и ещё {0}; все — с --json", Texts.Count(all.Count - Most, "строка|строки|строк")));
    }

    public static string Said(double? value, int digits = 4) => value switch
    {
        null or double.NaN => "",
        { } v when v != 0 && Math.Abs(v) < Math.Pow(10, -digits) => v.ToString("0.0E+0", System.Globalization.CultureInfo.CurrentCulture),
        { } v => Numbers.Decimal(v, digits),
    };

    private void Write(IReadOnlyList<string> cells, int[] widths) =>
        output.WriteLine(string.Join("  ", cells.Select((c, j) => j == 0 ? c.PadRight(widths[j]) : c.PadLeft(widths[j]))).TrimEnd());

    private static string Cell(object? value) => value switch
    {
        double number => Said(number, 3),
        int whole => Numbers.Whole(whole),
        string text when text.Length > 60 => text[..59] + "…",
        string text => text,
        _ => "",
    };
}
