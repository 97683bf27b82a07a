using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Packs;

/// <summary>Writes a catalogue beside the former ones; undoing takes its own rows away.</summary>
public sealed class ApplyCatalogue(Db db)
{
    internal async Task<bool> ChangesNothing(CataloguePlan plan, CancellationToken stop)
    {
        foreach (var procedure in plan.Tasks.GroupBy(t => t.Key))
        {
            var known = await db.Descriptions(procedure.Key, stop);
            if (procedure.Any(t => known.GetValueOrDefault(t.Code) is not { } described || !described.SaysAs(t.Description(default)))) return false;
        }

        return true;
    }

    internal async Task Apply(CataloguePlan plan, Import import, CancellationToken stop)
    {
        db.AddRange(plan.Tasks.Select(t => t.Description(import.Id)));
        await db.SaveChangesAsync(stop);
    }

    internal async Task Undo(Import import, CancellationToken stop) => await db.TaskDescriptions.Where(d => d.Import == import.Id).ExecuteDeleteAsync(stop);
}
