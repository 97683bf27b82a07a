using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Identification.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification.Workshop;

/// <summary>A school with every current result that either edition counts. Not named to a viewer who may not see lists of it.</summary>
public sealed record WorkshopSchool(Id<Organisation> Id, string Code, string Name, string Municipality, bool Named, IReadOnlyList<Result> Results);

public static class WorkshopResults
{
    /// <summary>Working schools of the region in the order of names, with their results of all years.</summary>
    public static async Task<List<WorkshopSchool>> SchoolsTried(this Db db, Viewer viewer, IdentificationRule copied, IdentificationRule tried, CancellationToken stop)
    {
        var schools = db.Organisations.AsNoTracking().Where(o => o.State == OrganisationState.Active).VisibleTo(viewer, Permission.SeeResults);
        var results = await db.CurrentResults(schools, await db.Procedures.AsNoTracking().ToListAsync(stop), p => copied.Counts(p) || tried.Counts(p), stop);
        var named = (await schools.VisibleTo(viewer, Permission.SeeLists).Select(o => o.Id).ToListAsync(stop)).ToHashSet();
        var rows = await (from school in schools
                          join municipality in db.Municipalities on school.Municipality equals municipality.Id
                          orderby school.Name, school.Code
                          select new { school.Id, school.Code, school.Name, Municipality = municipality.Name }).ToListAsync(stop);
        return [.. rows.Where(r => results.Contains(r.Id)).Select(r => new WorkshopSchool(r.Id, r.Code, r.Name, r.Municipality, named.Contains(r.Id), [.. results[r.Id]]))];
    }
}
