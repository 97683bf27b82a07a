using System.Globalization;
using Stupeni.Assessments.Kinds;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Mapping;

/// <summary>What is wrong with one answer of the mapping, or missing: the field it is about, as the form names it.</summary>
internal sealed record MappingProblem(string Field, Message What);

/// <summary>A mapping made of sure things: columns, procedure, minimum. With problems it is not to be read by.</summary>
internal sealed class ResolvedTable
{
    private readonly List<MappingProblem> problems = [];

    private ResolvedTable(Layout layout, Subject? subject)
    {
        Layout = layout;
        Subject = subject;
    }

    public Layout Layout { get; private set; }
    public Subject? Subject { get; private set; }
    public bool IsNewSubject { get; private set; }
    public ProcedureKey Key { get; private set; }
    public bool YearIsAssumed { get; private set; }
    public double? Minimum { get; private set; }
    public string MinimumSource { get; private set; } = "";

    /// <summary>Whether a person said that there is no threshold.</summary>
    public bool WithoutThreshold { get; private set; }
    public IReadOnlyList<MappingProblem> Problems => problems;

    public static ResolvedTable Of(ResultsMapping mapping, Layout table, SubjectIndex subjects, DateOnly today)
    {
        var resolved = new ResolvedTable(table, null);
        resolved.Columns(mapping);
        resolved.Procedure(mapping, subjects, today);
        resolved.Threshold(mapping);
        return resolved;
    }

    private void Columns(ResultsMapping mapping)
    {
        var total = Column(mapping.Total, nameof(mapping.Total));
        Layout = Layout with
        {
            School = Column(mapping.School, nameof(mapping.School)), Participant = Column(mapping.Participant, nameof(mapping.Participant)), Class = Column(mapping.Class, nameof(mapping.Class)),
            Variant = Column(mapping.Variant, nameof(mapping.Variant)), Total = total, Mark = Column(mapping.Mark, nameof(mapping.Mark)), Journal = Column(mapping.Journal, nameof(mapping.Journal)),
            Totals = Enum.TryParse<ScoreKind>(mapping.Score, true, out var score) ? score : total >= 0 ? Meanings.ScoreOf(Layout.Header[total]) : null,
        };
        if (!string.Equals(mapping.Tasks?.Trim(), "auto", StringComparison.OrdinalIgnoreCase))
        {
            var (tasks, problem) = ColumnName.IsNone(mapping.Tasks) ? ([], null) : TaskList.Read(mapping.Tasks!, Layout);
            if (problem is not null) Problem(nameof(mapping.Tasks), problem);
            Layout = Layout with { Tasks = tasks };
        }

        int[] taken = [Layout.School, Layout.Participant, Layout.Class, Layout.Variant, Layout.Total, Layout.Mark, Layout.Journal];
        Layout = Layout with { Tasks = [.. Layout.Tasks.Where(t => !taken.Contains(t.Column))] };
        if (Layout.School < 0 && Layout.Participant < 0) Problem(nameof(mapping.School), new("Выберите столбец с кодом школы или с кодом участника."));
        if (Layout.Total < 0 && Layout.Mark < 0 && Layout.Tasks.Count == 0) Problem(nameof(mapping.Total), new("Выберите столбец с баллом, с отметкой или столбцы заданий."));
    }

    private void Procedure(ResultsMapping mapping, SubjectIndex subjects, DateOnly today)
    {
        var kind = Enum.TryParse<ProcedureKind>(mapping.Kind, true, out var named) && Enum.IsDefined(named) ? named : ProcedureGuess.KindOf(mapping.Kind ?? "");
        if (kind is null) Problem(nameof(mapping.Kind), new("Выберите, что это за процедура."));

        var subject = mapping.Subject?.Trim() ?? "";
        Subject = subjects.Named(subject);
        if (subject.Length == 0) Problem(nameof(mapping.Subject), new("Выберите предмет или впишите свой."));
        else if (Subject is null) (Subject, IsNewSubject) = (SubjectIndex.Own(subject), true);

        var level = Enum.TryParse<MathLevel>(mapping.Level, true, out var math) && Enum.IsDefined(math) ? math : MathLevel.None;
        var session = mapping.Session?.Trim() ?? "";
        if (session.Length > 100) Problem(nameof(mapping.Session), new("Не длиннее {0} знаков.", 100));
        Key = new(kind ?? ProcedureKind.Diagnostic, Subject?.Code ?? "", Grade(mapping, kind), level, Year(mapping, kind, today), session);
    }

    private int Grade(ResultsMapping mapping, ProcedureKind? kind)
    {
        if (kind == ProcedureKind.Ege) return 11;
        var text = mapping.Grade?.Trim() ?? "";
        if (text.Length > 0)
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var grade) && grade is >= 0 and <= 12 && (grade > 0 || kind != ProcedureKind.Vpr)) return grade;
            Problem(nameof(mapping.Grade), new("Класс — число от 1 до 12."));
            return 0;
        }

        if (kind == ProcedureKind.Vpr) Problem(nameof(mapping.Grade), new("Укажите, какой это класс."));
        return kind == ProcedureKind.Oge ? 9 : 0;
    }

    private SchoolYear Year(ResultsMapping mapping, ProcedureKind? kind, DateOnly today)
    {
        var text = mapping.Year?.Trim() ?? "";
        if (text.Length > 0 && ProcedureGuess.YearOf(text) is { } year) return year;
        if (text.Length > 0) Problem(nameof(mapping.Year), new("Год пишется так: 2026 или 2025/26."));
        YearIsAssumed = true;
        return LastHeld(kind, today);
    }

    /// <summary>State procedures are held in spring: before March the last ones are those of the school year before.</summary>
    private static SchoolYear LastHeld(ProcedureKind? kind, DateOnly today) =>
        kind is ProcedureKind.Diagnostic or null || today.Month is >= 3 and <= 8 ? SchoolYear.Of(today) : SchoolYear.Of(today).Previous;

    private void Threshold(ResultsMapping mapping)
    {
        var text = mapping.Minimum?.Trim() ?? "";
        WithoutThreshold = text.Length > 0 && ColumnName.IsNone(text) && Cells.ParseDecimal(text) is null;
        if (text.Length > 0 && !WithoutThreshold)
        {
            if (Cells.ParseDecimal(text) is { } minimum) Minimum = (double)minimum;
            else Problem(nameof(mapping.Minimum), new("Минимум «{0}» — не число.", text));
        }

        MinimumSource = mapping.MinimumSource?.Trim() is { Length: > 0 } source ? source : Minimum is null ? "" : "указан при импорте";
        if (MinimumSource.Length > 300) Problem(nameof(mapping.MinimumSource), new("Не длиннее {0} знаков.", 300));
    }

    private int Column(string? text, string field)
    {
        var column = ColumnName.Find(text, Layout);
        if (column == ColumnName.Unknown) Problem(field, new("Столбца «{0}» в таблице нет.", text));
        return Math.Max(column, -1);
    }

    private void Problem(string field, Message what) => problems.Add(new(field, what));
}
