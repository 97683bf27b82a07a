using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>Similar: schools with which one is compared, together.</summary>
public enum UnitKind { Region, Municipality, School, Class, Similar }

/// <summary>A region, municipality, school or class in one procedure, and everything its reports count.</summary>
public sealed record ReportUnit(UnitKind Kind, string Name, string? Href, ResultSums Sums, IReadOnlyList<TaskSum> Tasks, Tallies Tallies)
{
    /// <summary>The school, where the unit is one.</summary>
    public Id<Organisation>? School { get; init; }

    public static ReportUnit Of(UnitKind kind, string name, string? href, int tasks, IReadOnlyCollection<SheetCounts> sheets) => new(kind, name, href,
        ResultSums.Sum([.. sheets.Select(s => s.Sums)]) with { Schools = sheets.Select(s => s.Organisation).Distinct().Count() },
        SumTasks(tasks, sheets.Select(s => TaskSums.Unpack(s.Tasks))), Tallies.Sum([.. sheets.Select(s => Tallies.Unpack(s.Tallies))]));

    /// <summary>Units that share no sheet, as one.</summary>
    public static ReportUnit Of(UnitKind kind, string name, string? href, int tasks, IReadOnlyCollection<ReportUnit> parts) => new(kind, name, href,
        ResultSums.Sum([.. parts.Select(p => p.Sums)]),
        SumTasks(tasks, parts.Select(p => p.Tasks)), Tallies.Sum([.. parts.Select(p => p.Tallies)]));

    private static TaskSum[] SumTasks(int tasks, IEnumerable<IReadOnlyList<TaskSum>> parts)
    {
        var sums = new TaskSum[tasks];
        foreach (var part in parts.Where(p => p.Count == tasks))
            for (var task = 0; task < tasks; task++) sums[task] += part[task];
        return sums;
    }
}

/// <summary>What a report reads of a sheet: everything but the scores.</summary>
public sealed record SheetCounts(
    Id<ScoreSheet> Id, Id<Organisation> Organisation, Id<Municipality> Municipality, string Class, int Participants, int Judged, int BelowThreshold, int Marks2, int Marks3, int Marks4, int Marks5, int Scored, double ScoreSum, byte[] Tasks, byte[] Tallies)
{
    public ResultSums Sums => new(1, 1, Participants, Judged, BelowThreshold, Marks2, Marks3, Marks4, Marks5, Scored, ScoreSum);
}
