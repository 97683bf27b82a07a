using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Imports.Files;

public sealed class FileModel(Db db, Viewer viewer, FileKinds kinds, DescribeFile describe, ImportRuns runs) : PageModel
{
    [FromRoute]
    public Id<Import> Id { get; set; }

    [BindProperty]
    public int Token { get; set; }

    public Import Import { get; private set; } = null!;

    [FromRoute(Name = "file")]
    public Id<ImportFile> FileId { get; set; }

    [BindProperty]
    public KindForm Form { get; set; } = new();

    public ImportFile Row { get; private set; } = null!;
    public IFileKind? Kind => kinds[Row.Kind];
    public string? MapUrl => Kind?.MapPage is { } page ? $"/imports/{Id}/files/{FileId}/{page}" : null;
    public IEnumerable<SelectListItem> Kinds => kinds.All.Select(k => new SelectListItem(Texts.Say(k.Name), k.Code, k.Code == Row.Kind));

    public async Task<FileView> View() => FileView.FromJson(await db.ImportContents.AsNoTracking().Where(c => c.File == FileId).Select(c => c.View).SingleOrDefaultAsync(HttpContext.RequestAborted));

    public async Task<ReadBy?> ReadBy() => Row.MappingVersion is { } version ? await db.ReadBy(version, HttpContext.RequestAborted) : null;

    public Task<IReadOnlyList<FoundRow>> Found() => db.Found(Id, FileId, null, ImportViewQueries.Shown, HttpContext.RequestAborted);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Seen(viewer, Id) is not { } import || await db.ImportFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == FileId && f.Import == Id) is not { } row) { context.Result = NotFound(); return; }

        (Import, Row) = (import, row);
        await next();
    }

    public void OnGet() => Form = new() { Kind = Row.Kind };

    public async Task<IActionResult> OnPostKindAsync(CancellationToken stop)
    {
        db.Expect(Import, Token);
        await describe.Kind(Import, FileId, Form.Kind ?? "", stop);
        return Redirect(await runs.Check(Import, stop));
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken stop)
    {
        db.Expect(Import, Token);
        await describe.Remove(Import, FileId, stop);
        Flash.Say(HttpContext, Texts.Say("Файл «{0}» убран из импорта.", Row.Name));
        return Redirect(await runs.Check(Import, stop));
    }
}

public sealed class KindForm
{
    public string? Kind { get; init; }
}
