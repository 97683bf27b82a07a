using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Imports;

/// <summary>What a command asks for.</summary>
public sealed record ImportAsked(IReadOnlyList<string> Paths, bool DryRun, bool AcceptWarnings, bool CreatesOrganisations, string? Map, IReadOnlyDictionary<string, string> Settings);

/// <summary>Files from the disk, brought in at one go: read, checked, applied; a refused import leaves nothing behind.</summary>
public sealed class ImportPaths(Db db, FileKinds kinds, Mappings mappings, ReceiveFiles receive, ReadFiles read, CheckFiles check, CheckImport checkImport, ApplyImport apply, DescribeFile describe)
{
    public async Task<ImportOutcome> Run(ImportAsked asked, IProgress<Step> progress, CancellationToken stop)
    {
        var map = asked.Map is null ? null : await mappings.Named(asked.Map, stop);
        if (asked.Map is not null && map is null) return ImportOutcome.Refused("", Texts.Say("Образца «{0}» нет.", asked.Map));

        var incoming = asked.Paths.Zip(FilePaths.Names(asked.Paths), (path, name) => new Incoming(name, () => File.OpenRead(path))).ToList();
        return asked.DryRun ? await Look(asked, map, incoming, progress, stop) : await Bring(asked, map, incoming, progress, stop);
    }

    private async Task<ImportOutcome> Look(ImportAsked asked, ImportMapping? map, List<Incoming> incoming, IProgress<Step> progress, CancellationToken stop)
    {
        var taken = read.Read(TakenFiles.Of(incoming).Files, progress, stop);
        var hands = taken.Select((r, i) => (Received: r, File: r.ToFile(default, i))).ToList();
        foreach (var hand in hands) Describe(hand.File, asked, map);
        var done = await check.Run([.. hands.Select(h => new FileInHand(h.File, _ => Task.FromResult(h.Received.Cells is { } cells ? Grid.FromBytes(cells) : null)))], new(Viewer.Program, asked.CreatesOrganisations, new()), progress, stop);
        return ImportOutcome.Of(null, asked, done.Files, [.. taken.Select(r => r.Refusal)], applied: false);
    }

    private async Task<ImportOutcome> Bring(ImportAsked asked, ImportMapping? map, List<Incoming> incoming, IProgress<Step> progress, CancellationToken stop)
    {
        var import = await receive.Start(incoming, asked.CreatesOrganisations, progress, stop);
        var files = await db.ImportFiles.Where(f => f.Import == import.Id).OrderBy(f => f.Position).ToListAsync(stop);
        foreach (var file in files) Describe(file, asked, map);
        await db.SaveChangesAsync(stop);
        var refusals = db.ImportFindings.Local.ToDictionary(f => f.File, f => Messages.Of(f.Message, f.MessageArgs));
        var found = files.Where(f => f.State == FileState.Unreadable).Select(f => new CheckedFile(f, null, null, FileView.Nothing)).ToList();
        await checkImport.Run(import, progress, stop, found.Add);
        db.ChangeTracker.Clear();
        db.Attach(import);
        var done = new Checked(found, new());
        if (asked.AcceptWarnings) await describe.Read(import, [], [], rest: true, stop);

        var unread = !asked.AcceptWarnings && done.Files.Any(f => f.Warnings > 0);
        var applied = !unread && done.Files.All(f => ApplyImport.MayGo(f.State)) && done.Files.Any(f => f.State != FileState.Unchanged);
        if (applied) done = await apply.Run(import, leaveAside: false, progress, stop);
        else await db.Discard(import, stop);
        return ImportOutcome.Of(applied ? import : null, asked, done.Files, [.. files.Select(f => refusals.GetValueOrDefault(f.Id))], applied);
    }

    private void Describe(ImportFile file, ImportAsked asked, ImportMapping? map)
    {
        if (map is not null && (file.Kind == map.Kind || file.Kind.Length == 0)) (file.Kind, file.Mapping) = (map.Kind, map.Columns);
        if (asked.Settings.Count == 0) return;
        if (asked.Settings.TryGetValue("file", out var kind) && kinds[kind] is not null && file.Kind.Length == 0) file.Kind = kind;
        if (kinds[file.Kind] is { MapPage: not null } mapped) file.Mapping = mapped.MappingOf(asked.Settings);
    }
}
