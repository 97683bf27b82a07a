using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds.Protocols;

/// <summary>The participants of one exam in a sheet: under one header, under one line or cell that names the exam.</summary>
internal sealed record Block(GridSheet Sheet, ProtocolHeader Header, int HeaderRow, ExamTitle? Title, Spot TitleAt)
{
    public List<GridRow> Rows { get; } = [];

    public int School { get; } = Header.Find(ProtocolColumn.School);
    public int Municipality { get; } = Header.Find(ProtocolColumn.Municipality);
    public int Class { get; } = Header.Find(ProtocolColumn.Class);
    public int Variant { get; } = Header.Find(ProtocolColumn.Variant);
    public int Participant { get; } = Header.Find(ProtocolColumn.Participant);
    public int Primary { get; } = Header.Find(ProtocolColumn.Primary);
    public int Test { get; } = Header.Find(ProtocolColumn.Test);
    public int Mark { get; } = Header.Find(ProtocolColumn.Mark);

    /// <summary>The columns of masks in the order in which their tasks are numbered.</summary>
    public IReadOnlyList<int> Masks { get; } =
        [.. new[] { ProtocolColumn.ShortAnswers, ProtocolColumn.LongAnswers, ProtocolColumn.OralAnswers }.Select(m => Header.Find(m)).Where(c => c >= 0)];

    public bool HasResults => Masks.Count > 0 || Primary >= 0 || Test >= 0 || Mark >= 0;

    public string Cell(GridRow row, int column) => Header.Cell(row, column);

    public Spot At(GridRow row, int column) => new(Sheet.Name, row.Number, column, Header.TextOf(column), Cell(row, column));

    public Spot AtHeader(int column = -1) => new(Sheet.Name, HeaderRow, column, Header.TextOf(column), Header.TextOf(column));

    /// <summary>Whether any cell with a result says that the participant was not there or the work does not count.</summary>
    public bool IsOut(GridRow row)
    {
        for (var column = 0; column < Math.Min(row.Count, Header.Columns); column++)
            if (Header[column] is ProtocolColumn.ShortAnswers or ProtocolColumn.LongAnswers or ProtocolColumn.OralAnswers or ProtocolColumn.Primary or ProtocolColumn.Test or ProtocolColumn.Mark or ProtocolColumn.Status
                && ProtocolWords.IsOut(row[column])) return true;
        return false;
    }
}
