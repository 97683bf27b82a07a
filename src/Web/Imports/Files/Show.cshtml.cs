using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Imports.Files;

public sealed class ShowModel(Db db, Viewer viewer, FileKinds kinds, DescribeFile describe, ImportRuns runs) : PageModel
{
    [FromRoute]
    public Id<Import> Id { get; set; }

    [BindProperty]
    public int Token { get; set; }

    public Import Import { get; private set; } = null!;

    [BindProperty]
    public List<Id<ImportFinding>> Shown { get; set; } = [];

    [BindProperty]
    public List<Id<ImportFinding>> Read { get; set; } = [];

    /// <summary>Warnings that are too many for the page: read in the file.</summary>
    [BindProperty]
    public bool Rest { get; set; }

    /// <summary>What is done with files that may not be applied.</summary>
    [BindProperty]
    public bool LeaveAside { get; set; }

    /// <summary>Which of its files are shown.</summary>
    [FromQuery(Name = "state")]
    public FileState? Only { get; set; }

    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    [FromQuery(Name = "at")]
    public int At { get; set; } = 1;

    public bool MayCreate => viewer.Reach(Permission.EditOrganisations) is { Everywhere: true } or { Municipalities.Length: > 0 };

    /// <summary>Where the chain goes on once the files are in.</summary>
    public List<(string Name, string Url)> Next => [.. new[]
    {
        (Permission.SeeResults, "Посмотреть результаты", "/results"), (Permission.RunIdentification, "Запустить правило выявления", "/identification/new"), (Permission.SeeOrganisations, "К организациям", "/organisations"),
    }.Where(n => viewer.May(n.Item1)).Select(n => (n.Item2, n.Item3))];

    public Task<ImportView> View() => db.ViewOf(Id, HttpContext.RequestAborted);

    public async Task<IReadOnlyList<ImportRow>> Recent() => [.. (await db.List(viewer, null, null, 4, HttpContext.RequestAborted)).Where(r => r.Id != Id).Take(3)];

    public FileList Listed(ImportView view) => FileList.Of(view, Only, Words, At);

    public string KindName(ImportFile file) => kinds[file.Kind] is { } kind ? Texts.Say(kind.Name) : Texts.Say("не определено");

    public string? MapUrl(ImportFile file) => kinds[file.Kind]?.MapPage is { } page ? $"/imports/{Id}/files/{file.Id}/{page}" : null;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Seen(viewer, Id) is not { } import) { context.Result = NotFound(); return; }

        Import = import;
        await next();
    }

    public async Task<IActionResult> OnPostApplyAsync(CancellationToken stop)
    {
        db.Expect(Import, Token);
        await describe.Read(Import, Shown, Read, Rest, stop);
        var next = await runs.Apply(Import, LeaveAside, stop);
        if (next.StartsWith("/imports/", StringComparison.Ordinal)) Flash.Say(HttpContext, Texts.Say("Импорт № {0} применён.", Import.Number));
        return Redirect(next);
    }

    public async Task<IActionResult> OnPostReadAsync(CancellationToken stop)
    {
        db.Expect(Import, Token);
        await describe.Read(Import, [], [], rest: true, stop);
        Flash.Say(HttpContext, Texts.Say("Предупреждения отмечены как прочитанные."));
        return Redirect($"/imports/{Id}#apply");
    }

    /// <summary>What waits is checked; if nothing waits, all of it anew.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken stop)
    {
        db.Expect(Import, Token);
        return Redirect(await runs.Check(Import, stop, goOn: true));
    }

    public async Task<IActionResult> OnPostCreatesAsync(CancellationToken stop)
    {
        db.Expect(Import, Token);
        if (!MayCreate) return NotFound();
        Import.StillDraft();
        Import.CreatesOrganisations = true;
        await db.SaveChangesAsync(stop);
        return Redirect(await runs.Check(Import, stop));
    }
}
