using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Identification.Editions;

public sealed class NewEditionModel(Db db, Viewer viewer, Clock clock, PublishEdition edition) : PageModel
{
    /// <summary>The edition that is copied; the first one where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public Id<IdentificationRule> Of { get; set; }

    [BindProperty]
    public EditionForm Form { get; set; } = new();

    public IdentificationRule Rule { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Load()) return NotFound();
        Form = new() { Share = Rule.SharePercent, Risk = Rule.RiskPercent, MinParticipants = Rule.MinParticipants, MinProcedures = Rule.MinProcedures, From = clock.Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Load()) return NotFound();
        if (!ModelState.IsValid) return Page();

        var numbers = RuleNumbers.Of(Rule) with { Share = Form.Share ?? 0, Risk = Form.Risk ?? 0, MinParticipants = Form.MinParticipants ?? 0, MinProcedures = Form.MinProcedures ?? 0 };
        var own = await edition.Publish(Rule.Own(Form.Edition, Form.Source, numbers, Form.From), HttpContext.RequestAborted);
        Flash.Say(HttpContext, Texts.Say("Редакция «{0}» правила {1} сохранена.", own.Edition, own.Code));
        return Redirect("/reference/rules");
    }

    private async Task<bool> Load()
    {
        var anyone = Of == default;
        if (!viewer.MayEverywhere(Permission.EditReference) || await db.IdentificationRules.AsNoTracking().OrderBy(r => r.Code).ThenBy(r => r.Edition).FirstOrDefaultAsync(r => anyone || r.Id == Of) is not { } rule) return false;
        Rule = rule;
        Of = rule.Id;
        return true;
    }
}

public sealed class EditionForm
{
    public string? Edition { get; init; }
    public string? Source { get; init; }
    public int? Share { get; init; }
    public int? Risk { get; init; }
    public int? MinParticipants { get; init; }
    public int? MinProcedures { get; init; }
    public DateOnly? From { get; init; }
}
