using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>Confirms by one act every listed school that did not object and that nobody has decided: all of them or none.</summary>
public sealed class ConfirmUndisputed(Db db, Viewer viewer, Clock clock)
{
    /// <summary>How many were confirmed; none when it was done already.</summary>
    public Task<int> Run(IdentificationRun run, string? actNumber, DateOnly? actDate, CancellationToken stop = default) => db.Again(async () =>
    {
        var review = await db.ReviewToChange(run, stop);
        review.MustBeOpen();
        var schools = await db.Undisputed(viewer, run.Id).Select(o => o.Id).ToListAsync(stop);
        if (schools.Count == 0) return 0;

        foreach (var school in schools)
        {
            var decision = new ListDecision { Run = run.Id, Organisation = school };
            decision.Decide(review, DecisionKind.Confirmed, SchoolState.Listed, null, actNumber, actDate, clock.Today, viewer, clock.Now);
            db.Add(decision);
        }

        await db.SaveChangesAsync(stop);
        return schools.Count;
    });
}
