using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds.Protocols;

/// <summary>Finds the exams of a sheet: a line names the exam of the rows below it, or a column names it in every row, or the file's name does.</summary>
internal static class Blocks
{
    public static IReadOnlyList<Block> Of(Grid grid) => [.. grid.Sheets.SelectMany(s => Of(s, ExamTitle.OfFile(grid.FileName))).Where(b => b.Rows.Count > 0)];

    private static List<Block> Of(GridSheet sheet, ExamTitle? ofFile)
    {
        var blocks = new List<Block>();
        (ExamTitle? Exam, Spot At) title = (ExamTitle.OfLine(sheet.Name) ?? ofFile, new(sheet.Name));
        ProtocolHeader? header = null;
        Block? open = null;
        var headerRow = 0;
        var uprights = Uprights(sheet);
        for (var at = 0; at < sheet.Rows.Count; at++)
        {
            var row = sheet.Rows[at];
            if (ProtocolHeader.At(sheet, at) is { } next)
            {
                (header, headerRow, open) = (next, row.Number, null);
                at += next.Rows - 1;
            }
            else if (TitleIn(sheet, row) is { } named) (title, open) = (named, null);
            else if (header is not null)
            {
                row = Filled(row, uprights);
                var own = InCell(sheet, header, row) ?? title;
                open = open is not null && open.Title == own.Exam ? open : blocks.Find(b => b.Header == header && b.Title == own.Exam) ?? Begin(own);
                open.Rows.Add(row);
            }
        }

        return blocks;

        Block Begin((ExamTitle? Exam, Spot At) named)
        {
            var block = new Block(sheet, header!, headerRow, named.Exam, named.At);
            blocks.Add(block);
            return block;
        }
    }

    private static (ExamTitle? Exam, Spot At)? InCell(GridSheet sheet, ProtocolHeader header, GridRow row)
    {
        var column = header.Find(ProtocolColumn.Exam);
        var cell = header.Cell(row, column);
        return ExamTitle.OfCell(cell) is { } title ? (title, new(sheet.Name, row.Number, column, header.TextOf(column), cell)) : null;
    }

    private static (ExamTitle? Exam, Spot At)? TitleIn(GridSheet sheet, GridRow row)
    {
        var filled = 0;
        foreach (var cell in row.Cells)
            if (cell.Length > 0) filled++;
        for (var column = 0; column < row.Count && filled <= 3; column++)
            if (ExamTitle.OfLine(row[column]) is { } title) return (title, new(sheet.Name, row.Number, column, "", row[column]));
        return null;
    }

    /// <summary>Cells merged downwards, as one code over all participants of a school, and what they say, by column.</summary>
    private static ILookup<int, (MergedCells Cells, string Text)> Uprights(GridSheet sheet)
    {
        var upright = sheet.Merged.Where(m => m.LastRow > m.FirstRow && m.FirstColumn == m.LastColumn).ToList();
        var rows = upright.Count == 0 ? [] : sheet.Rows.ToDictionary(r => r.Number);
        return upright.Where(m => rows.ContainsKey(m.FirstRow)).ToLookup(m => m.FirstColumn, m => (m, rows[m.FirstRow][m.FirstColumn]));
    }

    private static GridRow Filled(GridRow row, ILookup<int, (MergedCells Cells, string Text)> uprights)
    {
        if (uprights.Count == 0) return row;
        var cells = new string[Math.Max(row.Count, uprights.Max(u => u.Key) + 1)];
        for (var column = 0; column < cells.Length; column++)
            cells[column] = row[column].Length > 0 ? row[column] : uprights[column].Where(u => u.Cells.FirstRow < row.Number && row.Number <= u.Cells.LastRow).Select(u => u.Text).FirstOrDefault("");
        return new(row.Number, cells, row.Hidden);
    }
}
