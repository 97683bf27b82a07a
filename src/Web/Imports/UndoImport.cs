using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Register;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Imports;

/// <summary>Takes an applied import back in one transaction; refuses where something was built on it since.</summary>
public sealed class UndoImport(Db db, FileKinds kinds, OrganisationEffects organisations, Recording recording, Clock clock) : IWork
{
    public static string Name => "undo-import";

    public async Task<string> Run(string input, IProgress<Step> progress, CancellationToken stop)
    {
        var (id, reason) = (input[..36], input[37..]);
        await Run(await db.Imports.SingleAsync(i => i.Id == new Id<Import>(Guid.Parse(id)), stop), reason, stop);
        return $"/imports/{id}";
    }

    public static string Input(Id<Import> import, string reason) => $"{import} {reason}";

    /// <summary>What has to be so before anything is taken back.</summary>
    public static void Ask(Import import, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBroken("Напишите, почему импорт отменяется.", nameof(reason));
        if (reason.Length > 1000) throw new RuleBroken("Не длиннее {0} знаков.", nameof(reason), 1000);
        import.IsApplied();
    }

    public async Task Run(Import import, string? reason, CancellationToken stop)
    {
        Ask(import, reason);
        recording.Why = reason!.Trim();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        import.Undone(clock.Now);
        await db.SaveChangesAsync(stop);
        var used = await db.ImportFiles.Where(f => f.Import == import.Id && f.State == FileState.Applied).Select(f => f.Kind).Distinct().ToListAsync(stop);
        foreach (var kind in kinds.All.Reverse().Where(k => used.Contains(k.Code))) await kind.Undo(import, stop);
        await db.SaveChangesAsync(stop);
        await organisations.TakeBack(import, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }
}
