using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Identification.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification.Runs;

/// <summary>A school whose state differs between two runs; no state where a run did not have it.</summary>
public sealed record ChangedSchool(Id<Organisation> Organisation, string Name, string Municipality, SchoolState? Before, SchoolState? After)
{
    public bool Entered => After == SchoolState.Listed;
    public bool Left => Before == SchoolState.Listed;

    /// <summary>What was said of it in each run, and which numbers differ.</summary>
    public string Was { get; init; } = "";
    public string Is { get; init; } = "";
    public string Because { get; init; } = "";
}

public static class Comparison
{
    /// <summary>Schools of two runs that the viewer may see and whose state changed, by name.</summary>
    public static async Task<List<ChangedSchool>> Changed(this Db db, Viewer viewer, IdentificationRun before, IdentificationRun after, CancellationToken stop = default)
    {
        var schools = await (from organisation in db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeLists)
                             join municipality in db.Municipalities on organisation.Municipality equals municipality.Id
                             where db.RunSchools.Any(s => s.Organisation == organisation.Id && (s.Run == before.Id || s.Run == after.Id))
                             orderby organisation.Name, organisation.Code
                             select new { organisation.Id, organisation.Name, Municipality = municipality.Name }).ToListAsync(stop);
        var states = (await db.RunSchools.AsNoTracking().Where(s => s.Run == before.Id || s.Run == after.Id).Select(s => new { s.Run, s.Organisation, s.State }).ToListAsync(stop)).ToDictionary(s => (s.Run, s.Organisation), s => (SchoolState?)s.State);
        var changed = schools.Select(s => new ChangedSchool(s.Id, s.Name, s.Municipality, states.GetValueOrDefault((before.Id, s.Id)), states.GetValueOrDefault((after.Id, s.Id)))).Where(s => s.Before != s.After).ToList();

        var ids = changed.Select(c => c.Organisation).ToList();
        var (old, now) = (await db.FrozenResults(before.Id, ids, stop), await db.FrozenResults(after.Id, ids, stop));
        var (was, @is, names) = (await db.OrderOf(before, stop), await db.OrderOf(after, stop), await ProcedureNames.Load(db, stop));
        return [.. changed.Select(c => c with { Was = Say(was, old[c.Organisation], names), Is = Say(@is, now[c.Organisation], names), Because = Difference.Of(was, old[c.Organisation], @is, now[c.Organisation], names) })];
    }

    private static string Say(RunOrder order, IEnumerable<Result> frozen, ProcedureNames names)
    {
        var results = frozen.ToList();
        return order.Reading.Judge(results, order.Year, order.Terms) is { } verdict
            ? new ReasonText(names, order).Short(verdict, ListWords.Together(results, verdict.Deciding.Line)) : Texts.Say("Результатов в годы правила не было.");
    }
}
