using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Imports.Reading.Texts;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Imports;

/// <summary>What a command asks for.</summary>
public sealed record ImportAsked(IReadOnlyList<string> Paths, bool DryRun, bool AcceptWarnings, bool CreatesOrganisations, string? Map, IReadOnlyDictionary<string, string> Settings, string? LinkGround = null);

/// <summary>Files from the disk, brought in at one go: read, checked, applied; a refused import leaves nothing behind.</summary>
public sealed class ImportPaths(Db db, FileKinds kinds, Mappings mappings, ParticipantKey participants, ReceiveFiles receive, ReadFiles read, CheckFiles check, CheckImport checkImport, ApplyImport apply, DescribeFile describe, WholeFiles whole)
{
    public async Task<ImportOutcome> Run(ImportAsked asked, IProgress<Step> progress, CancellationToken stop)
    {
        var map = asked.Map is null ? null : await mappings.Named(asked.Map, stop);
        if (asked.Map is not null && map is null) return ImportOutcome.Refused("", Texts.Say("Образца «{0}» нет.", asked.Map));

        var incoming = asked.Paths.Zip(FilePaths.Names(asked.Paths), Incoming).ToList();
        return asked.DryRun ? await Look(asked, map, incoming, progress, stop) : await Bring(asked, map, incoming, progress, stop);
    }

    private async Task<ImportOutcome> Look(ImportAsked asked, KeptMapping? map, List<Incoming> incoming, IProgress<Step> progress, CancellationToken stop)
    {
        var linking = asked.LinkGround is null ? null : participants.Open();
        var taken = read.Read(TakenFiles.Of(incoming).Files, progress, stop, linking);
        var hands = taken.Select((r, i) => (Received: r, File: r.ToFile(default, i))).ToList();
        foreach (var hand in hands) Describe(hand.File, asked, map);
        var done = await check.Run([.. hands.Select(h => new FileInHand(h.File, _ => Task.FromResult(h.Received.Cells is { } cells ? Grid.FromBytes(cells) : null)))], new(Viewer.Program, asked.CreatesOrganisations, new(), linking?.Fingerprint), progress, stop);
        return ImportOutcome.Of(null, asked, done.Files, [.. taken.Select(r => r.Refusal)], applied: false);
    }

    private async Task<ImportOutcome> Bring(ImportAsked asked, KeptMapping? map, List<Incoming> incoming, IProgress<Step> progress, CancellationToken stop)
    {
        var import = await receive.Start(incoming, asked.CreatesOrganisations, progress, stop, asked.LinkGround);
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

    /// <summary>A text longer than a grid may be comes as its beginning; its kind reads the rest from the disk.</summary>
    private Incoming Incoming(string path, string name)
    {
        if (new FileInfo(path).Length <= Limits.Default.FileBytes || !IsText(path)) return new(name, () => File.OpenRead(path));

        using var content = File.OpenRead(path);
        var sha = Convert.ToHexStringLower(SHA256.HashData(content));
        whole.Add(sha, path);
        var head = LargeText.Open(path).Head.ToArray();
        return new(name, () => new MemoryStream(head)) { Sha256 = sha };
    }

    private static bool IsText(string path) => Path.GetExtension(path).ToLowerInvariant() is ".csv" or ".tsv" or ".txt";

    private void Describe(ImportFile file, ImportAsked asked, KeptMapping? map)
    {
        if (map is not null && (file.Kind == map.Kind || file.Kind.Length == 0)) (file.Kind, file.Mapping, file.MappingVersion) = (map.Kind, map.Columns, map.Version);
        if (asked.Settings.Count == 0) return;
        if (asked.Settings.TryGetValue("file", out var kind) && kinds[kind] is not null && (file.Kind.Length == 0 || kinds[file.Kind] is { TakesSettings: true })) file.Kind = kind;
        if (kinds[file.Kind] is { TakesSettings: true } asks) file.Mapping = asks.MappingOf(asked.Settings);
    }
}
