using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments.Reports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>Possible signs of biased results of a school in a year, as its reports say them: what other areas ask.</summary>
public sealed class FindSigns(Db db, FindReport reports)
{
    public async Task<List<PossibleSign>> Of(Id<Organisation> school, SchoolYear year, CancellationToken stop)
    {
        var sheets = db.ScoreSheets.Where(s => s.Organisation == school && s.State == SheetState.Current);
        var procedures = await db.Procedures.AsNoTracking().Where(p => p.Year == year && sheets.Any(s => s.Procedure == p.Id)).ToListAsync(stop);
        var signs = new List<PossibleSign>();
        foreach (var procedure in procedures.OrderBy(p => p.Kind).ThenBy(p => p.Subject, StringComparer.Ordinal).ThenBy(p => p.Grade))
        {
            if (await reports.Find(new(procedure.Id, null, school), stop) is not { } found) continue;
            var report = await reports.Of(found, ReportKind.Signs, stop);
            signs.AddRange(report.Readings.Where(r => r.NeedsChecking).Select(r => new PossibleSign(found.Head.Name, r.Text, found.Scope.At.Address(ReportKind.Signs))));
        }

        return signs;
    }
}

public sealed record PossibleSign(string Procedure, string Text, string Href);
