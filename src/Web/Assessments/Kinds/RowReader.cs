using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>Reads rows of participants into a procedure's table: every wrong cell is told, nothing is thrown.</summary>
internal sealed class RowReader
{
    private readonly ProcedureTable table;
    private readonly Layout layout;
    private readonly FindingList findings;
    private readonly Func<GridRow, RowPlace> placeOf;
    private readonly TaskColumn[] columns;
    private readonly double[] scores;
    private bool wrong;

    /// <param name="placeOf">Which school and class the row belongs to.</param>
    public RowReader(ProcedureTable table, Layout layout, FindingList findings, Func<GridRow, RowPlace> placeOf)
    {
        (this.table, this.layout, this.findings, this.placeOf) = (table, layout, findings, placeOf);
        var byCode = layout.Tasks.DistinctBy(t => t.Code).ToDictionary(t => t.Code);
        columns = [.. table.Tasks.Select(t => byCode[t.Code] with { Max = t.Max })];
        scores = new double[columns.Length];
    }

    public void Read(GridRow row)
    {
        if (IsFooter(row)) return;

        wrong = false;
        var any = false;
        for (var task = 0; task < columns.Length; task++)
        {
            scores[task] = Score(row, columns[task]);
            any |= !double.IsNaN(scores[task]);
        }

        var mark = Mark(row, layout.Mark);
        var total = Total(row);
        if (!any && mark == 0 && double.IsNaN(total) && !wrong)
        {
            if (Code(row).Length > 0) table.Absent++;
            return;
        }

        if (double.IsNaN(total) && any && table.Totals != ScoreKind.Test) total = Sum();
        else if (any && table.Totals != ScoreKind.Test) Compare(row, total);
        Keep(row, mark, total);
    }

    /// <summary>
    /// A participant whose scores are known as numbers, in the order of the table's tasks. False if there is anything to say of it: then nothing is kept, and the row is to be read as texts.
    /// </summary>
    public bool TryKeep(int number, string code, RowPlace place, byte variant, ReadOnlySpan<double> plain)
    {
        var (sum, any) = (0.0, false);
        for (var task = 0; task < plain.Length; task++)
        {
            var score = plain[task];
            if (double.IsNaN(score)) continue;
            if (score > columns[task].Max && !table.Observed) return false;
            (sum, any) = (sum + score, true);
        }

        var elsewhere = place.Grade > 0 && table.Key.Grade > 0 && place.Grade != table.Key.Grade;
        if (!any || elsewhere || place.School == SchoolFinder.None || code.Length is 0 or > 40 || table.Meet(place.School, code, layout.Sheet.Name, number) is not null) return false;
        table.Rows.Add(place.School, place.Class, code, variant, 0, 0, table.Totals == ScoreKind.Test ? double.NaN : sum, plain);
        return true;
    }

    private void Keep(GridRow row, byte mark, double total)
    {
        var place = placeOf(row);
        var code = Code(row);
        if (code.Length == 0)
        {
            findings.Error(layout.At(row, layout.Participant), new("Код участника не указан."), new("Код обязателен. Возьмите его из протокола."));
            return;
        }

        if (place.Grade > 0 && table.Key.Grade > 0 && place.Grade != table.Key.Grade && !(table.Key.Kind == ProcedureKind.Ege && place.Grade == 12))
            findings.Error(layout.At(row, place.ClassColumn), new("Класс {0} не из {1} параллели, а результаты — {1} класса.", place.Class, table.Key.Grade), new("Проверьте класс участника или заголовок файла."));
        if (place.School == SchoolFinder.None) return;
        if (table.Meet(place.School, code, layout.Sheet.Name, row.Number) is { } first)
        {
            var twice = new Message("Участник {0} уже есть: лист «{1}», строка {2}.", code, first.Sheet, first.Row);
            if (table.Key.Kind != ProcedureKind.Diagnostic)
            {
                findings.Error(layout.At(row, layout.Participant), twice, new("Оставьте одну строку участника."));
                return;
            }

            // State procedures number their participants; in other tables a code may be anybody's, and a row is a person.
            findings.Warning(layout.At(row, layout.Participant), twice, new("Обе строки будут учтены как разные участники. Если это один человек, оставьте одну."));
            code = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{code}/{row.Number}");
        }

        table.Rows.Add(place.School, place.Class, code, layout.Variant < 0 ? (byte)0 : Scores.Variant(row[layout.Variant]), mark, Mark(row, layout.Journal), total, scores);
    }

    private string Code(GridRow row)
    {
        if (layout.Participant < 0) return row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var code = Cells.NormaliseCode(row[layout.Participant]);
        return Cells.IsMissing(code) || code.Length > 40 ? "" : code;
    }

    private double Score(GridRow row, TaskColumn task)
    {
        var text = row[task.Column];
        var score = Scores.Read(text);
        if (score is null) return Wrong(row, task.Column, new("Балл «{0}» — не число.", text), new("Впишите балл числом; нет ответа — оставьте пустым."));
        if (score < 0) return Wrong(row, task.Column, new("Балл {0} меньше нуля.", text), new("Исправьте балл: от 0 и больше."));
        if (task.Max is { } max && score > max && !table.Observed) return Wrong(row, task.Column, new("Балл {0} больше максимума {1}.", text, Numbers.Score(max)), new("Исправьте балл или максимум в заголовке."));
        return score.Value;
    }

    private byte Mark(GridRow row, int column)
    {
        if (column < 0) return 0;
        var text = row[column];
        if (text.Length == 0 || Cells.IsMissing(text) || Scores.IsAbsent(text)) return 0;
        if (text is ['2' or '3' or '4' or '5']) return (byte)(text[0] - '0');
        if (Cells.ParseWhole(text) is >= 2 and <= 5 and var mark) return (byte)mark;
        Wrong(row, column, new("Отметка «{0}» невозможна.", text), new("Отметка бывает 2, 3, 4, 5 или пустой. Проверьте протокол."));
        return 0;
    }

    private double Total(GridRow row)
    {
        if (layout.Total < 0) return double.NaN;
        var text = row[layout.Total];
        var total = Scores.Read(text);
        if (total is null) return Wrong(row, layout.Total, new("Балл «{0}» — не число.", text), new("Впишите балл числом; нет результата — оставьте пустым."));
        if (total < 0 && table.Key.Kind != ProcedureKind.Diagnostic) return Wrong(row, layout.Total, new("Балл {0} меньше нуля.", text), new("Исправьте балл: от 0 и больше."));
        if (total > table.MaxTotal) return Wrong(row, layout.Total, new("Балл {0} больше максимума {1}.", text, Numbers.Score(table.MaxTotal.Value)), new("Исправьте балл."));
        return total.Value;
    }

    private double Sum()
    {
        var sum = 0.0;
        foreach (var score in scores)
            if (!double.IsNaN(score)) sum += score;
        return sum;
    }

    private void Compare(GridRow row, double total)
    {
        var sum = Sum();
        if (!wrong && Math.Abs(sum - total) > 0.001) table.Mismatches.Add(layout.At(row, layout.Total), sum);
    }

    private double Wrong(GridRow row, int column, Message what, Message mend)
    {
        wrong = true;
        findings.Error(layout.At(row, column), what, mend);
        return double.NaN;
    }

    /// <summary>Totals under a table and headers repeated in it are not participants.</summary>
    private bool IsFooter(GridRow row)
    {
        if (row.Count == 0) return true;
        var first = layout.Participant < 0 ? "" : row[layout.Participant];
        if (first.Length > 0 && Meanings.Of(first) == Meaning.Participant) return true;
        for (var at = 0; at < row.Count && first.Length == 0; at++) first = row[at];
        return first.Length > 3 && (char.IsLetter(first[0]) || first[0] == '%') && Footers.Any(f => first.StartsWith(f, StringComparison.OrdinalIgnoreCase));
    }

    private static readonly string[] Footers = ["итог", "всего", "среднее", "средний балл", "средний %", "максимальн", "макс.", "макс ", "вся выборка", "% ", "процент", "примечан", "total", "mean", "average"];
}

/// <summary>The school (by its number) and class of a row, and the column that says the class.</summary>
internal readonly record struct RowPlace(int School, string Class, int Grade, int ClassColumn);
