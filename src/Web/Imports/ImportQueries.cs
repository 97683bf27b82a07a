using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Imports;

public static class ImportQueries
{
    /// <summary>One's own imports; all of them for those who import for the whole region.</summary>
    public static IQueryable<Import> VisibleTo(this IQueryable<Import> imports, Viewer viewer) =>
        viewer.MayEverywhere(Permission.ImportFiles) ? imports : imports.Where(i => i.By == viewer.Person && i.By != null && viewer.May(Permission.ImportFiles));

    /// <summary>The import if the viewer may see it, to be changed.</summary>
    public static Task<Import?> Seen(this Db db, Viewer viewer, Id<Import> id, CancellationToken stop = default) => db.Imports.VisibleTo(viewer).SingleOrDefaultAsync(i => i.Id == id, stop);

    public static async Task<Grid?> GridOf(this Db db, Id<ImportFile> file, CancellationToken stop = default) =>
        await db.ImportContents.AsNoTracking().Where(c => c.File == file).Select(c => c.Grid).SingleOrDefaultAsync(stop) is { } bytes ? Grid.FromBytes(bytes) : null;

    /// <summary>Whose rights decide for the files of the import: those of its maker as they are today.</summary>
    public static Task<Viewer> MakerOf(this Db db, Import import, CancellationToken stop = default) =>
        import.By is { } person ? db.ViewerOf(person, stop) : Task.FromResult(Viewer.Program);

    /// <summary>Marks the import as changed, so that someone who saw it before has to look again.</summary>
    internal static void Touch(this Db db, Import import)
    {
        import.StillDraft();
        db.Entry(import).Property(i => i.Token).CurrentValue++;
    }

    /// <summary>Gives a draft up: what was read of its files is wiped.</summary>
    internal static async Task Discard(this Db db, Import import, CancellationToken stop = default)
    {
        import.Discard();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.SaveChangesAsync(stop);
        var files = db.ImportFiles.Where(f => f.Import == import.Id).Select(f => f.Id);
        await db.ImportFindings.Where(f => files.Contains(f.File)).ExecuteDeleteAsync(stop);
        await db.ImportContents.Where(c => files.Contains(c.File)).ExecuteDeleteAsync(stop);
        await transaction.CommitAsync(stop);
    }
}
