using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Imports.Files;

/// <summary>What was mended in the workbook of errors: file, cell, what stood in it and what stands now.</summary>
public sealed class MendedModel(Db db, Viewer viewer) : PageModel
{
    private const int Most = 500;

    [FromRoute]
    public Id<Import> Id { get; set; }

    public Import Import { get; private set; } = null!;
    public IReadOnlyList<(string File, ImportMend Mend)> Rows { get; private set; } = [];
    public int InAll { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await db.Seen(viewer, Id, stop) is not { } import) return NotFound();

        Import = import;
        var mends = from file in db.ImportFiles.AsNoTracking() where file.Import == Id join mend in db.ImportMends.AsNoTracking() on file.Id equals mend.File select new { file.Name, file.Position, Mend = mend };
        InAll = await mends.CountAsync(stop);
        Rows = [.. (await mends.OrderByDescending(m => m.Mend.At).ThenBy(m => m.Position).ThenBy(m => m.Mend.Row).ThenBy(m => m.Mend.Letter).Take(Most).ToListAsync(stop)).Select(m => (m.Name, m.Mend))];
        return Page();
    }
}
