using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Platform.Jobs;

namespace Stupeni.Imports.Files;

public sealed class NewModel(ReceiveFiles receive, ImportRuns runs, FileKinds kinds, ParticipantKey participants, Viewer viewer) : PageModel
{
    [BindProperty]
    public UploadForm Form { get; set; } = new();

    public IReadOnlyList<IFileKind> Kinds => kinds.All;
    public bool MayCreate => viewer.Reach(Permission.EditOrganisations) is { Everywhere: true } or { Municipalities.Length: > 0 };

    public bool MayLink => participants.File is not null;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return Page();
        var import = await receive.Start(Form.Incoming, Form.CreatesOrganisations && MayCreate, new Progress<Step>(), stop, Form.LinksAttempts ? Form.LinkGround ?? "" : null);
        return Redirect(await runs.Check(import, stop));
    }
}
