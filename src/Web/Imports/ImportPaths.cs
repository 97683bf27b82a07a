using System.Security.Cryptography;
using Stupeni.Accounts;
using Stupeni.Imports.Reading.Texts;
using Stupeni.Imports.Reading;
using Stupeni.Platform.Jobs;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>What a command asks for.</summary>
public sealed record ImportAsked(IReadOnlyList<string> Paths, bool DryRun, bool AcceptWarnings, bool CreatesOrganisations, string? Map, IReadOnlyDictionary<string, string> Settings, string? LinkGround = null);

/// <summary>Files from the disk, brought in at one go: read, checked, applied; a refused import leaves nothing behind.</summary>
public sealed class ImportPaths(Db db, FileKinds kinds, Mappings mappings, ParticipantKey participants, ReceiveFiles receive, CheckFiles check, CheckImport checkImport, ApplyImport apply, DescribeFile describe, WholeFiles whole)
{
    public async Task<ImportOutcome> Run(ImportAsked asked, IProgress<Step> progress, CancellationToken stop)
    {
        var map = asked.Map is null ? null : await mappings.Named(asked.Map, stop);
        if (asked.Map is not null && map is null) return ImportOutcome.Refused("", Texts.Say("Образца «{0}» нет.", asked.Map));

        var incoming = asked.Paths.Select(Incoming).ToList();
        return asked.DryRun ? await Look(asked, map, incoming, progress, stop) : await Bring(asked, map, incoming, progress, stop);
    }

    private async Task<ImportOutcome> Look(ImportAsked asked, KeptMapping? map, List<Incoming> incoming, IProgress<Step> progress, CancellationToken stop)
    {
        var linking = asked.LinkGround is null ? null : participants.Open();
        var read = receive.Read(incoming, progress, stop, linking);
        var hands = read.Select((r, i) => (Received: r, File: r.ToFile(default, i))).ToList();
        foreach (var hand in hands) Describe(hand.File, asked, map);
        var done = await check.Run([.. hands.Select(h => new FileInHand(h.File, _ => Task.FromResult(h.Received.Cells is { } cells ? Grid.FromBytes(cells) : null)))], Viewer.Program, asked.CreatesOrganisations, linking?.Fingerprint, progress, stop);
        return ImportOutcome.Of(null, asked, done.Files, [.. read.Select(r => r.Refusal)], applied: false);
    }

    private async Task<ImportOutcome> Bring(ImportAsked asked, KeptMapping? map, List<Incoming> incoming, IProgress<Step> progress, CancellationToken stop)
    {
        var import = await receive.Start(incoming, asked.CreatesOrganisations, progress, stop, asked.LinkGround);
        var files = db.ImportFiles.Local.Where(f => f.Import == import.Id).OrderBy(f => f.Position).ToList();
        foreach (var file in files) Describe(file, asked, map);
        await db.SaveChangesAsync(stop);
        var refusals = db.ImportFindings.Local.ToDictionary(f => f.File, f => Messages.Of(f.Message, f.MessageArgs));
        var done = await checkImport.Run(import, progress, stop);
        if (asked.AcceptWarnings) await describe.Read(import, [], [], rest: true, stop);

        var unread = !asked.AcceptWarnings && done.Files.Any(f => f.Warnings > 0);
        var applied = !unread && done.Files.All(f => ApplyImport.MayGo(f.State)) && done.Files.Any(f => f.State != FileState.Unchanged);
        if (applied) done = await apply.Run(import, leaveAside: false, progress, stop);
        else await db.Discard(import, stop);
        return ImportOutcome.Of(applied ? import : null, asked, done.Files, [.. files.Select(f => refusals.GetValueOrDefault(f.Id))], applied);
    }

    /// <summary>A text longer than a grid may be comes as its beginning; its kind reads the rest from the disk.</summary>
    private Incoming Incoming(string path)
    {
        if (new FileInfo(path).Length <= Limits.Default.FileBytes || !IsText(path)) return new(path, () => File.OpenRead(path));

        using var content = File.OpenRead(path);
        var sha = Convert.ToHexStringLower(SHA256.HashData(content));
        whole.Add(sha, path);
        var head = LargeText.Open(path).Head.ToArray();
        return new(path, () => new MemoryStream(head)) { Sha256 = sha };
    }

    private static bool IsText(string path) => Path.GetExtension(path).ToLowerInvariant() is ".csv" or ".tsv" or ".txt";

    private void Describe(ImportFile file, ImportAsked asked, KeptMapping? map)
    {
        if (map is not null && (file.Kind == map.Kind || file.Kind.Length == 0)) (file.Kind, file.Mapping, file.MappingVersion) = (map.Kind, map.Columns, map.Version);
        if (asked.Settings.Count == 0) return;
        if (asked.Settings.TryGetValue("file", out var kind) && kinds[kind] is not null && file.Kind.Length == 0) file.Kind = kind;
        if (kinds[file.Kind] is { TakesSettings: true } asks) file.Mapping = asks.MappingOf(asked.Settings);
    }
}
