using System.Text.RegularExpressions;
using Stupeni.Documents;
using Stupeni.Imports.Reading;

namespace Stupeni.Imports;

/// <summary>Telephones and mail addresses: no kind of file needs them, and those of an organisation are often its head's own.</summary>
internal static partial class Contacts
{
    private const int HeaderRows = 30;

    internal static Grid Without(Grid grid)
    {
        var dropped = new List<DroppedColumn>();
        var sheets = grid.Sheets.Select(s => Without(s, dropped)).ToList();
        return dropped.Count == 0 ? grid : grid with { Sheets = sheets, DroppedColumns = [.. grid.DroppedColumns, .. dropped] };
    }

    private static GridSheet Without(GridSheet sheet, List<DroppedColumn> dropped)
    {
        var headers = sheet.Rows.Take(HeaderRows).SelectMany((row, at) => Enumerable.Range(0, row.Count).Where(c => row[c].Length is > 2 and < 60 && Header().IsMatch(Cells.FoldHeader(row[c]))).Select(c => (At: at, Column: c, Text: row[c]))).DistinctBy(h => h.Column).ToList();
        if (headers.Count == 0) return sheet;

        var counts = new int[headers.Count];
        var rows = sheet.Rows.Select((row, at) =>
        {
            var cells = row.Cells.ToArray();
            foreach (var (i, header) in headers.Index().Where(h => h.Item.At < at && h.Item.Column < cells.Length && cells[h.Item.Column].Length > 0)) (cells[header.Column], counts[i]) = ("", counts[i] + 1);
            return new GridRow(row.Number, cells, row.Hidden);
        }).Where(r => r.Count > 0).ToList();
        dropped.AddRange(headers.Select((h, i) => new DroppedColumn(sheet.Name, Address.Column(h.Column), h.Text, counts[i])).Where(d => d.Values > 0));
        return sheet with { Rows = rows };
    }

    [GeneratedRegex(@"(?<!\p{L})(телефон\w*|тел\b|моб)|^(phone|mobile)(?!\p{L})|e-?mail|(?<!\p{L})эл\w*\.?,? ?почт|^почта$")]
    private static partial Regex Header();
}
