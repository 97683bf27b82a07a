using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Identification.Runs;

public sealed class NewModel(Db db, Viewer viewer, RunIdentification identification) : PageModel
{
    [BindProperty]
    public RunForm Form { get; set; } = new();

    public List<IdentificationRule> Rules { get; private set; } = [];

    public List<SelectListItem> Years { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Load()) return NotFound();
        Form = new() { Choice = $"{Rules[0].Id}:{Rules[0].Readings[0].Reading}", Year = await db.LatestResults(HttpContext.RequestAborted) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Load()) return NotFound();
        if (!ModelState.IsValid) return Page();

        var parts = (Form.Choice ?? "").Split(':');
        var rule = Rules.SingleOrDefault(r => r.Id.ToString() == parts[0]) ?? throw new RuleBroken("Выберите правило и его прочтение.", "choice");
        var reading = parts.Length == 2 && Enum.TryParse<Reading>(parts[1], out var chosen) ? chosen : throw new RuleBroken("Выберите правило и его прочтение.", "choice");
        var (run, isNew) = await identification.Run(RunOrder.Of(rule, reading, Form.Year ?? 0, Form.MinParticipants), HttpContext.RequestAborted);
        Flash.Say(HttpContext, isNew ? T("Запуск № {0} готов.", run.Number) : T("С запуска № {0} данные не изменились: он перед вами, новый не нужен.", run.Number));
        return Redirect($"/identification/{run.Number}");

        static string T(string key, int number) => Texts.Say(key, number);
    }

    private async Task<bool> Load()
    {
        if (!viewer.MayEverywhere(Permission.RunIdentification)) return false;
        Rules = [.. (await db.IdentificationRules.AsNoTracking().ToListAsync()).OrderByDescending(r => r.EffectiveFrom).ThenBy(r => r.Code).ThenBy(r => r.Id.Value)];
        var held = await db.YearsOfResults(HttpContext.RequestAborted);
        if (held.Count > 0) Years = [Choice(held[0].Year + 1, Texts.Say("результатов ещё нет")), .. held.Select(h => Choice(h.Year, string.Join(", ", h.Kinds.Select(ProcedureName.Kind))))];
        return true;

        static SelectListItem Choice(int year, string what) => new($"{new SchoolYear(year)}: {what}", $"{year}");
    }
}

public sealed class RunForm
{
    public string? Choice { get; init; }
    public int? Year { get; init; }
    public int? MinParticipants { get; init; }
}
