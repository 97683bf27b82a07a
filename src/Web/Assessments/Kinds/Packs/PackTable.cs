using System.Collections.Frozen;
using Stupeni.Assessments.Mapping;
using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds.Packs;

/// <summary>A table of reference data: columns known by their headers, and what the file's name and titles say of the procedure.</summary>
internal sealed record PackTable(GridSheet Sheet, int HeaderIndex, IReadOnlyDictionary<PackField, int> Columns, ProcedureGuess Around)
{
    private static readonly FrozenDictionary<string, PackField> Known = new (PackField Field, string Headers)[]
    {
        (PackField.Form, "form_id|работа|код работы|ким"),
        (PackField.Kind, "процедура|вид процедуры|вид работы|экзамен|kind|procedure"),
        (PackField.Subject, "предмет|учебный предмет|код предмета|subject|subject_code"),
        (PackField.Grade, "класс|параллель|grade"),
        (PackField.Year, "год|учебный год|year"),
        (PackField.Level, "уровень математики|math level|math_level"),
        (PackField.Task, "задание|номер задания|№ задания|код задания|№|item_no|item|task"),
        (PackField.Max, "макс. балл|макс балл|максимальный балл|максимум|max_score|max score|max"),
        (PackField.Difficulty, "уровень|уровень сложности|уровень задания|сложность|difficulty"),
        (PackField.Section, "раздел|раздел содержания|блок содержания|тема|section|topic"),
        (PackField.Skill, "умение|умения|проверяемое умение|проверяемые умения|skill"),
        (PackField.Outcome, "планируемый результат|планируемые результаты|требования к результатам|проверяемые требования|planned_result|planned result|planned_outcome|planned outcome"),
        (PackField.From3, "«3» с|3 с|отметка «3» с|минимальный балл|минимум|порог|минимальный тестовый балл|минимальный первичный балл|from3|min_pass_score|minimum"),
        (PackField.From4, "«4» с|4 с|отметка «4» с|from4|cut4"),
        (PackField.From5, "«5» с|5 с|отметка «5» с|from5|cut5"),
        (PackField.Condition, "условие|дополнительное условие|condition"),
        (PackField.Source, "источник|source"),
        (PackField.Edition, "редакция|edition"),
        (PackField.School, "логин|логин оо|логин фис око|код оо|login"),
        (PackField.FromYear, "с года|год начала|действует с|from|from_year"),
        (PackField.ToYear, "по год|год окончания|действует по|to|to_year"),
        (PackField.Count, "количество маркеров|маркеров"),
    }.SelectMany(f => f.Headers.Split('|').Select(h => (Header: Cells.FoldHeader(h), f.Field))).ToFrozenDictionary(h => h.Header, h => h.Field);

    /// <summary>The sheets whose header names all these columns and none of participants.</summary>
    /// <param name="ofSchools">Whether its rows are schools; elsewhere a school's code tells of another kind of file.</param>
    public static IReadOnlyList<PackTable> Of(Grid grid, SubjectIndex subjects, Func<IReadOnlyDictionary<PackField, int>, bool> fits, bool ofSchools = false) =>
        [.. grid.Sheets.Select(s => Of(grid, s, subjects, fits, ofSchools)).OfType<PackTable>()];

    public GridRow Header => Sheet.Rows[HeaderIndex];

    public IEnumerable<GridRow> Body => Sheet.Rows.Skip(HeaderIndex + 1).Where(r => r.Count > 0);

    public string Text(GridRow row, PackField field) => Columns.TryGetValue(field, out var column) && !Cells.IsMissing(row[column]) ? row[column].Trim() : "";

    public Spot At(GridRow row, PackField field) => Columns.TryGetValue(field, out var column) ? new(Sheet.Name, row.Number, column, Header[column], row[column]) : new(Sheet.Name, row.Number);

    private static PackTable? Of(Grid grid, GridSheet sheet, SubjectIndex subjects, Func<IReadOnlyDictionary<PackField, int>, bool> fits, bool ofSchools) => sheet.Header(at =>
    {
        var columns = new Dictionary<PackField, int>();
        for (var column = 0; column < sheet.Rows[at].Count; column++)
        {
            var header = sheet.Rows[at][column];
            if (Meanings.Of(header) is Meaning.Participant or Meaning.Mark || (!ofSchools && Meanings.Of(header) == Meaning.School)) return null;
            if (header.Length is > 0 and <= 60 && Known.TryGetValue(Cells.FoldHeader(header), out var field)) columns.TryAdd(field, column);
        }

        return fits(columns) ? new PackTable(sheet, at, columns, ProcedureGuess.Around(grid, sheet, at, subjects)) : null;
    });
}
