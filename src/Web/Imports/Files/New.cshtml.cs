using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Platform.Jobs;
using Stupeni.Platform.Ui;

namespace Stupeni.Imports.Files;

public sealed class NewModel(Db db, ReceiveFiles receive, ReadFiles read, ImportRuns runs, FileKinds kinds, ParticipantKey participants, Viewer viewer) : PageModel
{
    [BindProperty]
    public UploadForm Form { get; set; } = new();

    public IReadOnlyList<IFileKind> Kinds => kinds.All;
    public bool MayCreate => viewer.Reach(Permission.EditOrganisations) is { Everywhere: true } or { Municipalities.Length: > 0 };

    public bool MayLink => participants.File is not null;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return Page();
        var import = await Mended(stop) ?? await receive.Start(Form.Incoming, Form.CreatesOrganisations && MayCreate, new Progress<Step>(), stop, Form.Ground);
        return Redirect(await runs.Check(import, stop));
    }

    /// <summary>An import without files, to which script sends them one by one.</summary>
    public async Task<IActionResult> OnPostBegin(CancellationToken stop)
    {
        var import = await receive.Begin(Form.CreatesOrganisations && MayCreate, stop, Form.Ground);
        return new JsonResult(new { url = $"/imports/{import.Id}/upload", known = Array.Empty<string>() });
    }

    /// <summary>A workbook of errors alone belongs to the import it was downloaded from.</summary>
    private async Task<Import?> Mended(CancellationToken stop)
    {
        if (Form.Incoming is not [var only] || read.Read(only, null, stop).Book is not { } book || await db.Seen(viewer, book.Import, stop) is not { State: ImportState.Draft } import) return null;
        Flash.Say(HttpContext, Summary.Of(await receive.Add(import, [only], stop)));
        return import;
    }
}
