using System.Globalization;
using System.Text.RegularExpressions;
using Stupeni.Documents;
using Stupeni.Imports.Reading;

namespace Stupeni.Imports;

/// <summary>A sheet of a file with the cells marked in which something was found, each row at the number it has there.</summary>
internal static partial class MarkedSheet
{
    private const int BeginningRows = 30;

    internal static Sheet Of(string file, GridSheet sheet, IReadOnlyList<FoundRow> findings, bool whole)
    {
        var marks = findings.Where(f => f.Letter.Length > 0).GroupBy(f => (f.Row!.Value, f.Letter)).ToDictionary(g => g.Key, g => g.ToList());
        var named = findings.Select(f => f.Row!.Value).ToHashSet();
        var rows = whole ? sheet.Rows : sheet.Rows.Where((row, at) => at < BeginningRows || named.Contains(row.Number));
        var stem = Path.GetFileNameWithoutExtension(file);
        return new(stem == sheet.Name ? stem : $"{stem} {sheet.Name}".Trim(), [.. Enumerable.Range(0, sheet.Columns).Select(_ => new Column("", Width: 16))], Rows(rows, sheet.Columns, marks));
    }

    internal static Mark Of(FindingKind kind) => kind == FindingKind.Error ? Mark.Error : Mark.Warning;

    /// <summary>What is written for a text: numbers as numbers where that changes nothing.</summary>
    internal static Cell Written(string text) => Number().IsMatch(text) ? (double?)double.Parse(text, CultureInfo.InvariantCulture) : text;

    private static IEnumerable<IReadOnlyList<Cell>> Rows(IEnumerable<GridRow> rows, int columns, Dictionary<(int Row, string Letter), List<FoundRow>> marks)
    {
        var next = 1;
        foreach (var row in rows)
        {
            for (; next < row.Number; next++) yield return [];
            next = row.Number + 1;
            yield return [.. Enumerable.Range(0, columns).Select(column => Written(row[column], marks.GetValueOrDefault((row.Number, Address.Column(column)))))];
        }
    }

    private static Cell Written(string text, List<FoundRow>? found) =>
        found is null ? Written(text) : Written(text) with { Mark = Of(found.Min(f => f.Kind)), Note = string.Join('\n', found.Select(f => $"{f.Message.Say()} {f.Mend?.Say()}".Trim())) };

    /// <summary>What stays the same when it is written as a number: no zeros in front, no more digits than a spreadsheet keeps.</summary>
    [GeneratedRegex(@"^-?(0|[1-9]\d{0,14})$|^-?(0|[1-9]\d{0,8})\.\d{0,5}[1-9]$")]
    private static partial Regex Number();
}
