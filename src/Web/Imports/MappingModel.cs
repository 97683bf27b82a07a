using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>A page that asks what is in one file: the draft that one sees, a file of the page's kind in it, else 404; the answers are kept if they have a name, and the file is checked again.</summary>
public abstract class MappingModel(string kind, Db db, Viewer viewer, Mappings mappings, DescribeFile describe, ImportRuns runs) : PageModel
{
    [FromRoute(Name = "import")]
    public Id<Import> ImportId { get; set; }

    [FromRoute(Name = "file")]
    public Id<ImportFile> FileId { get; set; }

    public Import Import { get; private set; } = null!;
    public ImportFile Row { get; private set; } = null!;
    protected Db Db => db;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await Find(HttpContext.RequestAborted)) { context.Result = NotFound(); return; }
        await next();
    }

    /// <summary>Whether the page has something to ask about the file.</summary>
    protected abstract Task<bool> Load(Grid grid, CancellationToken stop);

    /// <summary>What was kept for the file: the version it was read by, else the latest for its headers.</summary>
    protected async Task<string?> Remembered(string fingerprint, CancellationToken stop) => (await mappings.Find(kind, fingerprint, Row.MappingVersion, stop))?.Columns;

    /// <param name="name">Under which the answers are kept; none to forget them.</param>
    protected async Task<IActionResult> Answer(string answers, string? name, string fingerprint, string toRemember, CancellationToken stop)
    {
        var kept = name?.Trim() is { Length: > 0 } typed ? await mappings.Keep(typed.Length <= ImportMapping.LongestName ? typed : typed[..ImportMapping.LongestName], kind, fingerprint, toRemember, stop) : null;
        await describe.Map(Import, FileId, answers, kept, stop);
        return Redirect(await runs.Check(Import, stop));
    }

    protected IActionResult Ask()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> Find(CancellationToken stop)
    {
        if (await db.Seen(viewer, ImportId, stop) is not { State: ImportState.Draft } import) return false;
        if (await db.ImportFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == FileId && f.Import == ImportId && f.Kind == kind, stop) is not { } row) return false;
        (Import, Row) = (import, row);
        return await db.GridOf(FileId, stop) is { } grid && await Load(grid, stop);
    }
}
