using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Platform.Jobs;

namespace Stupeni.Imports.Files;

public sealed class NewModel(ReceiveFiles receive, ImportRuns runs, FileKinds kinds, Viewer viewer) : PageModel
{
    [BindProperty]
    public UploadForm Form { get; set; } = new();

    public IReadOnlyList<IFileKind> Kinds => kinds.All;
    public bool MayCreate => viewer.Reach(Permission.EditOrganisations) is { Everywhere: true } or { Municipalities.Length: > 0 };

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return Page();
        var import = await receive.Start(Form.Incoming, Form.CreatesOrganisations && MayCreate, new Progress<Step>(), stop);
        return Redirect(await runs.Check(import, stop));
    }
}
