using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Growth.Files;

/// <summary>Of an applied table only what was taken stays in the import too: codes of pupils are forgotten with the columns nobody asked for.</summary>
internal static class ForgottenColumns
{
    public static async Task ForgetOthers(this Db db, Import import, GrowthPlan plan, CancellationToken stop)
    {
        foreach (var file in await db.ImportFiles.AsNoTracking().Where(f => f.Import == import.Id && f.Kind == GrowthKind.KindCode && f.Sha256 == plan.Sha256).Select(f => f.Id).ToListAsync(stop))
        {
            if (await db.GridOf(file, stop) is not { } grid) continue;
            var bytes = (grid with { Sheets = [.. grid.Sheets.Select(s => Taken(s, plan))] }).ToBytes();
            await db.ImportContents.Where(c => c.File == file).ExecuteUpdateAsync(c => c.SetProperty(x => x.Grid, bytes), stop);
        }
    }

    private static GridSheet Taken(GridSheet sheet, GrowthPlan plan) => sheet.Name != plan.Sheet
        ? sheet with { Rows = [] }
        : sheet with { Rows = [.. sheet.Rows.Select(r => r.Number <= plan.HeaderRow ? r : new GridRow(r.Number, [.. Enumerable.Range(0, r.Count).Select(c => plan.Taken.Contains(c) ? r[c] : "")], r.Hidden))] };
}
