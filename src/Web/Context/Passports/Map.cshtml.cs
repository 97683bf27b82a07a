using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Context.Passports;

/// <summary>The wizard of a social passport: what each column, or each row of an upright one, counts, and of which year.</summary>
public sealed class MapModel(Db db, Viewer viewer, Mappings mappings, DescribeFile describe, ImportRuns runs) : PageModel
{
    private const int Samples = 3;

    [FromRoute(Name = "import")]
    public Id<Import> ImportId { get; set; }

    [FromRoute(Name = "file")]
    public Id<ImportFile> FileId { get; set; }

    [BindProperty]
    public MapForm Form { get; set; } = new();

    public Import Import { get; private set; } = null!;
    public ImportFile Row { get; private set; } = null!;
    public List<ContextIndicator> Indicators { get; private set; } = [];
    public IReadOnlyList<(string Text, string Values)> Labels { get; private set; } = [];
    internal PassportSheet Passport { get; private set; } = null!;
    public bool Upright => Passport.Upright;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await Load(HttpContext.RequestAborted)) { context.Result = NotFound(); return; }
        await next();
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var said = PassportMapping.Parse(Row.Mapping) ?? PassportMapping.Parse((await mappings.Find(SocialPassportKind.KindCode, Mappings.Fingerprint(Passport.Texts), stop: stop))?.Columns);
        Form = new() { Year = said?.Year, Token = Import.Token, Fields = [.. Passport.Labels.Select(l => said?.Labels.GetValueOrDefault(Cells.FoldHeader(l.Text)) ?? (l.Field is "" ? PassportLabel.Skip : l.Field))] };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        db.Expect(Import, Form.Token);
        var fields = Passport.Labels.Select((l, at) => (Words: Cells.FoldHeader(l.Text), Field: Known(Form.Fields.ElementAtOrDefault(at)))).ToList();
        if (Form.Year is { Length: > 0 } year && YearWord.In(year) is null) ModelState.AddModelError("Form.Year", Texts.Say("Укажите год: 2026 или 2025/26."));
        if (fields.Where(f => f.Field != PassportLabel.Skip).GroupBy(f => f.Field).FirstOrDefault(g => g.Select(f => f.Words).Distinct().Count() > 1) is { } twice)
            ModelState.AddModelError("", Texts.Say("«{0}» выбрано дважды: оставьте одно.", Choices("").First(c => c.Value == twice.Key).Text));
        if (!fields.Exists(f => Indicators.Exists(i => i.Code == f.Field))) ModelState.AddModelError("", Texts.Say("Назовите хотя бы один показатель."));
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var mapping = new PassportMapping { Year = string.IsNullOrWhiteSpace(Form.Year) ? null : Form.Year.Trim(), Labels = fields.GroupBy(f => f.Words).ToDictionary(g => g.Key, g => g.First().Field) };
        var kept = Form.Name?.Trim() is { Length: > 0 } name ? await mappings.Keep(name.Length <= ImportMapping.LongestName ? name : name[..ImportMapping.LongestName], SocialPassportKind.KindCode, Mappings.Fingerprint(Passport.Texts), mapping.ToRemember().Json(), stop) : null;
        await describe.Map(Import, FileId, mapping.Json(), kept, stop);
        return Redirect(await runs.Check(Import, stop));
    }

    public IEnumerable<SelectListItem> Choices(string? chosen) => new (string Value, string Text)[]
        {
            (PassportLabel.Skip, Texts.Say("не нужно")), (PassportLabel.Code, Texts.Say("Код ОО")), (PassportLabel.Login, Texts.Say("Логин ФИС ОКО")), (PassportLabel.Name, Texts.Say("Название школы")), (PassportLabel.Municipality, Texts.Say("Муниципалитет")), (PassportLabel.Year, Texts.Say("Учебный год")),
        }.Concat(Indicators.Select(i => (Value: i.Code, Text: i.Said))).Select(c => new SelectListItem(c.Text, c.Value, c.Value == chosen));

    private string Known(string? field) => field is not null && (PassportLabel.Places.Contains(field) || Indicators.Exists(i => i.Code == field)) ? field : PassportLabel.Skip;

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await db.Seen(viewer, ImportId, stop) is not { State: ImportState.Draft } import) return false;
        if (await db.ImportFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == FileId && f.Import == ImportId && f.Kind == SocialPassportKind.KindCode, stop) is not { } row) return false;
        Indicators = await db.Indicators(stop);
        if (await db.GridOf(FileId, stop) is not { } grid || SocialPassportKind.Shown(grid, Indicators) is not { } passport) return false;

        (Import, Row, Passport) = (import, row, passport);
        Labels = [.. passport.Labels.Select(l => (l.Text, string.Join("; ", Values(l).Where(v => v.Length > 0).Take(Samples))))];
        return true;
    }

    private IEnumerable<string> Values(PassportLabel label) => Passport.Upright ? Passport.Sheet.Rows[label.Place].Cells[(Passport.At + 1)..].ToArray() : Passport.Body.Take(50).Select(r => r[label.Place]);
}
