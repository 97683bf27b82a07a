using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Imports.Files;

public sealed class UndoModel(Db db, Viewer viewer, ImportRuns runs) : PageModel
{
    [FromRoute]
    public Id<Import> Id { get; set; }

    [BindProperty]
    public int Token { get; set; }

    public Import Import { get; private set; } = null!;

    [BindProperty]
    public UndoForm Form { get; set; } = new();

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
        var next = await runs.Undo(Import, Form.Reason, stop);
        if (next.StartsWith("/imports/", StringComparison.Ordinal)) Flash.Say(HttpContext, Texts.Say("Импорт № {0} отменён.", Import.Number));
        return Redirect(next);
    }
}

public sealed class UndoForm
{
    public string? Reason { get; init; }
}
