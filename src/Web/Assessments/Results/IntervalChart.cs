using Microsoft.EntityFrameworkCore;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Results;

/// <summary>Shares below the threshold by procedure, this year's beside last year's: what the partial _Intervals draws.</summary>
/// <param name="Most">Where the axis ends, in per cent.</param>
public sealed record IntervalChart(string Title, SchoolYear Year, IReadOnlyList<IntervalLine> Lines, int Most)
{
    public bool HasBefore => Lines.Any(l => l.Before is not null);

    public IEnumerable<int> Ticks => Enumerable.Range(0, Most / 10 + 1).Select(t => t * 10);

    public static IntervalChart Of(string title, SchoolYear year, IReadOnlyList<IntervalLine> lines)
    {
        var highest = lines.Select(l => Math.Max(l.Now.Upper, l.Before?.Upper ?? 0)).DefaultIfEmpty(0).Max();
        var most = Math.Clamp((int)Math.Ceiling(highest / 10) * 10, 40, 100);
        return new(title, year, [.. lines.Select(l => l with { Now = l.Now with { Most = most }, Before = l.Before is { } before ? before with { Most = most } : null })], most);
    }
}

/// <param name="Name">The procedure without its year.</param>
/// <param name="Before">The same procedure a year before; none where there was none or the years may not be compared.</param>
/// <param name="IsApart">Whether there was a year before that may not be compared.</param>
public sealed record IntervalLine(Id<AssessmentProcedure> Procedure, string Name, string Grade, Whisker Now, Whisker? Before, bool IsApart);

public static class OrganisationResults
{
    /// <summary>All results of one organisation, the latest year first, in the order of kinds, subjects and grades.</summary>
    public static async Task<IReadOnlyList<OrganisationResult>> ResultsOf(this Db db, Id<Organisation> organisation, CancellationToken stop)
    {
        var rows = await db.Results(db.Organisations.Where(o => o.Id == organisation), db.Procedures).ToListAsync(stop);
        var procedures = await db.Procedures.AsNoTracking().Join(db.Subjects, p => p.Subject, s => s.Code, (procedure, subject) => new { procedure, subject }).ToDictionaryAsync(p => p.procedure.Id, stop);
        var flags = await db.ComparabilityFlags.AsNoTracking().Where(f => f.Organisation == null || f.Organisation == organisation).ToListAsync(stop);
        return [.. rows.Select(r => (Row: r, Key: ProcedureKey.Of(procedures[r.Procedure].procedure))).Select(r => new OrganisationResult(r.Row, r.Key, procedures[r.Row.Procedure].subject, flags.Exists(f => f.Concerns(r.Key))))
            .OrderByDescending(r => r.Key.Year).ThenBy(r => r.Key.Kind).ThenBy(r => r.Subject.Position).ThenBy(r => r.Key.Grade).ThenBy(r => r.Key.Session, StringComparer.Ordinal)];
    }

    /// <summary>The latest year's shares, each beside the same procedure of the year before.</summary>
    public static IntervalChart? Chart(this IReadOnlyList<OrganisationResult> results)
    {
        var judged = results.Where(r => r.Row.Judged > 0).ToList();
        if (judged.Count == 0) return null;

        var year = judged.Max(r => r.Key.Year);
        return IntervalChart.Of(Texts.Say("Доля участников ниже минимального порога"), year, [.. judged.Where(r => r.Key.Year == year).Select(r => Line(r, judged.Find(b => b.Key == r.Key with { Year = year.Previous })))]);
    }

    private static IntervalLine Line(OrganisationResult now, OrganisationResult? before)
    {
        var apart = before is not null && (now.IsFlagged || before.IsFlagged);
        var grade = now.Key.Grade > 0 && now.Key.Kind != ProcedureKind.Ege ? Texts.Say("{0} класс", now.Key.Grade) : "";
        return new(now.Row.Procedure, ProcedureName.WithoutYear(now.Key with { Grade = 0 }, now.Subject.Said), grade, now.Whisker, apart ? null : before?.Whisker, apart);
    }
}

/// <param name="IsFlagged">Whether this year of the procedure may not be compared with others.</param>
public sealed record OrganisationResult(ResultRow Row, ProcedureKey Key, Subject Subject, bool IsFlagged)
{
    public string Name => ProcedureName.Of(Key, Subject.Said);

    public Whisker Whisker => new(Row.BelowThreshold, Row.Judged);
}
