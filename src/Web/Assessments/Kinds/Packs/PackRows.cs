using Stupeni.Assessments.Mapping;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Packs;

/// <summary>Reads which procedure a row is about: its own cells first, then what stands around the table.</summary>
internal sealed class PackRows(PackTable table, SubjectIndex subjects, FindingList findings)
{
    public ProcedureKey? Key(GridRow row)
    {
        var form = Form(row);
        var before = findings.ErrorCount;
        var exam = Exam(row);
        var kind = exam?.Kind ?? Kind(row) ?? form.Kind ?? table.Around.Kind;
        var grade = kind == ProcedureKind.Ege ? 11 : Whole(row, PackField.Grade) ?? form.Grade ?? table.Around.Grade ?? (kind == ProcedureKind.Oge ? 9 : null);
        if (grade is not (>= 0 and <= 12)) findings.Error(table.At(row, PackField.Grade), new("Не сказано, какой это класс."), new("Добавьте столбец «Класс»."));
        var year = ProcedureGuess.YearOf(table.Text(row, PackField.Year)) ?? table.Around.Year;
        if (year is null) findings.Error(table.At(row, PackField.Year), new("Не сказано, какой это год."), new("Добавьте столбец «Год» или впишите год в название файла."));
        return findings.ErrorCount > before ? null : new(exam!.Value.Kind, exam.Value.Subject, grade!.Value, exam.Value.Level, year!.Value, "");
    }

    /// <summary>The exam and the subject of any grade and year.</summary>
    public (ProcedureKind Kind, string Subject, MathLevel Level)? Exam(GridRow row)
    {
        var form = Form(row);
        var kind = Kind(row) ?? form.Kind ?? table.Around.Kind;
        if (kind is null) findings.Error(table.At(row, PackField.Kind), new("Не сказано, какая это процедура."), new("Добавьте столбец «Процедура»: ВПР, ОГЭ, ЕГЭ."));
        var subject = Subject(row) ?? form.Subject ?? table.Around.Subject;
        if (subject is null) findings.Error(table.At(row, PackField.Subject), new("Предмет «{0}» не найден.", table.Text(row, PackField.Subject)), new("Назовите предмет, как в справочнике."));
        var level = ProcedureGuess.Of([table.Text(row, PackField.Level), table.Text(row, PackField.Subject)], subjects).Level;
        return kind is null || subject is null ? null : (kind.Value, subject.Code, kind == ProcedureKind.Ege && subject.Code == "MA" && level == MathLevel.None ? MathLevel.Profile : level);
    }

    /// <summary>The first year and the last; one year where no other is named.</summary>
    public (SchoolYear? From, SchoolYear? To) Years(GridRow row)
    {
        var one = SchoolYear.In(table.Text(row, PackField.Year)) ?? table.Around.Year;
        var from = SchoolYear.In(table.Text(row, PackField.FromYear)) ?? one;
        if (from is null) findings.Error(table.At(row, PackField.FromYear), new("Не сказано, какой это год."), new("Добавьте столбец «Год» или впишите год в название файла."));
        return (from, SchoolYear.In(table.Text(row, PackField.ToYear)) ?? from);
    }

    /// <summary>A number that must be there and be above zero.</summary>
    public double? Score(GridRow row, PackField field)
    {
        if (Cells.ParseDecimal(table.Text(row, field)) is { } number and > 0) return (double)number;
        findings.Error(table.At(row, field), new("Нужно число больше нуля."), new("Впишите балл цифрами."));
        return null;
    }

    private ProcedureGuess Form(GridRow row) => ProcedureGuess.Of([table.Text(row, PackField.Form).Replace('_', '-')], subjects);

    private ProcedureKind? Kind(GridRow row) => table.Text(row, PackField.Kind) is { Length: > 0 } text ? ProcedureGuess.KindOf(text) : null;

    private Subject? Subject(GridRow row) => table.Text(row, PackField.Subject) is { Length: > 0 } text ? subjects.Named(text) ?? subjects.MentionedIn(text) : null;

    private int? Whole(GridRow row, PackField field) => Cells.ParseWhole(table.Text(row, field));
}
