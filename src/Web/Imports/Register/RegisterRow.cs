using Stupeni.Imports.Reading;

namespace Stupeni.Imports.Register;

/// <summary>One row of a list with its columns; what is wrong with a cell is reported under its header.</summary>
internal sealed class RegisterRow(Grid grid, Layout layout, GridRow row, List<Finding> findings)
{
    internal string this[Field field] => layout.Columns.TryGetValue(field, out var column) && !Cells.IsMissing(row[column]) ? row[column] : "";

    internal string Sheet => layout.Sheet.Name;

    internal int Number => row.Number;

    internal bool Has(Field field) => layout.Has(field);

    /// <summary>A code as it was before a spreadsheet took it for a number.</summary>
    internal string Code(Field field) => Cells.NormaliseCode(this[field]);

    /// <summary>The row in words.</summary>
    internal Message Place => layout.Sheet.Name.Length == 0 ? new("{0}, строка {1}", grid.FileName, row.Number) : new("{0}, лист «{1}», строка {2}", grid.FileName, layout.Sheet.Name, row.Number);

    internal void Wrong(Field field, Message message, Message mend) => findings.Add(Finding(FindingKind.Error, field, message, mend));

    internal void Doubt(Field field, Message message, Message mend) => findings.Add(Finding(FindingKind.Warning, field, message, mend));

    private Finding Finding(FindingKind kind, Field field, Message message, Message mend) => layout.Columns.TryGetValue(field, out var column)
        ? new(kind, layout.Sheet.Name, row.Number, layout.Header(field), layout.Letter(field), row[column], message, mend)
        : new(kind, layout.Sheet.Name, row.Number, "", "", "", message, mend);
}
