using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>Takes a workbook of errors back: mended cells go into the files they were taken from, and what was changed is written down.</summary>
public sealed class MendFiles(Db db, FileKinds kinds, Viewer viewer, Clock clock)
{
    /// <returns>How many cells were mended.</returns>
    public async Task<int> Take(Import import, ErrorsBook book, CancellationToken stop)
    {
        import.StillDraft();
        var mended = 0;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        foreach (var file in book.Sheets.GroupBy(s => s.File)) mended += await Take(import, book, file.Key, [.. file], stop);
        db.Touch(import);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return mended;
    }

    private async Task<int> Take(Import import, ErrorsBook book, Id<ImportFile> id, List<ErrorsSheet> sheets, CancellationToken stop)
    {
        // A file that was taken out or replaced since is mended no more.
        if (await db.ImportFiles.SingleOrDefaultAsync(f => f.Id == id && f.Import == import.Id, stop) is not { } file || await db.ImportContents.SingleOrDefaultAsync(c => c.File == id, stop) is not { } content) return 0;

        var grid = Grid.FromBytes(content.Grid);
        var later = await db.ImportMends.AsNoTracking().Where(m => m.File == id && m.At > book.MadeAt).ToListAsync(stop);
        var cells = new List<MendedCell>();
        foreach (var sheet in sheets)
        {
            if (book.Grid.Sheets.FirstOrDefault(s => s.Name == sheet.Name) is not { } shown) continue;
            var mended = MendedGrid.Of(grid, sheet.Sheet, shown, later);
            grid = mended.Grid;
            cells.AddRange(mended.Cells);
        }

        if (cells.Count > 0) Keep(file, content, grid, cells);
        await db.SaveChangesAsync(stop);
        db.Entry(content).State = EntityState.Detached;
        return cells.Count;
    }

    private void Keep(ImportFile file, ImportContent content, Grid grid, List<MendedCell> cells)
    {
        content.Grid = grid.ToBytes();
        (file.Mended, file.State) = (file.Mended + cells.Count, FileState.Received);
        if (file.Kind.Length == 0) file.Kind = kinds.Recognise(grid)?.Code ?? "";
        var now = clock.Now;
        db.AddRange(cells.Select(c => new ImportMend
        {
            File = file.Id, Sheet = MendedGrid.Short(c.Sheet)[..Math.Min(c.Sheet.Length, 100)], Row = c.Row, Letter = c.Letter, Before = MendedGrid.Short(c.Before), After = MendedGrid.Short(c.After), At = now, ByName = viewer.Name,
        }));
    }
}
