using System.Globalization;
using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds.Long;

/// <summary>Gives the participants of a work to the reader of rows: as numbers where there is nothing to say of them, as a row of texts where there is.</summary>
internal sealed class LongRows(LongForm form, LongScores scores, ProcedureTable table, Layout layout, SchoolFinder schools, PupilPlaces? places, FindingList findings)
{
    private const int Who = 4;

    private readonly Dictionary<(int School, int Class), RowPlace> spelled = [];
    private readonly Dictionary<(string School, string Class), RowPlace> known = [];
    private readonly Dictionary<PlacedPupil, RowPlace> listed = new(ReferenceEqualityComparer.Instance);
    private readonly string[] taskTexts = [.. layout.Tasks.Select(t => layout.HeaderOf(t.Column))];

    /// <summary>The table as it would stand with a row for each participant: its header.</summary>
    public static Layout Header(LongForm form, LongScores scores, LongColumns columns, string sheet)
    {
        var tasks = Enumerable.Range(0, form.Tasks.Count).Select(t => scores.Encoding.GetString(form.Tasks[t])).OrderBy(t => t, Comparer<string>.Create(Compare)).ToArray();
        var grid = GridSheet.Of(sheet, ["Код участника", "Код ОО", "Класс", "Вариант", .. tasks]);
        return new(grid, 0)
        {
            Participant = 0, School = columns.School < 0 ? -1 : 1, Class = columns.Class < 0 ? -1 : 2, Variant = columns.Variant < 0 ? -1 : 3,
            Tasks = [.. tasks.Select((code, at) => TaskHeader.Read(code, Who + at) ?? new TaskColumn(Who + at, Cells.NormaliseTask(code), null))],
        };
    }

    public void Read(CancellationToken stop)
    {
        foreach (var (row, line, task) in form.Twice.Take(FindingList.Most))
            findings.Error(new(layout.Sheet.Name, row, Value: Code(line)), new("Задание {0} участника {1} встречается дважды.", scores.Encoding.GetString(form.Tasks[task]), Code(line)), new("Оставьте одну строку."));
        if (table.Tasks.Any(t => !layout.Tasks.Any(own => own.Code == t.Code))) return;

        var reader = new RowReader(table, layout, findings, PlaceOf);
        var order = table.Tasks.Select(t => Task(layout.HeaderOf(layout.Tasks.First(own => own.Code == t.Code).Column))).ToArray();
        var odd = form.Odd.Keys.Select(k => k.Line).ToHashSet();
        var numbers = new double[order.Length];
        for (var line = 0; line < form.Count; line++)
        {
            if ((line & 0xFF) == 0) stop.ThrowIfCancellationRequested();
            for (var at = 0; at < order.Length; at++) numbers[at] = form.Score(line, order[at]) is not LongForm.Missing and var score ? score : double.NaN;
            var code = Code(line);
            if (odd.Contains(line) || !reader.TryKeep(form.Rows[line], code, PlaceOf(line, code), form.Variants[line], numbers)) reader.Read(Row(line, code));
        }

        if (places is { Unknown: > 0 })
            findings.Error(places.FirstUnknown, new("Школа участника не известна: таких строк {0}.", places.Unknown), new("Добавьте столбец с кодом школы или загрузите вместе с файлом список обучающихся с их школами."));
    }

    private int Task(string text) => form.Tasks.Of(scores.Encoding.GetBytes(text));

    private string Code(int line) => Cells.NormaliseCode(scores.Encoding.GetString(form.Codes[line]));

    private GridRow Row(int line, string code)
    {
        string[] cells = [code, scores.Text(form.Schools[line]), scores.Text(form.Classes[line]), form.Variants[line].ToString(CultureInfo.InvariantCulture), .. taskTexts.Select(t => Cell(line, Task(t)))];
        return new(form.Rows[line], cells);
    }

    private string Cell(int line, int task) =>
        form.Score(line, task) is not LongForm.Missing and var score ? score.ToString(CultureInfo.InvariantCulture) : form.Odd.GetValueOrDefault((line, task), "");

    private RowPlace PlaceOf(GridRow row) => PlaceOf(form.Codes.Of(scores.Encoding.GetBytes(row[0])), row[0]);

    private RowPlace PlaceOf(int line, string code)
    {
        if (places is not null) return Listed(line, code);
        var spelling = (form.Schools[line], form.Classes[line]);
        if (!spelled.TryGetValue(spelling, out var place)) spelled[spelling] = place = Place(line, scores.Text(form.Schools[line]), scores.Text(form.Classes[line]));
        return place;
    }

    private RowPlace Listed(int line, string code)
    {
        if (places!.Find(code) is not { } pupil)
        {
            places.Miss(new(layout.Sheet.Name, form.Rows[line], Value: code));
            return new(SchoolFinder.None, "", 0, layout.Class);
        }

        if (form.Classes[line] >= 0) return Place(line, pupil.School, scores.Text(form.Classes[line]));
        if (!listed.TryGetValue(pupil, out var place)) listed[pupil] = place = Place(line, pupil.School, pupil.Class);
        return place;
    }

    private RowPlace Place(int line, string school, string className)
    {
        if (known.TryGetValue((school, className), out var place)) return place;

        var name = ClassName.Of(className, table.Key.Grade);
        if (name.Length > ClassName.Longest)
        {
            findings.Error(new(layout.Sheet.Name, form.Rows[line], Value: className), new("Класс «{0}» записан слишком длинно.", className), new("Напишите коротко: 6А."));
            name = name[..ClassName.Longest];
        }

        return known[(school, className)] = new(schools.Find(new(Cells.IsMissing(school) ? "" : school), new(layout.Sheet.Name, form.Rows[line], Value: school)), name, ClassName.GradeOf(name), layout.Class);
    }

    /// <summary>1, 2, 9.1, 9.2, 10: by numbers, then by letters.</summary>
    private static int Compare(string one, string other)
    {
        var (a, b) = (Number(one), Number(other));
        return a != b ? a.CompareTo(b) : one.Length != other.Length ? one.Length.CompareTo(other.Length) : string.CompareOrdinal(one, other);
    }

    private static int Number(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Take(3).ToArray();
        return digits.Length == 0 ? int.MaxValue : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
