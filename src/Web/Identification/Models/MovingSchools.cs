using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification.Models;

/// <summary>A school that moves the model of a procedure, named.</summary>
public sealed record MovingSchool(ProcedureInfluence Influence, string Name);

/// <summary>The schools that move the models most: those the viewer may see by name, the others only counted.</summary>
public sealed record MovingSchools(ILookup<Id<AssessmentProcedure>, MovingSchool> Seen, int Unseen)
{
    public static async Task<MovingSchools> Of(Db db, Viewer viewer, Id<RunEstimate> estimate, CancellationToken stop)
    {
        var all = await db.ProcedureInfluences.AsNoTracking().Where(i => i.Estimate == estimate).ToListAsync(stop);
        var ids = all.Select(i => i.Organisation).Distinct().ToList();
        var names = await db.Organisations.VisibleTo(viewer, Permission.SeeLists).Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, stop);
        var seen = all.Where(i => names.ContainsKey(i.Organisation)).Select(i => new MovingSchool(i, names[i.Organisation])).OrderBy(m => m.Name, StringComparer.CurrentCulture).ToLookup(m => m.Influence.Procedure);
        return new(seen, all.Count(i => !names.ContainsKey(i.Organisation)));
    }
}
