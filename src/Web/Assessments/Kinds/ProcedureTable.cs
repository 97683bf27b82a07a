using Stupeni.Assessments.Rules;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>What the files of one import say of one procedure so far: its tasks and its participants.</summary>
internal sealed class ProcedureTable(ProcedureKey key, string name, IReadOnlyList<TaskColumn> tasks, TestForm? known)
{
    private readonly Dictionary<(int School, string Code), (string Sheet, int Row)> seen = [];

    public ProcedureKey Key { get; } = key;
    public string Name { get; } = name;

    /// <summary>The paper's tasks in its order; a maximum that nobody knows yet is null.</summary>
    public IReadOnlyList<TaskColumn> Tasks { get; } = tasks;

    /// <summary>The form that the database has, if any.</summary>
    public TestForm? Known { get; } = known;

    /// <summary>Whether maxima come from the scores themselves, because no header and no description says them.</summary>
    public bool Observed => ObservedTasks > 0;

    /// <summary>How many of the first tasks that is so of.</summary>
    public int ObservedTasks => Known?.ObservedTasks is > 0 and var known ? known : FormAgreement.ObservedOf(Tasks);

    public ParticipantRows Rows { get; set; } = new(tasks.Count);

    /// <summary>Attempts of participants who are counted by another one: stored, in no share.</summary>
    public ParticipantRows? Retakes { get; set; }

    /// <summary>Classes whose attempts are all linked, with all that the files of the import brought of them.</summary>
    public Dictionary<(Id<Organisation> School, string Class), SheetScores> Brought { get; } = [];
    public double? MaxTotal { get; set; }
    public ScoreKind? Totals { get; set; }
    public int Absent { get; set; }
    public SumMismatches Mismatches { get; } = new();

    /// <summary>Makes room for so many more participants at once.</summary>
    public void Expect(int participants)
    {
        Rows.Expect(participants);
        seen.EnsureCapacity(seen.Count + participants);
    }

    /// <summary>The place where the participant already stands, or null if it is new.</summary>
    public (string Sheet, int Row)? Meet(int school, string code, string sheet, int row) =>
        seen.TryAdd((school, code), (sheet, row)) ? null : seen[(school, code)];

    /// <summary>The maxima: known ones, and the greatest scores where a maximum may only be observed.</summary>
    public double[] Maxima()
    {
        double[] maxima = [.. Tasks.Select(t => t.Max ?? 0)];
        if (!Observed) return maxima;
        for (var row = 0; row < Rows.Count; row++)
            for (var task = 0; task < maxima.Length; task++)
                if (Rows.Scores[row * maxima.Length + task] is var score && score > maxima[task]) maxima[task] = score;
        return [.. maxima.Select(m => m <= 0 ? 1 : m)];
    }

    public IReadOnlyList<SheetDraft> Sheets(IReadOnlyList<KnownOrganisation> schools, PassRule rule) => Sheets(Rows, schools, rule);

    public IReadOnlyList<SheetDraft> RetakeSheets(IReadOnlyList<KnownOrganisation> schools, PassRule rule) => Retakes is null ? [] : Sheets(Retakes, schools, rule);

    private SheetDraft[] Sheets(ParticipantRows rows, IReadOnlyList<KnownOrganisation> schools, PassRule rule)
    {
        var maxima = Maxima();
        var sheets = rows.Sheets();
        var drafts = new SheetDraft[sheets.Count];
        Parallel.For(0, drafts.Length, at => drafts[at] = SheetDraft.Of(schools[sheets[at].School], sheets[at].Class, sheets[at].Scores, maxima, rule));
        return drafts;
    }
}

/// <summary>Rows whose total is not the sum of their tasks: told one by one, or in one sentence where it is most of them.</summary>
internal sealed class SumMismatches
{
    private const int Few = 20;

    private readonly List<(Spot At, double Sum)> rows = [];

    public void Add(Spot at, double sum) => rows.Add((at, sum));

    public void Tell(FindingList findings, int participants)
    {
        if (rows.Count > Few && rows.Count * 2 > participants)
        {
            findings.Warning(rows[0].At with { Row = null, Value = "" }, new("Первичный балл не равен сумме баллов за задания в большинстве строк: {0} из {1}.", rows.Count, participants), new("Если это балл другой шкалы, так и должно быть. Иначе проверьте, все ли задания есть в файле."));
            return;
        }

        foreach (var (at, sum) in rows) findings.Warning(at, new("Первичный балл не равен сумме баллов за задания: {0}.", Platform.Numbers.Score(sum)), new("Проверьте баллы и сумму по протоколу. Будет учтён балл из файла."));
    }
}
