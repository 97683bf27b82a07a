using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>Mappings of columns that people made once: saved by name, found again by name or by the headers they were made for.</summary>
public sealed class Mappings(Db db, Viewer viewer, Clock clock)
{
    /// <summary>The same for the same headers in the same order, however they are written.</summary>
    public static string Fingerprint(IEnumerable<string> headers) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', headers.Select(Cells.FoldHeader)))));

    /// <summary>The latest mapping that was saved for these headers.</summary>
    public Task<ImportMapping?> Find(string kind, string fingerprint, CancellationToken stop = default) =>
        db.ImportMappings.AsNoTracking().Where(m => m.Kind == kind && m.Fingerprint == fingerprint).OrderByDescending(m => m.SavedAt).FirstOrDefaultAsync(stop);

    public Task<ImportMapping?> Named(string name, CancellationToken stop = default) =>
        db.ImportMappings.AsNoTracking().SingleOrDefaultAsync(m => m.Name == name, stop);

    /// <summary>Keeps the mapping under the name, in place of an earlier one of the same kind; the caller saves.</summary>
    public async Task Keep(string name, string kind, string fingerprint, string columns, CancellationToken stop = default)
    {
        var earlier = await db.ImportMappings.SingleOrDefaultAsync(m => m.Name == name, stop);
        if (earlier is not null && earlier.Kind != kind) throw new RuleBroken("Образец «{0}» уже есть, и он для файлов другого вида. Назовите иначе.", nameof(name), name);
        if (earlier is not null) db.Remove(earlier);
        db.Add(new ImportMapping { Name = name, Kind = kind, Fingerprint = fingerprint, Columns = columns, SavedAt = clock.Now, SavedBy = viewer.Name });
    }
}
