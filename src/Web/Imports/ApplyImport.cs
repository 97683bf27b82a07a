using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Register;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Imports;

/// <summary>Applies a draft: checks it again, then carries everything out in one transaction, or nothing.</summary>
public sealed class ApplyImport(Db db, CheckImport check, KeepCheck keep, OrganisationEffects organisations, Recording recording, Clock clock) : IWork
{
    public static string Name => "apply-import";

    public async Task<string> Run(string input, IProgress<Step> progress, CancellationToken stop)
    {
        var parts = input.Split(' ');
        var import = await db.Imports.SingleAsync(i => i.Id == new Id<Import>(Guid.Parse(parts[0])), stop);
        await Run(import, leaveAside: parts is [_, "leave"], progress, stop);
        return $"/imports/{import.Id}";
    }

    /// <summary>What <see cref="Run(string, IProgress{Step}, CancellationToken)"/> is given.</summary>
    public static string Input(Id<Import> import, bool leaveAside) => leaveAside ? $"{import} leave" : $"{import}";

    /// <param name="leaveAside">Files with errors, unknown or unmapped ones stay out.</param>
    public async Task<Checked> Run(Import import, bool leaveAside, IProgress<Step> progress, CancellationToken stop)
    {
        import.StillDraft();
        if (await db.ImportFiles.AnyAsync(f => f.Import == import.Id && f.State == FileState.Received, stop)) await check.Run(import, progress, stop);
        // A check writes past what this scope has read of its files.
        foreach (var stale in db.ChangeTracker.Entries<ImportFile>().ToList()) stale.State = EntityState.Detached;
        var files = await db.ImportFiles.Where(f => f.Import == import.Id).OrderBy(f => f.Position).ToListAsync(stop);
        if (leaveAside) files.RemoveAll(f => !MayGo(f.State));
        var done = await check.Look(import, files, progress, stop);

        if (done.Files.All(d => MayGo(d.State)) && done.Files.Any(d => d.State is FileState.Ready or FileState.HasWarnings) && await AllRead(done.Files, stop)) await CarryOut(import, done, progress, stop);
        else
        {
            foreach (var file in done.Files) await keep.Keep(import.Id, import.Token, file, null, stop);
            Refuse(done.Files);
        }

        return done;
    }

    internal static bool MayGo(FileState state) => state is FileState.Ready or FileState.HasWarnings or FileState.Unchanged;

    private async Task CarryOut(Import import, Checked done, IProgress<Step> progress, CancellationToken stop)
    {
        recording.Why ??= $"Импорт {import.Label}";
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        import.Applied(clock.Now);
        await db.SaveChangesAsync(stop);
        await organisations.Create(import, done.New, stop);
        foreach (var (at, file) in done.Files.Where(f => f.State != FileState.Unchanged).Index())
        {
            progress.Report(new(at, done.Files.Count, "Применяется {0}", file.File.Name));
            await file.Kind!.Apply(file.Check!.Plan!, import, stop);
            Describe(file);
        }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Whether each warning of this check was read in an earlier one.</summary>
    private async Task<bool> AllRead(IReadOnlyList<CheckedFile> done, CancellationToken stop)
    {
        var ids = done.Where(d => d.Warnings > 0).Select(d => d.File.Id).ToList();
        var read = (await db.ImportFindings.AsNoTracking().Where(f => ids.Contains(f.File) && f.Accepted).ToListAsync(stop)).Select(f => (f.File, Findings.Same(f))).ToHashSet();
        return done.SelectMany(d => Findings.Rows(d.File.Id, d.Check!.Findings)).All(f => read.Contains((f.File, Findings.Same(f))));
    }

    private static void Describe(CheckedFile done)
    {
        var (file, found) = (done.File, done.Check!);
        (file.State, file.Title, file.Sheets, file.Rows, file.MappingVersion) = (FileState.Applied, KeepCheck.Cut(found.Title), found.Sheets, found.Rows, found.Version);
    }

    private static void Refuse(IReadOnlyList<CheckedFile> done)
    {
        var bad = done.Count(d => !MayGo(d.State));
        if (bad > 0) throw new RuleBroken("Импорт не применён: {0}. Исправьте их или примените остальные файлы, отложив эти.", "", Texts.Count(bad, "файл с ошибками|файла с ошибками|файлов с ошибками"));
        if (done.All(d => d.State == FileState.Unchanged)) throw new RuleBroken("Применять нечего: всё, что есть в файлах, уже загружено.");
        throw new RuleBroken("Прочтите предупреждения и отметьте их: после этого импорт можно применить.", "warnings");
    }
}
