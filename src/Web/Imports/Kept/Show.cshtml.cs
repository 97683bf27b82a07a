using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Imports.Kept;

/// <summary>A kept mapping: its versions, its name, whether it is used.</summary>
public sealed class ShowModel(Db db, FileKinds kinds, Clock clock) : PageModel
{
    [FromRoute]
    public Id<ImportMapping> Id { get; set; }

    [BindProperty]
    public RenameForm Form { get; set; } = new();

    public ImportMapping Mapping { get; private set; } = null!;
    public List<VersionRow> Versions { get; private set; } = [];
    public Dictionary<Id<MappingVersion>, IReadOnlyList<(string Question, string Answer)>> Answers { get; } = [];

    public string Kind => kinds[Mapping.Kind] is { } kind ? Texts.Say(kind.Name) : Mapping.Kind;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.ImportMappings.SingleOrDefaultAsync(m => m.Id == Id) is not { } mapping) { context.Result = NotFound(); return; }

        (Mapping, Versions) = (mapping, await db.VersionsOf(Id));
        if (kinds[mapping.Kind] is { } kind)
            foreach (var (version, _) in Versions) Answers[version.Id] = await kind.Answers(version.Columns, HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() => Form = new() { Name = Mapping.Name, Token = Mapping.Token };

    public async Task<IActionResult> OnPostRenameAsync(CancellationToken stop)
    {
        db.Expect(Mapping, Form.Token);
        Mapping.Rename(Form.Name);
        if (await db.ImportMappings.AnyAsync(m => m.Name == Mapping.Name && m.Id != Id, stop)) throw new RuleBroken("Образец «{0}» уже есть. Назовите иначе.", nameof(Form.Name), Mapping.Name);
        if (await db.SaveChangesAsync(stop) > 0) Flash.Say(HttpContext, Texts.Say("Образец переименован."));
        return Redirect($"/imports/mappings/{Id}");
    }

    public async Task<IActionResult> OnPostRetireAsync(CancellationToken stop)
    {
        db.Expect(Mapping, Form.Token);
        if (Mapping.RetiredAt is null) Mapping.Retire(clock.Now);
        else Mapping.UseAgain();
        if (await db.SaveChangesAsync(stop) > 0) Flash.Say(HttpContext, Texts.Say(Mapping.RetiredAt is null ? "Образец снова в употреблении." : "Образец выведен: новым файлам он не предлагается."));
        return Redirect($"/imports/mappings/{Id}");
    }
}

public sealed class RenameForm
{
    public string? Name { get; set; }
    public int Token { get; set; }
}
