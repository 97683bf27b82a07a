using System.Text.RegularExpressions;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Protocols;

/// <summary>Which procedure a block holds, and which total it is judged by.</summary>
internal sealed partial record Exam(ProcedureKey Key, string Name, bool ByMark)
{
    /// <summary>Codes of ГВЭ in РИС: 51 the Russian language, 52 mathematics.</summary>
    private static readonly Dictionary<string, string> Gve = new() { ["51"] = "RU", ["52"] = "MA" };

    private const string BaseMathematics = "22";

    /// <summary>The exam, or null with what is wrong told.</summary>
    public static Exam? Of(Block block, string fileName, SubjectIndex subjects, FindingList findings)
    {
        if (block.Title is not { } title)
        {
            findings.Error(block.AtHeader(), new("Не сказано, какой это экзамен."), new("Впишите над таблицей строку с кодом, предметом и датой, например: 01 - Русский язык 2025.05.30."));
            return null;
        }

        if (title.Date is not { } date) findings.Error(block.TitleAt, new("Нет даты экзамена или такой даты не бывает."), new("Допишите её год, месяцем и днём, например: 01 - Русский язык 2025.05.30."));
        var kind = KindOf(block, title, fileName);
        if (kind is null) findings.Error(block.TitleAt, new("Не понятно, ОГЭ это или ЕГЭ: нет ни классов, ни оценок, ни тестовых баллов."), new("Заполните столбец «Класс» или назовите экзамен в имени файла: ОГЭ или ЕГЭ."));
        var subject = SubjectOf(title, kind, subjects);
        if (subject is null) findings.Error(block.TitleAt, new("Неизвестный предмет «{0}».", $"{title.Code} {title.Subject}".Trim()), new("Проверьте название предмета: русский язык, математика, физика и так далее."));
        if (kind is null || subject is null || title.Date is null) return null;

        if (kind == ProcedureKind.Oge && subjects.All.FirstOrDefault(s => s.OgeCode == title.Code) is { } coded && coded.Code != subject.Code)
            findings.Warning(block.TitleAt, new("Код {0} — это «{1}», а написано «{2}»: взято название.", title.Code, coded.Name, subject.Name));
        var level = LevelOf(block, title, kind.Value, subject.Code);
        var key = new ProcedureKey(kind.Value, subject.Code, GradeOf(block, kind.Value), level, YearOf(title.Date.Value), Session(title.Subject, title.Date.Value));
        return new(key, ProcedureName.InRussian(key, subject.Name), kind == ProcedureKind.Gve || level == MathLevel.Base);
    }

    private static ProcedureKind? KindOf(Block block, ExamTitle title, string fileName)
    {
        if (Gve.ContainsKey(title.Code) || title.Subject.Contains("ГВЭ", StringComparison.OrdinalIgnoreCase)) return ProcedureKind.Gve;
        return Grade(block) switch { 9 => ProcedureKind.Oge, 11 or 12 => ProcedureKind.Ege, _ => (ProcedureKind?)null }
            ?? Said($"{title.Subject} {block.Sheet.Name} {fileName}")
            ?? (block.Test >= 0 ? ProcedureKind.Ege : block.Mark >= 0 ? ProcedureKind.Oge : null);
    }

    private static ProcedureKind? Said(string text) => OgeWords().IsMatch(text) ? ProcedureKind.Oge : EgeWords().IsMatch(text) ? ProcedureKind.Ege : null;

    /// <summary>The grade of most participants; 0 where classes do not tell.</summary>
    private static int Grade(Block block) => block.Class < 0 ? 0 : block.Rows.Select(r => ClassName.GradeOf(ClassName.Of(block.Cell(r, block.Class), 0))).Where(g => g > 0)
        .GroupBy(g => g).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).FirstOrDefault();

    private static int GradeOf(Block block, ProcedureKind kind) => kind switch
    {
        ProcedureKind.Oge => 9,
        ProcedureKind.Ege => 11,
        _ => Grade(block) is 11 or 12 ? 11 : 9,
    };

    /// <summary>By the name; codes of subjects differ between exams, so they only help where the name does not.</summary>
    private static Subject? SubjectOf(ExamTitle title, ProcedureKind? kind, SubjectIndex subjects)
    {
        var name = Details().Replace(title.Subject, " ").Trim(' ', '(', ')', ',', '.', '-');
        if (name.Length > 0 && subjects.Named(name) is { } named) return named;
        var coded = kind switch
        {
            ProcedureKind.Gve => Gve.GetValueOrDefault(title.Code) is { } code ? subjects.All.FirstOrDefault(s => s.Code == code) : null,
            ProcedureKind.Oge => subjects.All.FirstOrDefault(s => s.OgeCode == title.Code),
            ProcedureKind.Ege => subjects.All.FirstOrDefault(s => s.EgeCode == title.Code),
            _ => null,
        };
        return name.Length == 0 ? coded : subjects.MentionedIn(name) ?? (kind == ProcedureKind.Oge && coded?.Code != "NL" ? null : coded);
    }

    private static MathLevel LevelOf(Block block, ExamTitle title, ProcedureKind kind, string subject)
    {
        if (kind != ProcedureKind.Ege || subject != "MA") return MathLevel.None;
        if (title.Subject.Contains("баз", StringComparison.OrdinalIgnoreCase)) return MathLevel.Base;
        if (title.Subject.Contains("проф", StringComparison.OrdinalIgnoreCase)) return MathLevel.Profile;
        return title.Code == BaseMathematics || (block.Test < 0 && block.Mark >= 0) ? MathLevel.Base : MathLevel.Profile;
    }

    /// <summary>Exams of September belong to the school year that has ended.</summary>
    private static SchoolYear YearOf(DateOnly date) => date.Month == 9 ? new(date.Year) : SchoolYear.Of(date);

    /// <summary>Periods of an exam, and the oral part of a language, which has a protocol of its own, are procedures of their own.</summary>
    private static string Session(string subject, DateOnly date)
    {
        var period = date.Month switch { 3 or 4 => "досрочный период", 9 => "дополнительный период", _ => "" };
        return !subject.Contains("устн", StringComparison.OrdinalIgnoreCase) ? period : period.Length == 0 ? "устная часть" : $"{period}, устная часть";
    }

    [GeneratedRegex(@"\(?(базов\w*|профильн\w*)( уров\w*)?\)?|\(?(устн\w*|письменн\w*)( часть)?\)?|(?<!\p{L})(к?егэ|огэ|гвэ(-?\d+)?)(?!\p{L})|\(ИКТ\)", RegexOptions.IgnoreCase)]
    private static partial Regex Details();

    [GeneratedRegex(@"(?<!\p{L})(огэ|oge)(?!\p{L})|гиа[- ]?9", RegexOptions.IgnoreCase)]
    private static partial Regex OgeWords();

    [GeneratedRegex(@"(?<!\p{L})(к?егэ|ege)(?!\p{L})|гиа[- ]?11", RegexOptions.IgnoreCase)]
    private static partial Regex EgeWords();
}
