using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>Freezes the list of a run as an act approves it: every school of the run with its verdict and decision.</summary>
public sealed class ApproveList(Db db, Viewer viewer, Clock clock)
{
    public Task<ApprovedList> Run(IdentificationRun run, string? actNumber, DateOnly? actDate, string? title, CancellationToken stop = default) => db.Again(async () =>
    {
        var review = await db.ReviewToChange(run, stop);
        if (review.IsApproved && (review.ActNumber, review.ActDate) == ((actNumber ?? "").Trim(), actDate)) return (await db.ApprovedOf(run.Id, stop))[0];

        var list = review.Approve(await db.WaitingOf(run.Id, stop), actNumber, actDate, title, clock.Today, viewer, clock.Now);
        var held = await db.Proposed(run.Id, list.Id, stop);
        list.Hold(held);
        db.Add(list);
        db.AddRange(held);
        await db.SaveChangesAsync(stop);
        return list;
    });
}
