using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Identification.Workshop;

/// <summary>Numbers that were tried become an edition of the region's own: with the act that sets them and from the day it says. Runs of other editions stay on theirs.</summary>
public sealed class PublishModel(Db db, Viewer viewer, Clock clock, PublishEdition publish) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public WorkshopForm Tried { get; set; } = new();

    [BindProperty]
    public PublicationForm Form { get; set; } = new();

    public WorkshopChoice Choice { get; private set; } = null!;

    public IdentificationRule Rule { get; private set; } = null!;

    public string Back => $"/identification/workshop{Tried.Query()}";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Load(stop) is { } elsewhere) return elsewhere;
        if (!ModelState.IsValid) return Page();

        var source = Form.Source(clock.Today);
        var own = await publish.Publish(Choice.Rule.Own(Form.Edition, source, RuleNumbers.Of(Rule), Form.From, Form.To), stop);
        Flash.Say(HttpContext, Texts.Say("Редакция «{0}» правила {1} сохранена.", own.Edition, own.Code));
        return Redirect($"/reference/rules#rule-{own.Id}");
    }

    /// <summary>Numbers that cannot be tried are mended where they are typed.</summary>
    private async Task<IActionResult?> Load(CancellationToken stop)
    {
        if (!viewer.MayEverywhere(Permission.EditReference) || await WorkshopChoice.Of(db, Tried.Of, stop) is not { } choice) return NotFound();
        try
        {
            (Choice, Rule) = (choice, choice.Rule.With(Tried.Numbers(choice.Rule, choice.Subjects)));
            return null;
        }
        catch (RuleBroken)
        {
            return Redirect(Back);
        }
    }
}
