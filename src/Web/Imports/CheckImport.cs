using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Imports;

/// <summary>
/// Checks the files of a draft that wait for it and keeps what was found of each before it goes to the next: stopped half-way, it goes on with the file
/// at which it stood. What the checked ones brought is kept with them, so that later files rest on it all the same.
/// </summary>
public sealed class CheckImport(Db db, CheckFiles check, KeepCheck keep) : IWork
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

    /// <param name="seen">Shown each file as it was found; nothing of it is held otherwise.</param>
    public async Task Run(Import import, IProgress<Step> progress, CancellationToken stop, Action<CheckedFile>? seen = null)
    {
        import.StillDraft();
        while (!await Through(import, progress, seen, stop))
        {
            // Somebody changed the import meanwhile: whoever did has made its files wait again, so it begins anew.
        }
    }

    /// <summary>Makes all files wait for a check: one may rest on any other.</summary>
    public Task Again(Import import, CancellationToken stop) => db.ImportFiles.Where(f => f.Import == import.Id && f.State != FileState.Unreadable).ExecuteUpdateAsync(f => f.SetProperty(x => x.State, FileState.Received), stop);

    /// <summary>Whether it would keep a page waiting.</summary>
    public async Task<bool> IsLong(Id<Import> import, CancellationToken stop)
    {
        var files = await db.ImportFiles.Where(f => f.Import == import).GroupBy(_ => 1).Select(g => new { Count = g.Count(), Rows = g.Sum(f => f.Rows) }).SingleOrDefaultAsync(stop);
        return files is not null && (files.Count > ManyFiles || files.Rows > ManyRows);
    }

    /// <summary>All files, whatever was found before, with their plans.</summary>
    internal async Task<Checked> Look(Import import, IReadOnlyList<ImportFile> files, IProgress<Step> progress, CancellationToken stop) =>
        await check.Run([.. files.Select(InHand)], await Asked(import, stop), progress, stop);

    private async Task<bool> Through(Import import, IProgress<Step> progress, Action<CheckedFile>? seen, CancellationToken stop)
    {
        var token = await db.Imports.AsNoTracking().Where(i => i.Id == import.Id && i.State == ImportState.Draft).Select(i => (int?)i.Token).SingleOrDefaultAsync(stop);
        if (token is null) throw new RuleBroken("Импорт № {0} уже применён или удалён.", "", import.Number);

        var files = await db.ImportFiles.AsNoTracking().Where(f => f.Import == import.Id).OrderBy(f => f.Position).ToListAsync(stop);
        var asked = await Asked(import, stop);
        var before = files.FindAll(f => f.State is not (FileState.Received or FileState.Unreadable));
        foreach (var brought in await Brought(before, stop)) asked.Draft.Recall(brought);
        await foreach (var done in check.Each([.. files.Where(f => f.State == FileState.Received).Select(InHand)], asked, before, progress, stop))
        {
            if (!await keep.Keep(import.Id, token.Value, done, asked.Draft.Told(), stop)) return false;
            seen?.Invoke(done with { Check = done.Check! with { Plan = null } });
        }

        return true;
    }

    private async Task<List<string?>> Brought(List<ImportFile> before, CancellationToken stop)
    {
        var ids = before.ConvertAll(f => f.Id);
        return await db.ImportContents.AsNoTracking().Where(c => ids.Contains(c.File) && c.Brought != null).Select(c => c.Brought).ToListAsync(stop);
    }

    private async Task<FilesAsked> Asked(Import import, CancellationToken stop) => new(await db.MakerOf(import, stop), import.CreatesOrganisations, new(import.Id), import.LinkKey);

    private FileInHand InHand(ImportFile file) => new(file, token => db.GridOf(file.Id, token));
}
