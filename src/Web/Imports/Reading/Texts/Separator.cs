using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Stupeni.Imports.Reading.Texts;

/// <summary>Finds what separates the fields of a text: the candidate that cuts most rows into the same, greatest number of fields.</summary>
internal static partial class Separator
{
    private const int Bytes = 1 << 18;
    private const int Records = 200;

    private static readonly char[] Candidates = ['\t', ';', ',', '|'];

    internal static char Of(ReadOnlyMemory<byte> content, Encoding encoding)
    {
        var text = encoding.GetString(content.Span[..Math.Min(content.Length, Bytes)]).TrimStart('\uFEFF');
        return Hinted(text) ?? Candidates.MaxBy(c => Score(c == ',' ? WithoutDecimals(text) : text, c));
    }

    /// <summary>What a first line "sep=;" says.</summary>
    internal static char? Hinted(string text) =>
        text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && Candidates.Contains(text[4]) && (text.Length == 5 || text[5] is '\r' or '\n') ? text[4] : null;

    /// <summary>Where a line, such as the header, is cut by semicolons or tabs and by no comma, a comma between two digits is a decimal one: such commas would cut the other rows evenly too.</summary>
    private static string WithoutDecimals(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.ContainsAny(';', '\t') && !line.Contains(',')) return Decimal().Replace(text, ".");
        }

        return text;
    }

    [GeneratedRegex(@"(?<=\d),(?=\d)")]
    private static partial Regex Decimal();

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
