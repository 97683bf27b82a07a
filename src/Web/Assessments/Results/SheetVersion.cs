using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Results;

/// <summary>One version of a sheet and the import that brought it.</summary>
public sealed record SheetVersion(Id<ScoreSheet> Id, SheetState State, int Participants, int Judged, int BelowThreshold, Id<Import> ImportId, int Import, DateTime At, string By);

public static class SheetVersions
{
    /// <summary>All versions of the same class in the procedure, the newest first.</summary>
    public static async Task<IReadOnlyList<SheetVersion>> Versions(this Db db, ScoreSheet sheet, CancellationToken stop) =>
        await (from version in db.ScoreSheets.AsNoTracking()
               where version.Procedure == sheet.Procedure && version.Organisation == sheet.Organisation && version.Class == sheet.Class && (version.State == SheetState.Retakes) == (sheet.State == SheetState.Retakes)
               join import in db.Imports on version.Import equals import.Id
               orderby import.Number descending
               select new SheetVersion(version.Id, version.State, version.Participants, version.Judged, version.BelowThreshold, import.Id, import.Number, import.AppliedAt ?? import.CreatedAt, import.ByName)).ToListAsync(stop);
}
