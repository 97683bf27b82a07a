using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Imports.Files;

/// <summary>All doubtful names of an import in one form.</summary>
public sealed class NamesModel(Db db, Viewer viewer, DecideNames decide, ImportRuns runs) : PageModel
{
    private const int Offered = 500;

    [FromRoute]
    public Id<Import> Id { get; set; }

    [BindProperty]
    public int Token { get; set; }

    [BindProperty]
    public List<NameForm> Form { get; set; } = [];

    public Import Import { get; private set; } = null!;

    public Task<IReadOnlyList<DoubtRow>> Doubts() => db.DoubtsOf(Id, HttpContext.RequestAborted);

    /// <summary>What was chosen of the name, if the form comes back.</summary>
    public NameForm Chosen(string key) => Form.Find(f => f.Key == key) ?? new();

    /// <summary>Organisations to choose another from, where they are few enough to be listed.</summary>
    public async Task<IReadOnlyList<(string Code, string Name)>> Others()
    {
        var rows = await db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.ImportFiles).OrderBy(o => o.Code).Take(Offered + 1).Select(o => new { o.Code, o.Name }).ToListAsync(HttpContext.RequestAborted);
        return rows.Count > Offered ? [] : rows.ConvertAll(r => (r.Code, r.Name));
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Seen(viewer, Id) is not { } import) { context.Result = NotFound(); return; }

        Import = import;
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        db.Expect(Import, Token);
        var decided = await decide.Run(Import, [.. Form.Select(f => new NameChoice(f.Key ?? "", f.Choice ?? (string.IsNullOrWhiteSpace(f.Other) ? "" : NameChoice.Another), f.Other ?? ""))], stop);
        Flash.Say(HttpContext, Texts.Say("Решено: {0}. Файлы проверяются заново.", Texts.Count(decided, "название|названия|названий")));
        return Redirect(await runs.Check(Import, stop));
    }
}

public sealed class NameForm
{
    public string? Key { get; init; }
    public string? Choice { get; init; }
    public string? Other { get; init; }
}
