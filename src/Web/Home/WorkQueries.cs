using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Identification;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Home;

/// <summary>What a coordinator finds on the first page: what needs a decision, what came in, what is missing.</summary>
public sealed record CoordinatorWork(
    int Schools, SchoolYear? Year, int SchoolsWithResults, int Procedures, IReadOnlyList<MissingRow> Missing,
    IReadOnlyList<DraftRow> Drafts, ListSummary? List, IReadOnlyList<Change> Recent);

/// <summary>Schools of a municipality without any result of the year.</summary>
public sealed record MissingRow(Id<Municipality> Municipality, string Name, int Schools, int Without);

public sealed record DraftRow(Id<Import> Id, int Number, DateTime At, ImportState State, string ByName, int Files, int Errors, int Rows);

public static class WorkQueries
{
    public static async Task<CoordinatorWork> Work(this Db db, Viewer viewer, CancellationToken stop)
    {
        var schools = db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeResults).Where(o => o.Type == OrganisationType.School && o.State == OrganisationState.Active);
        var year = await db.Procedures.AsNoTracking().Where(p => db.ScoreSheets.Any(s => s.Procedure == p.Id && s.State == SheetState.Current)).OrderByDescending(p => p.Year).Select(p => (SchoolYear?)p.Year).FirstOrDefaultAsync(stop);
        var ofYear = from s in db.ScoreSheets where s.State == SheetState.Current join p in db.Procedures on s.Procedure equals p.Id where p.Year == year select s;
        var missing = await (from o in schools
                             join m in db.Municipalities on o.Municipality equals m.Id
                             group new { o.Id } by new { m.Id, m.Name } into g
                             orderby g.Key.Name
                             select new MissingRow(g.Key.Id, g.Key.Name, g.Count(), g.Count(o => !ofYear.Any(s => s.Organisation == o.Id)))).ToListAsync(stop);

        var list = await db.LatestList(viewer, stop);
        return new(missing.Sum(m => m.Schools), year, missing.Sum(m => m.Schools - m.Without), await db.Procedures.CountAsync(p => p.Year == year && ofYear.Any(s => s.Procedure == p.Id), stop), [.. missing.Where(m => m.Without > 0)],
            await db.Drafts(viewer, stop), list, await db.Recent(viewer, stop));
    }

    private static async Task<List<DraftRow>> Drafts(this Db db, Viewer viewer, CancellationToken stop)
    {
        if (!viewer.May(Permission.ImportFiles)) return [];

        var everywhere = viewer.MayEverywhere(Permission.ImportFiles);
        return await (from i in db.Imports.AsNoTracking()
                      where (everywhere || i.By == viewer.Person) && i.State != ImportState.Discarded
                      orderby i.Number descending
                      select new DraftRow(i.Id, i.Number, i.AppliedAt ?? i.CreatedAt, i.State, i.ByName, db.ImportFiles.Count(f => f.Import == i.Id),
                          db.ImportFiles.Count(f => f.Import == i.Id && f.Errors > 0), db.ImportFiles.Where(f => f.Import == i.Id).Sum(f => f.Rows))).Take(5).ToListAsync(stop);
    }

    private static async Task<List<Change>> Recent(this Db db, Viewer viewer, CancellationToken stop)
    {
        if (!viewer.May(Permission.SeeHistory)) return [];

        var organisations = db.Organisations.VisibleTo(viewer, Permission.SeeHistory).Select(o => (Guid?)(Guid)(object)o.Id);
        return await db.Changes.AsNoTracking().Where(c => organisations.Contains(c.Organisation) && c.Subject != nameof(ScoreSheet) && (c.Kind == ChangeKind.Changed || c.Kind == ChangeKind.Added)).OrderByDescending(c => c.Id).Take(6).ToListAsync(stop);
    }
}
