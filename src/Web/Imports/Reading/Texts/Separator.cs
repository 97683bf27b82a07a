using System.Text;
using CsvHelper;

namespace Stupeni.Imports.Reading.Texts;

/// <summary>Finds what separates the fields of a text: the candidate that cuts most rows into the same, greatest number of fields.</summary>
internal static class Separator
{
    private const int Bytes = 1 << 18;
    private const int Records = 200;

    private static readonly char[] Candidates = ['\t', ';', ',', '|'];

    internal static char Of(ReadOnlyMemory<byte> content, Encoding encoding)
    {
        var text = encoding.GetString(content.Span[..Math.Min(content.Length, Bytes)]).TrimStart('\uFEFF');
        return Hinted(text) ?? Candidates.MaxBy(c => Score(text, c));
    }

    /// <summary>What a first line "sep=;" says.</summary>
    internal static char? Hinted(string text) =>
        text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && Candidates.Contains(text[4]) && (text.Length == 5 || text[5] is '\r' or '\n') ? text[4] : null;

    /// <summary>A decimal comma cuts rows evenly too, but not their header, and into fewer fields than the separator beside it.</summary>
    private static double Score(string text, char separator)
    {
        if (!text.Contains(separator)) return 0;

        var counts = new Dictionary<int, int>();
        var records = 0;
        using var csv = CsvReader.FromText(text, TextFile.Options(separator, lineBreaksInQuotes: true));
        try
        {
            while (records < Records && csv.Read())
            {
                if (csv.FieldCount == 1 && csv.IsEmpty(0)) continue;
                records++;
                counts[csv.FieldCount] = counts.GetValueOrDefault(csv.FieldCount) + 1;
            }
        }
        catch (CsvFormatException)
        {
            // A quote that never closes: what was read before it decides.
        }
        return counts.Where(c => c.Key > 1).Select(c => Math.Log2(c.Key) * Math.Pow((double)c.Value / records, 2)).DefaultIfEmpty(0).Max();
    }
}
