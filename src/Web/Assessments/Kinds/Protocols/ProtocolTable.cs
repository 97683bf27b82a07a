using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds.Protocols;

/// <summary>A block as a table with a column per task, as results are read; every column knows where in the file it stands.</summary>
internal static class ProtocolTable
{
    private const int School = 0, Class = 1, Variant = 2, Participant = 3, Total = 4, Mark = 5, FirstTask = 6;

    public static Layout Of(Block block, Exam exam, Masks masks)
    {
        var (total, totals) = exam is { Key.Kind: ProcedureKind.Ege, ByMark: false } && block.Test >= 0 ? (block.Test, ScoreKind.Test) : (block.Primary, ScoreKind.Primary);
        var mark = exam.ByMark && block.Mark < 0 ? block.Test : exam.Key.Kind == ProcedureKind.Ege && !exam.ByMark ? -1 : block.Mark;
        int[] origins = [block.School, block.Class, block.Variant, block.Participant, total, mark, .. masks.Tasks.Select((_, task) => masks.ColumnOf(block, task))];
        var header = new GridRow(block.HeaderRow, [.. origins.Select(block.Header.TextOf)]);
        var rows = block.Rows.Where(r => !block.IsOut(r)).Select(r => new GridRow(r.Number, [.. origins.Take(FirstTask).Select((c, place) => place == Participant ? LinkedCode.On(block.Cell(r, c), block.Title?.Date) : block.Cell(r, c)), .. masks.Tasks.Select((_, task) => Text(masks.Score(block, r, task)))]));
        return new(new(block.Sheet.Name, [header, .. rows]), 0)
        {
            School = School, Class = Place(block.Class, Class), Variant = Place(block.Variant, Variant), Participant = Place(block.Participant, Participant),
            Total = Place(total, Total), Totals = totals, Mark = Place(mark, Mark), Origins = origins,
            Tasks = [.. masks.Tasks.Select(t => t with { Column = FirstTask + t.Column })],
        };
    }

    private static int Place(int origin, int column) => origin < 0 ? -1 : column;

    private static string Text(double score) => double.IsNaN(score) ? "" : score.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
