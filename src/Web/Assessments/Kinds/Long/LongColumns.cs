using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds.Long;

/// <summary>Where the columns of a long table are: a row for each score of each participant. Columns are counted from 0; −1 where there is none.</summary>
internal sealed record LongColumns(int Participant, int Task, int Score)
{
    public int Procedure { get; init; } = -1;
    public int Variant { get; init; } = -1;
    public int School { get; init; } = -1;
    public int Class { get; init; } = -1;

    private static readonly string[] Procedures = ["процедура", "работа", "код работы", "экзамен", "код экзамена", "form_id", "form", "procedure", "exam", "test_id", "test"];
    private static readonly string[] Tasks = ["задание", "номер задания", "№ задания", "код задания", "item_no", "item", "item_id", "task", "task_no", "task no", "question"];

    /// <summary>The columns by the header; null if it is not that of a long table.</summary>
    public static LongColumns? Of(GridRow header)
    {
        int participant = At(Meaning.Participant), score = At(Meaning.Total), task = Named(Tasks);
        if (participant < 0 || score < 0 || task < 0) return null;
        return new(participant, task, score) { Procedure = Named(Procedures), Variant = At(Meaning.Variant), School = At(Meaning.School), Class = At(Meaning.Class) };

        int At(Meaning meaning) => Array.FindIndex(header.Cells.ToArray(), c => Meanings.Of(c) == meaning);

        int Named(string[] names) => Array.FindIndex(header.Cells.ToArray(), c => c.Length is > 0 and < 60 && names.Contains(Cells.FoldHeader(c)));
    }

    /// <summary>The columns that say of whom a score is, as opposed to which and how much.</summary>
    public int LastOfWho => Math.Max(Math.Max(Math.Max(Procedure, Participant), Math.Max(Variant, School)), Class);

    public int FirstOfScore => Math.Min(Task, Score);

    public int Last => Math.Max(LastOfWho, Math.Max(Task, Score));
}
