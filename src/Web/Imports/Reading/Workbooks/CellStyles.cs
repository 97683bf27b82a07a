using System.Globalization;

namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>What the styles of a workbook say of the numbers that wear them.</summary>
internal static class CellStyles
{
    private const int Most = 100_000;

    /// <summary>The meaning for each style number.</summary>
    internal static IReadOnlyList<Meaning> Read(PartReader xml)
    {
        var formats = new Dictionary<int, Meaning>();
        var styles = new List<Meaning>();
        while (xml.NextElement(-1))
        {
            if (xml.Name == "numFmt") ReadFormat(xml, formats);
            else if (xml.Name == "cellXfs" && !xml.IsEmpty())
            {
                var depth = xml.Depth;
                while (xml.NextElement(depth) && styles.Count < Most)
                    if (xml.Name == "xf") styles.Add(ReadStyle(xml, formats));
            }
        }
        return styles;
    }

    private static void ReadFormat(PartReader xml, Dictionary<int, Meaning> formats)
    {
        int? id = null;
        string? code = null;
        while (xml.NextAttribute())
        {
            if (xml.Name == "numFmtId") id = Number(xml.Value);
            else if (xml.Name == "formatCode") code = xml.Value;
        }
        if (id is { } known && code is not null) formats[known] = NumberFormat.Of(code);
    }

    private static Meaning ReadStyle(PartReader xml, Dictionary<int, Meaning> formats)
    {
        var id = 0;
        while (xml.NextAttribute())
            if (xml.Name == "numFmtId") id = Number(xml.Value) ?? 0;
        xml.IsEmpty();
        return formats.TryGetValue(id, out var meaning) ? meaning : NumberFormat.OfBuiltIn(id);
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
