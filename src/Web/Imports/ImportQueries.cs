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
}
