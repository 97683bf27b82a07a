using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Imports;

/// <summary>Takes files in: reads each into a grid without names, packs the grid and forgets the file. A few at a time: those are kept before the next are read.</summary>
public sealed class ReceiveFiles(Db db, ReadFiles read, MendFiles mend, ParticipantKey participants, Viewer viewer, Clock clock)
{
    public const int Most = 500;

    private const int Attempts = 20;

    /// <summary>So many are read at once and then kept one by one: what a broken link or a stopped program loses.</summary>
    private const int Together = 8;

    private static readonly Progress<Step> Nobody = new();

    /// <summary>A new import with the files in it, not yet checked.</summary>
    /// <param name="linkGround">Why attempts of one participant are to be linked; null where they are not.</param>
    public async Task<Import> Start(IReadOnlyList<Incoming> files, bool createsOrganisations, IProgress<Step> progress, CancellationToken stop, string? linkGround = null)
    {
        var taken = TakenFiles.Of(files);
        Some(taken, 0);
        var import = await Begin(createsOrganisations, stop, linkGround);
        await Put(import, taken, once: false, progress, stop);
        return import;
    }

    /// <summary>More files for a draft; a file of a name it has already replaces that one, and one that is there already, whatever its name, is not kept twice.</summary>
    public async Task<Arrived> Add(Import import, IReadOnlyList<Incoming> files, CancellationToken stop)
    {
        import.StillDraft();
        var taken = TakenFiles.Of(files);
        Some(taken, await db.ImportFiles.CountAsync(f => f.Import == import.Id, stop));
        return await Put(import, taken, once: true, Nobody, stop);
    }

    /// <summary>An import without files yet. Numbers follow each other; one that someone took meanwhile is tried again.</summary>
    public async Task<Import> Begin(bool createsOrganisations, CancellationToken stop, string? linkGround = null)
    {
        var linking = linkGround is null ? null : Linked(linkGround);
        for (var attempt = 1; ; attempt++)
        {
            var last = await db.Imports.MaxAsync(i => (int?)i.Number, stop) ?? 0;
            var import = new Import { Number = last + 1, CreatedAt = clock.Now, By = viewer.Person, ByName = viewer.Name, CreatesOrganisations = createsOrganisations };
            if (linking is not null) import.LinkAttempts(linkGround, linking.Fingerprint);
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

    private Linking Linked(string ground)
    {
        if (string.IsNullOrWhiteSpace(ground)) throw new RuleBroken("Напишите основание: без него попытки не связываются.", "linkGround");
        return participants.Open();
    }

    private static void Some(TakenFiles taken, int known)
    {
        if (taken.Files.Count == 0 && taken.Archives.Count > 0) throw new RuleBroken("В архиве «{0}» нет ни одной таблицы: нужны файлы xlsx, xls или csv.", "files", taken.Archives[0]);
        if (taken.Files.Count == 0) throw new RuleBroken("Выберите хотя бы один файл.", "files");
        if (known + taken.Files.Count > Most) throw new RuleBroken("За один раз можно загрузить не больше {0} файлов.", "files", Most);
    }

    /// <param name="once">Whether a file that is there already is left out. In a new import it is shown, as one that changes nothing.</param>
    private async Task<Arrived> Put(Import import, TakenFiles taken, bool once, IProgress<Step> progress, CancellationToken stop)
    {
        var linking = import.LinkGround is { } ground ? Linked(ground) : null;
        if (linking?.Fingerprint != import.LinkKey) throw new RuleBroken("Ключ связывания с тех пор заменён: удалите этот импорт и загрузите файлы заново.", "files");
        var known = await db.ImportFiles.Where(f => f.Import == import.Id).ToListAsync(stop);
        var arrived = new Arrived(0, 0, 0, 0, [], taken.Passed);
        foreach (var together in taken.Files.Chunk(Together))
        {
            progress.Report(new(arrived.Files, taken.Files.Count, "Читается {0}", together[0].Name));
            foreach (var received in read.Read(together, Nobody, stop, linking))
            {
                if (once && known.Find(k => k.Sha256 == received.Sha256) is { } same) arrived = arrived with { Repeated = [.. arrived.Repeated, same.Name == received.Name ? received.Name : $"{received.Name} = {same.Name}"] };
                else if (received.Book is { } book && book.Import == import.Id) arrived = arrived with { Books = arrived.Books + 1, Mended = arrived.Mended + await mend.Take(import, book, stop) };
                else arrived = await Put(import, received.Book is null ? received : received.Refused(new("«{0}» — книга с ошибками другого импорта: загрузите её в тот импорт, из которого она скачана.", received.Name)), known, arrived, stop);
            }
        }

        return arrived;
    }

    private async Task<Arrived> Put(Import import, Received received, List<ImportFile> known, Arrived arrived, CancellationToken stop)
    {
        var replaced = known.FindAll(k => string.Equals(k.Name, received.Name, StringComparison.OrdinalIgnoreCase));
        var file = received.ToFile(import.Id, known.Count == 0 ? 0 : known.Max(k => k.Position) + 1);
        db.RemoveRange(replaced);
        known.RemoveAll(replaced.Contains);
        known.Add(file);
        db.Add(file);
        var content = received.Cells is { } cells ? new ImportContent { File = file.Id, Grid = cells } : null;
        if (content is not null) db.Add(content);
        if (received.Refusal is { } why) db.Add(Findings.Row(file.Id, 0, new(FindingKind.Error, "", null, "", "", "", why)));
        db.Touch(import);
        await db.SaveChangesAsync(stop);
        if (content is not null) db.Entry(content).State = EntityState.Detached;
        return arrived with { Kept = arrived.Kept + 1, Replaced = arrived.Replaced + replaced.Count };
    }
}

/// <summary>What came of files that were sent.</summary>
/// <param name="Repeated">Those whose content was there already: «a.xlsx = b.xlsx».</param>
/// <param name="Passed">What came along and is no table.</param>
/// <param name="Books">Workbooks of errors that were brought back.</param>
/// <param name="Mended">Cells mended by a workbook of errors.</param>
public sealed record Arrived(int Kept, int Replaced, int Books, int Mended, IReadOnlyList<string> Repeated, IReadOnlyList<string> Passed)
{
    public int Files => Kept + Books + Repeated.Count;
}
