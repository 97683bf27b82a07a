using Stupeni.Imports.Reading;

namespace Stupeni.Context.Passports;

/// <summary>A sheet of a passport: schools in rows under a header, or one school with its indicators in rows.</summary>
/// <param name="At">The row of the header; of an upright sheet, the column of the names.</param>
internal sealed record PassportSheet(GridSheet Sheet, bool Upright, int At, IReadOnlyList<PassportLabel> Labels)
{
    private const int HeaderRows = 30, NameColumns = 4, LongestUpright = 300;

    public int Known => Labels.Where(l => l.IsIndicator).Select(l => l.Field).Distinct().Count();

    public int Find(string field) => Labels.FirstOrDefault(l => l.Field == field)?.Place ?? -1;

    public IReadOnlyList<string> Texts => [.. Labels.Select(l => l.Text)];

    public GridRow Header => Upright ? new(Sheet.Rows[0].Number, [.. Sheet.Rows[0].Cells]) : Sheet.Rows[At];

    public IEnumerable<GridRow> Body => Upright ? Sheet.Rows : Sheet.Rows.Skip(At + 1);

    /// <summary>The sheets that are passports, each read the way in which more is known; where nothing is known, the first row of texts is a header.</summary>
    public static IReadOnlyList<PassportSheet> Of(Grid grid, PassportWords words, bool anyway = false) =>
        [.. grid.Sheets.Where(s => s.Rows.Count > 1).Select(s => Best(s, words, anyway)).Where(s => s is not null && (anyway || s.Known > 0)).Select(s => s!)];

    private static PassportSheet? Best(GridSheet sheet, PassportWords words, bool anyway)
    {
        // Every file is asked whether it is a passport: most are passed over by their first rows.
        var beginning = sheet.Rows.Count <= LongestUpright ? sheet.Rows.Count : HeaderRows;
        if (!anyway && !sheet.Rows.Take(beginning).Any(r => Enumerable.Range(0, r.Count).Any(c => words.Knows(r[c])))) return null;

        var across = Enumerable.Range(0, Math.Min(HeaderRows, sheet.Rows.Count - 1)).Select(at => Across(sheet, at, words)).Where(s => s.Labels.Count > 1).MaxBy(s => s.Known);
        var upright = sheet.Rows.Count > LongestUpright ? null : Enumerable.Range(0, NameColumns).Select(column => Down(sheet, column, words)).Where(s => s.Labels.Count > 1).MaxBy(s => s.Known);
        return across is null ? upright : upright is null || across.Known >= upright.Known ? across : upright;
    }

    private static PassportSheet Across(GridSheet sheet, int at, PassportWords words)
    {
        // Under a merged heading the words of the lower row stand; where it is empty, those above.
        var row = sheet.Rows[at];
        var above = at > 0 ? sheet.Rows[at - 1] : default;
        var width = Math.Max(row.Count, at > 0 ? Math.Min(above.Count, sheet.Columns) : 0);
        var labels = Enumerable.Range(0, width).Select(c => (Column: c, Text: row[c].Length > 0 ? row[c] : at > 0 ? above[c] : "")).Where(c => c.Text.Length > 0 && Cells.ParseDecimal(c.Text) is null);
        return new(sheet, false, at, [.. labels.Select(c => words.Of(c.Column, c.Text))]);
    }

    private static PassportSheet Down(GridSheet sheet, int column, PassportWords words) =>
        new(sheet, true, column, [.. sheet.Rows.Select((row, at) => (At: at, Text: row[column])).Where(r => r.Text.Length > 0 && Cells.ParseDecimal(r.Text) is null).Select(r => words.Of(r.At, r.Text))]);
}
