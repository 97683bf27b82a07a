using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Context.Figures;

/// <summary>A social passport written by hand: by those who bring the school's files and may see every count of it.</summary>
public sealed class EditModel(Db db, Viewer viewer, WriteContext write, Recording recording) : PageModel
{
    private const int MostPupils = 20_000, LongestSource = 300;

    [FromRoute]
    public Id<Organisation> Id { get; set; }

    [FromRoute]
    public int Year { get; set; }

    [BindProperty]
    public PassportForm Form { get; set; } = new();

    public Organisation Organisation { get; private set; } = null!;
    public List<ContextIndicator> Indicators { get; private set; } = [];
    public SchoolYear SchoolYear => new(Year);

    private List<ContextRow> rows = [];

    private string Latest => rows.Count == 0 ? "" : rows.Max(r => r.Figure.Id.Value).ToString();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var stop = HttpContext.RequestAborted;
        var found = Year is >= 2000 and <= 2099 ? await db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.ImportFiles).SingleOrDefaultAsync(o => o.Id == Id && o.Type == OrganisationType.School, stop) : null;
        if (found is null || !ShownCount.SeesAll(viewer, found, Permission.ImportFiles)) { context.Result = NotFound(); return; }

        (Organisation, Indicators, rows) = (found, await db.Indicators(stop), await db.VersionsOf(Id, SchoolYear, stop));
        await next();
    }

    public void OnGet() => Form = new() { Counts = Indicators.ToDictionary(i => i.Code, i => Held(i.Code)?.Count?.ToString(CultureInfo.InvariantCulture)), Token = Latest };

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if ((Form.Token ?? "") != Latest) throw new RuleBroken(RuleBrokenFilter.Edited);
        var counts = Indicators.ToDictionary(i => i.Code, Typed);
        var figures = Indicators.ConvertAll(i => new NewFigure(Id, SchoolYear, i.Code, counts[i.Code], BaseOf(i, counts), Form.Source?.Trim() ?? ""));
        foreach (var figure in figures.Where(f => f.Count > f.Base)) ModelState.AddModelError($"Form.Counts[{figure.Indicator}]", Texts.Say("Не больше, чем всего: {0}.", figure.Base!));
        if (figures[0] is { Count: 0 } && figures.Exists(f => f.Count > 0)) ModelState.AddModelError($"Form.Counts[{ContextIndicator.Pupils}]", Texts.Say("Обучающихся больше нуля, если о них что-то сказано."));
        if (ModelState.IsValid && figures.TrueForAll(f => f.Count is null) && rows.Count == 0) ModelState.AddModelError("", Texts.Say("Впишите хотя бы одно число."));
        if (string.IsNullOrWhiteSpace(Form.Source)) ModelState.AddModelError("Form.Source", Texts.Say("Напишите, откуда числа: например, «социальный паспорт на 01.10.2026»."));
        else if (Form.Source.Trim().Length > LongestSource) ModelState.AddModelError("Form.Source", Texts.Say("Не длиннее {0} знаков.", LongestSource));
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        recording.Why = Form.Source!.Trim();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var changed = await write.Write(figures, null, stop);
        await transaction.CommitAsync(stop);
        if (changed > 0) Flash.Say(HttpContext, Texts.Say("Социальный паспорт {0} записан.", SchoolYear));
        return Redirect($"/organisations/{Id}/context/{Year}");
    }

    private ContextFigure? Held(string code) => rows.Find(r => r.Figure.State == FigureState.Current && r.Figure.Indicator == code)?.Figure;

    private int? Typed(ContextIndicator indicator)
    {
        var text = Form.Counts.GetValueOrDefault(indicator.Code) ?? "";
        if (Cells.IsMissing(text)) return null;
        if (Cells.ParseWhole(text) is >= 0 and <= MostPupils and var count) return count;
        ModelState.AddModelError($"Form.Counts[{indicator.Code}]", Texts.Say("Целое число от 0 до {0} или пусто, если данных нет.", Numbers.Whole(MostPupils)));
        return null;
    }

    /// <summary>By hand pupils are counted; where a file counted families, a figure stays of families.</summary>
    private int? BaseOf(ContextIndicator indicator, Dictionary<string, int?> counts)
    {
        if (indicator.IsBase || counts[indicator.Code] is null) return null;
        var ofFamilies = Held(indicator.Code)?.Base is { } of && of == Held(ContextIndicator.Families)?.Count && of != Held(ContextIndicator.Pupils)?.Count;
        return counts[ofFamilies ? ContextIndicator.Families : ContextIndicator.Pupils];
    }
}
