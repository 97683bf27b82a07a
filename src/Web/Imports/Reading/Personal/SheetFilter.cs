using Stupeni.Documents;

namespace Stupeni.Imports.Reading.Personal;

/// <summary>Goes down a sheet once and blanks what is personal, in the rows themselves: nobody has seen them yet.</summary>
internal sealed class SheetFilter(GridSheet sheet, TextLooks texts)
{
    private readonly string[][] rows = [.. sheet.Rows.Select(r => r.Written)];
    private readonly ColumnWatch[] columns = [.. Enumerable.Range(0, sheet.Columns).Select(_ => new ColumnWatch())];
    private readonly List<DroppedColumn> dropped = [];
    private readonly ILookup<int, MergedCells> wide = sheet.Merged.Where(m => m.LastColumn > m.FirstColumn).ToLookup(m => m.FirstRow);
    private int segment;

    /// <summary>The sheet without what is personal; what was left out is added to the list.</summary>
    internal GridSheet Filter(List<DroppedColumn> all)
    {
        var protocol = new ProtocolFilter(sheet, texts).Filter(dropped);
        for (var row = 0; row < rows.Length; row++)
        {
            if (IsLabel(rows[row])) BlankLabel(rows[row]);
            else if (HeaderRow.Of(rows[row], columns.Length == 1, texts) is { } header) Begin(row, header);
            else Watch(row);
        }
        End(rows.Length);
        foreach (var column in Enumerable.Range(0, columns.Length)) Close(column);
        if (dropped.Count == 0 && !protocol) return sheet;

        all.AddRange(dropped);
        return sheet with { Rows = [.. sheet.Rows.Select((r, at) => new GridRow(r.Number, rows[at], r.Hidden)).Where(r => r.Count > 0)] };
    }

    private void Watch(int row)
    {
        var cells = rows[row];
        for (var column = 0; column < cells.Length; column++)
        {
            if (cells[column].Length == 0) continue;
            if (columns[column].Personal is not null)
            {
                // A line that names the next exam may stand over a column of names.
                if (ExamTitle.OfLine(cells[column]) is null) Blank(row, column);
            }
            else columns[column].See(cells[column], texts.Of(cells[column]).Name, row);
        }
    }

    /// <summary>A label with a name beside it above the table, such as «ФИО учителя | Иванова А. А.» or «… | не указано»: what is beside it goes, the column stays.</summary>
    private bool IsLabel(string[] cells)
    {
        if (cells.Length < 2 || cells[0].Length == 0 || texts.Of(cells[0]).Header is not (Header.Person or Header.Head) || cells.Count(c => c.Length > 0) != 2) return false;

        var beside = texts.Of(cells.Last(c => c.Length > 0));
        if (beside.Name != Likeness.No) return true;
        return columns.Length > 2 && beside.Header == Header.Unknown && (cells[0].EndsWith(':') || Headers.NamesOneOfStaff(cells[0]));
    }

    private void BlankLabel(string[] cells)
    {
        if (texts.Keeps(cells[0])) return;

        var column = Array.FindLastIndex(cells, c => c.Length > 0);
        cells[column] = "";
        dropped.Add(new(sheet.Name, Address.Column(column), cells[0], 1));
    }

    /// <summary>Begins a new block: each column that the header row names anew is what it says, the others stay what they were.</summary>
    private void Begin(int row, HeaderRow header)
    {
        End(row);
        segment = row + 1;
        var cells = rows[row];
        for (var column = 0; column < cells.Length; column++)
        {
            if (cells[column].Length == 0) continue;
            Close(column);
            columns[column].Forget(cells[column]);
            if (header.IsPersonal(column) && !texts.Keeps(cells[column])) Drop(row, column, cells[column]);
        }
    }

    /// <summary>Leaves out a column, and with it the columns its merged header covers.</summary>
    private void Drop(int row, int column, string header)
    {
        columns[column].Personal = header;
        foreach (var merged in wide[sheet.Rows[row].Number].Where(m => m.FirstColumn == column))
            for (var covered = column + 1; covered <= Math.Min(merged.LastColumn, columns.Length - 1); covered++)
                if (columns[covered].Personal is null) columns[covered].Personal = header;
    }

    private void Blank(int row, int column)
    {
        rows[row][column] = "";
        columns[column].Dropped++;
    }

    /// <summary>Looks back over the block that ends above this row for columns of names without a header that says so.</summary>
    private void End(int row)
    {
        for (var column = 0; column < columns.Length; column++)
        {
            var watch = columns[column];
            if (watch.FirstName >= 0 && watch.Personal is null && watch.LooksPersonal() && !texts.Keeps(watch.Above))
            {
                var values = 0;
                for (var at = Math.Max(segment, watch.FirstName); at < row; at++)
                {
                    if (column >= rows[at].Length || rows[at][column].Length == 0) continue;
                    rows[at][column] = "";
                    values++;
                }
                dropped.Add(new(sheet.Name, Address.Column(column), watch.Above, values));
            }
            watch.Forget(watch.Above);
        }
    }

    private void Close(int column)
    {
        var watch = columns[column];
        if (watch is { Personal: { } header, Dropped: > 0 }) dropped.Add(new(sheet.Name, Address.Column(column), header, watch.Dropped));
        (watch.Personal, watch.Dropped) = (null, 0);
    }
}
