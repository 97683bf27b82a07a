using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Imports.Files;

public sealed class ChangesModel(Db db, Viewer viewer) : PageModel
{
    [FromRoute]
    public Id<Import> Id { get; set; }

    public Import Import { get; private set; } = null!;

    public IReadOnlyList<(string Name, FileView View)> Files { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Seen(viewer, Id) is not { } import) { context.Result = NotFound(); return; }

        Import = import;
        await next();
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var rows = await (from file in db.ImportFiles.AsNoTracking() where file.Import == Id join content in db.ImportContents.AsNoTracking() on file.Id equals content.File orderby file.Position select new { file.Name, content.View }).ToListAsync(stop);
        Files = [.. rows.Select(r => (r.Name, FileView.FromJson(r.View))).Where(f => f.Item2.Changes.Count > 0)];
    }
}
