using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>Takes files in: reads each into a grid without names, packs the grid and forgets the file.</summary>
public sealed class ReceiveFiles(Db db, FileKinds kinds, Viewer viewer, Clock clock)
{
    public const int Most = 500;

    /// <summary>The sheet of a template that shows how rows look.</summary>
    public const string ExampleSheet = "Пример";

    private const int Attempts = 20;

    private readonly Lock turn = new();

    /// <summary>A new import with the files in it, not yet checked.</summary>
    public async Task<Import> Start(IReadOnlyList<Incoming> files, bool createsOrganisations, IProgress<Platform.Jobs.Step> progress, CancellationToken stop)
    {
        Some(files.Count);
        var read = Read(files, progress, stop);
        var import = await Begin(createsOrganisations, stop);
        Add(import, read, 0);
        await db.SaveChangesAsync(stop);
        return import;
    }

    /// <summary>More files for a draft; a file of a name it has already replaces that one.</summary>
    public async Task Add(Import import, IReadOnlyList<Incoming> files, CancellationToken stop)
    {
        Some(files.Count);
        import.StillDraft();
        var known = await db.ImportFiles.Where(f => f.Import == import.Id).ToListAsync(stop);
        Some(known.Count + files.Count);
        var read = Read(files, new Progress<Platform.Jobs.Step>(), stop);
        foreach (var file in read)
            db.RemoveRange(known.Where(k => string.Equals(k.Name, file.Name, StringComparison.OrdinalIgnoreCase)));
        Add(import, read, known.Count == 0 ? 0 : known.Max(k => k.Position) + 1);
        db.Touch(import);
        await db.SaveChangesAsync(stop);
    }

    /// <summary>The files as rows and packed cells, nothing stored.</summary>
    public IReadOnlyList<Received> Read(IReadOnlyList<Incoming> files, IProgress<Platform.Jobs.Step> progress, CancellationToken stop) => ReadTogether.All(files, progress, Read, stop);

    private Received Read(Incoming file, CancellationToken stop)
    {
        var name = Path.GetFileName(file.Name.Replace('\\', '/')) is { Length: > 0 } given ? given[^Math.Min(given.Length, 260)..] : "?";
        var (content, sha) = Taken(file);
        try
        {
            var grid = Contacts.Without(WithoutExample(Spreadsheet.Read(content, name, Limits.Default, PersonalColumns.None, stop)));
            return new(name, sha, grid.ToBytes(), kinds.Recognise(grid)?.Code ?? "", grid.DroppedColumns.Sum(c => c.Values), grid.Sheets.Sum(s => s.Rows.Count), null);
        }
        catch (Unreadable refusal)
        {
            return new(name, sha, null, "", 0, 0, refusal.Why);
        }
    }

    /// <summary>The bytes of a file and their hash; of a file that is too large only one byte more than may be. Files of one request share its stream, so they are taken in turn.</summary>
    private (ReadOnlyMemory<byte> Content, string Sha256) Taken(Incoming file)
    {
        lock (turn)
        {
            using var content = file.Open();
            var sha = SHA256.HashData(content);
            using var again = file.Open();
            using var bytes = new MemoryStream(again.CanSeek ? (int)Math.Min(again.Length, Limits.Default.FileBytes) : 0);
            var buffer = new byte[1 << 16];
            for (int got; bytes.Length <= Limits.Default.FileBytes && (got = again.Read(buffer)) > 0;) bytes.Write(buffer, 0, got);
            return (bytes.GetBuffer().AsMemory(0, (int)bytes.Length), Convert.ToHexStringLower(sha));
        }
    }

    private static Grid WithoutExample(Grid grid) =>
        grid.Sheets.Any(s => s.Name == ExampleSheet) && grid.Sheets.Count > 1 ? grid with { Sheets = [.. grid.Sheets.Where(s => s.Name != ExampleSheet)] } : grid;

    private static void Some(int count)
    {
        if (count == 0) throw new RuleBroken("Выберите хотя бы один файл.", "files");
        if (count > Most) throw new RuleBroken("За один раз можно загрузить не больше {0} файлов.", "files", Most);
    }

    /// <summary>Numbers follow each other; one that someone took meanwhile is tried again.</summary>
    private async Task<Import> Begin(bool createsOrganisations, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            var last = await db.Imports.MaxAsync(i => (int?)i.Number, stop) ?? 0;
            var import = new Import { Number = last + 1, CreatedAt = clock.Now, By = viewer.Person, ByName = viewer.Name, CreatesOrganisations = createsOrganisations };
            db.Add(import);
            try
            {
                await db.SaveChangesAsync(stop);
                return import;
            }
            catch (DbUpdateException taken) when (taken.IsTaken() && attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private void Add(Import import, IReadOnlyList<Received> files, int position)
    {
        foreach (var received in files)
        {
            var file = received.ToFile(import.Id, position++);
            db.Add(file);
            if (received.Cells is { } cells) db.Add(new ImportContent { File = file.Id, Grid = cells });
            if (received.Refusal is { } why) db.Add(Findings.Row(file.Id, 0, new(FindingKind.Error, "", null, "", "", "", why)));
        }
    }
}

/// <summary>A file as it comes: its name and its bytes, which may be read twice.</summary>
public sealed record Incoming(string Name, Func<Stream> Open);

/// <summary>A file that has been read: its cells packed, or why it could not be read.</summary>
public sealed record Received(string Name, string Sha256, byte[]? Cells, string Kind, int DroppedValues, int Rows, Message? Refusal)
{
    public ImportFile ToFile(Platform.Id<Import> import, int position) => new()
    {
        Import = import, Position = position, Name = Name, Sha256 = Sha256, Kind = Kind, DroppedValues = DroppedValues, Rows = Rows,
        State = Cells is null ? FileState.Unreadable : FileState.Received, Errors = Cells is null ? 1 : 0,
    };
}
