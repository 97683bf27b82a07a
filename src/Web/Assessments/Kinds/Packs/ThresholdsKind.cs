using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Packs;

/// <summary>The region's minimums: the least score that passes, by exam, subject and years.</summary>
public sealed class ThresholdsKind(Db db, ApplyThresholds apply) : IFileKind
{
    private static readonly SubjectIndex NoSubjects = new([]);

    public string Code => "thresholds";

    public string Name => "Минимальные баллы ОГЭ и ЕГЭ по годам";

    public int Order => 23;

    public FileTemplate Template => new(["Процедура", "Предмет", "Уровень математики", "С года", "По год", "Минимальный балл", "Условие", "Источник", "Редакция"],
        ["ЕГЭ", "Математика", "профильный", "2026", "2026", "27", "", "приказ от 12.05.2026 № 45", "2026"]);

    public Recognition? Recognise(Grid grid) => Tables(grid, NoSubjects).Count > 0 ? new(0.92) : null;

    public async Task<FileCheck> Check(FileToCheck file, CancellationToken stop)
    {
        var (findings, known) = (new FindingList(), await Known.Load(db, stop));
        ReferenceRight.Ask(file.Viewer, findings);
        var tables = Tables(file.Grid, known.Subjects);
        var read = new List<MinimumThreshold>();
        var held = await apply.Held(stop);
        foreach (var table in tables)
            foreach (var row in table.Body) Read(table, new(table, known.Subjects, findings), row, read, held, findings);
        if (read.Count == 0 && !findings.HasErrors) findings.Error(new(""), new("В файле нет ни одного минимального балла."));

        var plan = new ThresholdsPlan(read);
        return new($"Минимальные баллы, строк: {read.Count}", tables.Count, read.Count, findings.All, tables is [var first, ..] ? Preview.Of(first.Header, first.Body) : Preview.Nothing, findings.HasErrors ? null : plan,
            Unchanged: !findings.HasErrors && await apply.ChangesNothing(plan, stop),
            Changes: [.. read.Select(t => new PlannedChange($"{ProcedureName.Kind(t.Kind)}, {known.Subjects.All.First(s => s.Code == t.Subject).Name}", new("Минимум {0}, годы {1}–{2}", t.Minimum, t.From.Ends, t.To.Ends)))]);
    }

    public Task Apply(IFilePlan plan, Import import, CancellationToken stop) => apply.Apply((ThresholdsPlan)plan, import, stop);

    public Task Undo(Import import, CancellationToken stop) => apply.Undo(import, stop);

    /// <summary>A table with scales names minimums too, under the same words.</summary>
    private static IReadOnlyList<PackTable> Tables(Grid grid, SubjectIndex subjects) =>
        PackTable.Of(grid, subjects, c => c.ContainsKey(PackField.From3) && !c.ContainsKey(PackField.From4) && !c.ContainsKey(PackField.From5) && !c.ContainsKey(PackField.Task) && (c.ContainsKey(PackField.Subject) || c.ContainsKey(PackField.Form)));

    private static void Read(PackTable table, PackRows reader, GridRow row, List<MinimumThreshold> read, List<MinimumThreshold> held, FindingList findings)
    {
        var before = findings.ErrorCount;
        var (from, to) = reader.Years(row);
        var (exam, minimum) = (reader.Exam(row), reader.Score(row, PackField.From3));
        if (findings.ErrorCount > before) return;

        var (kind, subject, level) = exam!.Value;
        var source = table.Text(row, PackField.Source);
        var edition = table.Text(row, PackField.Edition) is { Length: > 0 } named ? named : $"{from!.Value.Ends}";
        try
        {
            var score = kind == ProcedureKind.Ege && level != MathLevel.Base ? ScoreKind.Test : ScoreKind.Primary;
            var threshold = MinimumThreshold.Own(kind, subject, level, from!.Value, to!.Value, score, minimum!.Value, table.Text(row, PackField.Condition), source, edition, RuleOrigin.Regional);
            if (read.Exists(t => Meets(t, threshold))) findings.Error(table.At(row, PackField.From3), new("Годы этой строки уже заняты другой строкой того же предмета."), new("Оставьте на каждый год один минимум."));
            else if (held.Find(t => Meets(t, threshold) && t.From != threshold.From) is { } other)
                findings.Error(table.At(row, PackField.From3), new("В справочнике уже есть свой минимум на {0}–{1} годы: {2}.", other.From.Ends, other.To.Ends, Numbers.Score(other.Minimum)), new("Укажите тот же первый год, чтобы заменить его, или другие годы."));
            else read.Add(threshold);
        }
        catch (RuleBroken refusal)
        {
            findings.Error(table.At(row, PackField.From3), Messages.Of(refusal), new("Исправьте строку."));
        }
    }

    private static bool Meets(MinimumThreshold a, MinimumThreshold b) => (a.Kind, a.Subject, a.MathLevel) == (b.Kind, b.Subject, b.MathLevel) && a.From <= b.To && b.From <= a.To;
}

internal sealed record ThresholdsPlan(IReadOnlyList<MinimumThreshold> Thresholds) : IFilePlan;
