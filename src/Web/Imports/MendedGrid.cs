using Stupeni.Documents;
using Stupeni.Imports.Reading;

namespace Stupeni.Imports;

/// <summary>The cells of a file with those changed that were mended in the workbook of errors.</summary>
internal sealed record MendedGrid(Grid Grid, IReadOnlyList<MendedCell> Cells)
{
    /// <param name="shown">The sheet as it came back. A row of which nothing is left says nothing: only some rows of a large file are shown in it.</param>
    /// <param name="later">Cells mended after the workbook was made: what stood in them then is no mending.</param>
    public static MendedGrid Of(Grid grid, string name, GridSheet shown, IReadOnlyCollection<ImportMend> later)
    {
        if (grid.Sheets.FirstOrDefault(s => s.Name == name) is not { } sheet) return new(grid, []);

        var personal = grid.DroppedColumns.Where(c => c.Sheet == name).Select(c => c.Column).ToHashSet();
        var old = later.Where(m => m.Sheet == name).Select(m => (m.Row, m.Letter, m.Before)).ToHashSet();
        var rows = sheet.Rows.ToDictionary(r => r.Number);
        var cells = new List<MendedCell>();
        foreach (var row in shown.Rows.Where(r => r.Count > 0))
        {
            var was = rows.GetValueOrDefault(row.Number, new(row.Number, []));
            var texts = Enumerable.Range(0, Math.Max(row.Count, was.Count)).Select(c => was[c]).ToArray();
            for (var column = 0; column < texts.Length; column++)
            {
                var letter = Address.Column(column);
                if (Same(texts[column], row[column]) || personal.Contains(letter) || old.Contains((row.Number, letter, Short(row[column])))) continue;
                cells.Add(new(name, row.Number, letter, texts[column], row[column]));
                texts[column] = row[column];
            }

            rows[row.Number] = new(row.Number, texts, was.Hidden);
        }

        return cells.Count == 0 ? new(grid, []) : new(grid with { Sheets = [.. grid.Sheets.Select(s => s == sheet ? s with { Rows = [.. rows.Values.Where(r => r.Count > 0).OrderBy(r => r.Number)] } : s)] }, cells);
    }

    internal static string Short(string text) => text.Length <= 300 ? text : text[..299] + "…";

    /// <summary>Spaces and line ends come back otherwise than they went.</summary>
    private static bool Same(string left, string right) => left == right || left.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SequenceEqual(right.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

internal sealed record MendedCell(string Sheet, int Row, string Letter, string Before, string After);
