using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds;

/// <summary>Where the columns of a table of results are. Columns are counted from 0; −1 where there is none.</summary>
internal sealed record Layout(GridSheet Sheet, int HeaderIndex)
{
    public int School { get; init; } = -1;
    public int SchoolName { get; init; } = -1;
    public int Municipality { get; init; } = -1;
    public int Participant { get; init; } = -1;
    public int Class { get; init; } = -1;
    public int Grade { get; init; } = -1;
    public int Variant { get; init; } = -1;
    public int Total { get; init; } = -1;
    public ScoreKind? Totals { get; init; }
    public int Mark { get; init; } = -1;
    public int Journal { get; init; } = -1;
    public IReadOnlyList<TaskColumn> Tasks { get; init; } = [];

    /// <summary>Where each column stands in the file, if the sheet was put together from it; empty where they are the same.</summary>
    public IReadOnlyList<int> Origins { get; init; } = [];

    public GridRow Header => Sheet.Rows[HeaderIndex];

    public IEnumerable<GridRow> Body => Sheet.Rows.Skip(HeaderIndex + 1);

    public string HeaderOf(int column) => column < 0 ? "" : Header[column];

    public Spot At(GridRow row, int column) => new(Sheet.Name, row.Number, Origin(column), HeaderOf(column), row[Math.Max(column, 0)]);

    public Spot AtHeader(int column) => new(Sheet.Name, Header.Number, Origin(column), HeaderOf(column), HeaderOf(column));

    /// <summary>Reads a row as headers, whatever it is.</summary>
    public static Layout Of(GridSheet sheet, int headerIndex)
    {
        var header = sheet.Rows[headerIndex];
        var columns = new Dictionary<Meaning, int>();
        var totals = new List<(int Column, ScoreKind? Kind)>();
        var tasks = new List<TaskColumn>();
        for (var column = 0; column < header.Count; column++)
        {
            var text = header[column];
            var meaning = Meanings.Of(text);
            if (meaning == Meaning.Total) totals.Add((column, Meanings.ScoreOf(text)));
            else if (meaning != Meaning.None) columns.TryAdd(meaning, column);
            else if (TaskHeader.Read(text, column) is { } task) tasks.Add(task);
        }

        // A table of per cents has 0 or no 1 among its bare numbers; participants' scores start from task 1.
        if (tasks.Exists(t => TaskHeader.IsBare(header[t.Column])) && (!columns.ContainsKey(Meaning.Participant) || tasks[0].Code.TrimStart('0') is not ['1', ..])) tasks.RemoveAll(t => TaskHeader.IsBare(header[t.Column]));

        var total = totals.FirstOrDefault((-1, null));
        return new(sheet, headerIndex)
        {
            School = At(Meaning.School), SchoolName = At(Meaning.SchoolName), Municipality = At(Meaning.Municipality), Participant = At(Meaning.Participant),
            Class = At(Meaning.Class), Grade = At(Meaning.Grade), Variant = At(Meaning.Variant), Total = total.Item1, Totals = total.Item2, Mark = At(Meaning.Mark), Journal = At(Meaning.Journal), Tasks = tasks,
        };

        int At(Meaning meaning) => columns.GetValueOrDefault(meaning, -1);
    }

    private int Origin(int column) => column >= 0 && column < Origins.Count ? Origins[column] : column;

    /// <summary>The same table with the test score as its total, where it has one beside the primary score.</summary>
    public Layout WithTotal(ScoreKind wanted)
    {
        for (var column = 0; column < Header.Count; column++)
            if (Meanings.Of(Header[column]) == Meaning.Total && Meanings.ScoreOf(Header[column]) == wanted) return this with { Total = column, Totals = wanted };
        return this;
    }
}
