using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>Keeps what was found of one file, in one transaction.</summary>
public sealed class KeepCheck(Db db)
{
    /// <param name="token">The version of the import that was checked.</param>
    /// <param name="brought">What the file brings that later ones rest on.</param>
    /// <returns>False if the import was changed meanwhile: then nothing is kept.</returns>
    public async Task<bool> Keep(Id<Import> import, int token, CheckedFile done, string? brought, CancellationToken stop)
    {
        if (done.Check is null) return true;

        var file = done.File.Id;
        var accepted = (await db.ImportFindings.AsNoTracking().Where(f => f.File == file && f.Accepted).ToListAsync(stop)).Select(Findings.Same).ToHashSet();
        var findings = Findings.Rows(file, done.Check.Findings).ToList();
        foreach (var finding in findings) finding.Accepted = accepted.Contains(Findings.Same(finding));
        var read = done.Warnings > 0 && (done.File.WarningsAccepted && done.Warnings > Findings.KeptOfFile || findings.Where(f => f.Kind == FindingKind.Warning).All(f => f.Accepted));

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await Describe(import, token, done, read, stop) == 0) return false;
        await db.ImportFindings.Where(f => f.File == file).ExecuteDeleteAsync(stop);
        await db.ImportDoubts.Where(d => d.File == file).ExecuteDeleteAsync(stop);
        var view = done.View.ToJson();
        await db.ImportContents.Where(c => c.File == file).ExecuteUpdateAsync(c => c.SetProperty(x => x.View, view).SetProperty(x => x.Brought, brought), stop);
        var doubts = done.Doubts.Select((d, at) => ImportDoubt.Of(file, at, d)).ToList();
        db.AddRange(findings);
        db.AddRange(doubts);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        foreach (var row in findings.Cast<object>().Concat(doubts)) db.Entry(row).State = EntityState.Detached;
        return true;
    }

    /// <summary>Written only while the import is the one that was checked and the file is still in it.</summary>
    private Task<int> Describe(Id<Import> import, int token, CheckedFile done, bool read, CancellationToken stop)
    {
        var (found, title, state) = (done.Check!, Cut(done.Check!.Title), done.State);
        var id = done.File.Id;
        return db.ImportFiles.Where(f => f.Id == id && db.Imports.Any(i => i.Id == import && i.Token == token && i.State == ImportState.Draft)).ExecuteUpdateAsync(f => f
            .SetProperty(x => x.State, state).SetProperty(x => x.Title, title).SetProperty(x => x.Sheets, found.Sheets).SetProperty(x => x.Rows, found.Rows)
            .SetProperty(x => x.Errors, done.Errors).SetProperty(x => x.Warnings, done.Warnings).SetProperty(x => x.WarningsAccepted, read).SetProperty(x => x.MappingVersion, found.Version), stop);
    }

    internal static string Cut(string title) => title.Length <= 300 ? title : title[..299] + "…";
}
