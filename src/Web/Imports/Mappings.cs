using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>Mappings of columns that people made once: saved by name, found again by name or by the headers they were made for. A change is a version of its own.</summary>
public sealed class Mappings(Db db, Viewer viewer, Clock clock)
{
    /// <summary>The same for the same headers in the same order, however they are written.</summary>
    public static string Fingerprint(IEnumerable<string> headers) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', headers.Select(Cells.FoldHeader)))));

    /// <summary>The version by which the file was read before; else the latest that was saved for these headers and is not retired.</summary>
    public Task<MappingVersion?> Find(string kind, string fingerprint, Id<MappingVersion>? before = null, CancellationToken stop = default) => before is { } known
        ? db.MappingVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == known, stop)
        : (from mapping in db.ImportMappings.AsNoTracking()
           where mapping.Kind == kind && mapping.Fingerprint == fingerprint && mapping.RetiredAt == null
           join version in db.MappingVersions on mapping.Id equals version.Mapping
           orderby version.SavedAt descending, version.Number descending
           select version).FirstOrDefaultAsync(stop);

    /// <summary>The mapping of this name with its latest version.</summary>
    public async Task<KeptMapping?> Named(string name, CancellationToken stop = default) =>
        await (from mapping in db.ImportMappings.AsNoTracking()
               where mapping.Name == name && mapping.RetiredAt == null
               join version in db.MappingVersions on mapping.Id equals version.Mapping
               orderby version.Number descending
               select new KeptMapping(mapping.Kind, version.Columns, version.Id)).FirstOrDefaultAsync(stop);

    /// <summary>Keeps the mapping under the name: as the next version where the name is known and says something else. The caller saves.</summary>
    public async Task<MappingVersion> Keep(string name, string kind, string fingerprint, string columns, CancellationToken stop = default)
    {
        var mapping = await db.ImportMappings.SingleOrDefaultAsync(m => m.Name == name, stop);
        if (mapping is not null && mapping.Kind != kind) throw new RuleBroken("Образец «{0}» уже есть, и он для файлов другого вида. Назовите иначе.", nameof(name), name);
        if (mapping is null) db.Add(mapping = new() { Name = name, Kind = kind, Fingerprint = fingerprint });
        var last = await db.MappingVersions.AsNoTracking().Where(v => v.Mapping == mapping.Id).OrderByDescending(v => v.Number).FirstOrDefaultAsync(stop);
        mapping.UseAgain();
        mapping.Fingerprint = fingerprint;
        if (last?.Columns == columns) return last;

        var next = new MappingVersion { Mapping = mapping.Id, Number = (last?.Number ?? 0) + 1, Columns = columns, SavedAt = clock.Now, SavedBy = viewer.Name };
        db.Add(next);
        return next;
    }
}

/// <summary>A mapping as a file is read by it.</summary>
public sealed record KeptMapping(string Kind, string Columns, Id<MappingVersion> Version);
