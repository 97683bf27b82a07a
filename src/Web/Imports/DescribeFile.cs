using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>What a person says of a file that the product cannot know: its kind, its columns, that its warnings were read. The draft is checked again after.</summary>
public sealed class DescribeFile(Db db, FileKinds kinds)
{
    public async Task Kind(Import import, Id<ImportFile> id, string kind, CancellationToken stop)
    {
        var file = await Found(import, id, stop);
        if (kinds[kind] is null) throw new RuleBroken("Выберите вид файла.", nameof(kind));
        if (file.State == FileState.Unreadable) throw new RuleBroken("Файл не прочитан: загрузите исправленный.", nameof(kind));
        if (file.Kind != kind) (file.Kind, file.Mapping, file.MappingVersion) = (kind, null, null);
        await Again(import, file, stop);
    }

    /// <param name="mapping">JSON of the kind's own shape.</param>
    /// <param name="version">The version under which it was kept, if it was.</param>
    public async Task Map(Import import, Id<ImportFile> id, string mapping, MappingVersion? version, CancellationToken stop)
    {
        var file = await Found(import, id, stop);
        (file.Mapping, file.MappingVersion) = (mapping, version?.Id);
        await Again(import, file, stop);
    }

    public async Task Remove(Import import, Id<ImportFile> id, CancellationToken stop)
    {
        db.Remove(await Found(import, id, stop));
        db.Touch(import);
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Marks the warnings among these as read, the others among the shown as not read.</summary>
    public async Task Read(Import import, IReadOnlyCollection<Id<ImportFinding>> shown, IReadOnlyCollection<Id<ImportFinding>> read, bool rest, CancellationToken stop)
    {
        import.StillDraft();
        var files = await db.ImportFiles.Where(f => f.Import == import.Id && f.Warnings > 0).ToListAsync(stop);
        var ids = files.Select(f => f.Id).ToList();
        var warnings = await db.ImportFindings.Where(f => ids.Contains(f.File) && f.Kind == FindingKind.Warning).ToListAsync(stop);
        foreach (var warning in warnings) warning.Accepted = read.Contains(warning.Id) || (shown.Contains(warning.Id) ? false : rest || warning.Accepted);
        foreach (var file in files) file.WarningsAccepted = warnings.Where(w => w.File == file.Id).All(w => w.Accepted);
        await db.SaveChangesAsync(stop);
    }

    private async Task<ImportFile> Found(Import import, Id<ImportFile> id, CancellationToken stop)
    {
        import.StillDraft();
        return await db.ImportFiles.SingleAsync(f => f.Id == id && f.Import == import.Id, stop);
    }

    private async Task Again(Import import, ImportFile file, CancellationToken stop)
    {
        file.State = FileState.Received;
        db.Touch(import);
        await db.SaveChangesAsync(stop);
    }
}
