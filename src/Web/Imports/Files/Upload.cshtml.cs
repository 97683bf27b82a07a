using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Imports.Files;

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
        await receive.Add(Import, Form.Incoming, stop);
        return Redirect(await runs.Check(Import, stop));
    }
}
