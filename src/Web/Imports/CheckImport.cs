using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Imports;

/// <summary>Checks all files of a draft and keeps what was found.</summary>
public sealed class CheckImport(Db db, CheckFiles check) : IWork
{
    /// <summary>More than this is checked and applied as a job.</summary>
    private const int ManyFiles = 20, ManyRows = 5_000;

    public static string Name => "check-import";

    public async Task<string> Run(string input, IProgress<Step> progress, CancellationToken stop)
    {
        var import = await db.Imports.SingleAsync(i => i.Id == new Id<Import>(Guid.Parse(input)), stop);
        await Run(import, progress, stop);
        return $"/imports/{import.Id}";
    }

    public async Task<Checked> Run(Import import, IProgress<Step> progress, CancellationToken stop)
    {
        import.StillDraft();
        var files = await db.ImportFiles.Where(f => f.Import == import.Id).OrderBy(f => f.Position).ToListAsync(stop);
        var done = await Look(import, files, progress, stop);
        await Keep(import, done.Files, stop);
        return done;
    }

    /// <summary>Whether it would keep a page waiting.</summary>
    public async Task<bool> IsLong(Id<Import> import, CancellationToken stop)
    {
        var rows = await db.ImportFiles.Where(f => f.Import == import).Select(f => f.Rows).ToListAsync(stop);
        return rows.Count > ManyFiles || rows.Sum() > ManyRows;
    }

    internal async Task<Checked> Look(Import import, IReadOnlyList<ImportFile> files, IProgress<Step> progress, CancellationToken stop)
    {
        var hands = files.Select(f => new FileInHand(f, token => db.GridOf(f.Id, token))).ToList();
        return await check.Run(hands, await db.MakerOf(import, stop), import.CreatesOrganisations, import.LinkKey, progress, stop);
    }

    internal async Task Keep(Import import, IReadOnlyList<CheckedFile> done, CancellationToken stop)
    {
        var checkedFiles = done.Where(d => d.Check is not null).ToList();
        var ids = checkedFiles.Select(d => d.File.Id).ToList();
        var accepted = (await db.ImportFindings.AsNoTracking().Where(f => ids.Contains(f.File) && f.Accepted).ToListAsync(stop)).ToLookup(f => f.File, Findings.Same);

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        db.Touch(import);
        await db.SaveChangesAsync(stop);
        await db.ImportFindings.Where(f => ids.Contains(f.File)).ExecuteDeleteAsync(stop);
        foreach (var file in checkedFiles)
        {
            var earlier = accepted[file.File.Id].ToHashSet();
            var findings = Findings.Rows(file.File.Id, file.Check!.Findings).ToList();
            foreach (var finding in findings) finding.Accepted = earlier.Contains(Findings.Same(finding));
            db.AddRange(findings);
            Describe(file, findings);
            var view = file.View.ToJson();
            await db.ImportContents.Where(c => c.File == file.File.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.View, view), stop);
        }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    private static void Describe(CheckedFile done, List<ImportFinding> findings)
    {
        var (file, found) = (done.File, done.Check!);
        (file.State, file.Title, file.Sheets, file.Rows) = (done.State, Cut(found.Title), found.Sheets, found.Rows);
        (file.Errors, file.Warnings, file.MappingVersion) = (done.Errors, done.Warnings, found.Version);
        file.WarningsAccepted = done.Warnings > 0 && (file.WarningsAccepted && done.Warnings > Findings.KeptOfFile || findings.Where(f => f.Kind == FindingKind.Warning).All(f => f.Accepted));
    }

    internal static string Cut(string title) => title.Length <= 300 ? title : title[..299] + "…";
}
