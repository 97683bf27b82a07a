using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>A kept mapping with its latest version, and how many applied files were read by any of them.</summary>
public sealed record MappingRow(ImportMapping Mapping, int Version, DateTime SavedAt, string SavedBy, int Files);

/// <summary>A version with how many applied files were read by it.</summary>
public sealed record VersionRow(MappingVersion Version, int Files);

public static class MappingQueries
{
    /// <summary>By name, those in use first.</summary>
    public static async Task<List<MappingRow>> KeptMappings(this Db db, CancellationToken stop = default)
    {
        var rows = await (from mapping in db.ImportMappings.AsNoTracking()
                          join version in db.MappingVersions on mapping.Id equals version.Mapping
                          where version.Number == db.MappingVersions.Where(v => v.Mapping == mapping.Id).Max(v => v.Number)
                          select new MappingRow(mapping, version.Number, version.SavedAt, version.SavedBy,
                              db.ImportFiles.Count(f => f.State == FileState.Applied && db.MappingVersions.Any(v => v.Mapping == mapping.Id && v.Id == f.MappingVersion)))).ToListAsync(stop);
        return [.. rows.OrderBy(r => r.Mapping.RetiredAt is not null).ThenBy(r => r.Mapping.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>The latest first.</summary>
    public static Task<List<VersionRow>> VersionsOf(this Db db, Id<ImportMapping> mapping, CancellationToken stop = default) =>
        db.MappingVersions.AsNoTracking().Where(v => v.Mapping == mapping).OrderByDescending(v => v.Number)
            .Select(v => new VersionRow(v, db.ImportFiles.Count(f => f.State == FileState.Applied && f.MappingVersion == v.Id))).ToListAsync(stop);

    /// <summary>The kept mapping by which a file was read: its name and the version.</summary>
    public static Task<ReadBy?> ReadBy(this Db db, Id<MappingVersion>? version, CancellationToken stop = default) =>
        (from v in db.MappingVersions where v.Id == version join mapping in db.ImportMappings on v.Mapping equals mapping.Id select new ReadBy(mapping.Id, mapping.Name, v.Number, v.SavedAt)).FirstOrDefaultAsync(stop);
}

public sealed record ReadBy(Id<ImportMapping> Mapping, string Name, int Number, DateTime SavedAt);
