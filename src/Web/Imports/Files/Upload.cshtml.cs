using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Imports.Files;

/// <summary>More files for a draft: all in one form, or, with script, one small request for each, so that a weak link loses only the file it broke at.</summary>
public sealed class UploadModel(Db db, Viewer viewer, ReceiveFiles receive, ImportRuns runs) : PageModel
{
    [FromRoute]
    public Id<Import> Id { get; set; }

    [BindProperty]
    public int Token { get; set; }

    public Import Import { get; private set; } = null!;

    [BindProperty]
    public UploadForm Form { get; set; } = new();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Seen(viewer, Id) is not { } import) { context.Result = NotFound(); return; }

        Import = import;
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return Page();
        db.Expect(Import, Token);
        Flash.Say(HttpContext, Summary.Of(await receive.Add(Import, Form.Incoming, stop)));
        return Redirect(await runs.Check(Import, stop));
    }

    /// <summary>Where script sends, and what is there already: it need not be sent again.</summary>
    public async Task<IActionResult> OnGetKnown(CancellationToken stop) => new JsonResult(new
    {
        url = $"/imports/{Id}/upload",
        known = await db.ImportFiles.AsNoTracking().Where(f => f.Import == Id).OrderBy(f => f.Position).Select(f => f.Sha256).ToListAsync(stop),
    });

    /// <summary>One file. It is kept or refused by itself: the others do not suffer.</summary>
    public async Task<IActionResult> OnPostOne(CancellationToken stop)
    {
        try
        {
            return new JsonResult(new { message = Summary.Of(await receive.Add(Import, Form.Incoming, stop)) });
        }
        catch (RuleBroken refusal)
        {
            return new JsonResult(new { message = Texts.Say(refusal.Key, [.. refusal.Args]) }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
        catch (DbUpdateException)
        {
            // Two windows at the same moment: the one that lost tries again.
            return new JsonResult(new { message = "" }) { StatusCode = StatusCodes.Status409Conflict };
        }
    }

    /// <summary>All that was to be sent is here: it is checked.</summary>
    public async Task<IActionResult> OnPostDone(CancellationToken stop) => new JsonResult(new { url = await runs.Check(Import, stop) });
}
