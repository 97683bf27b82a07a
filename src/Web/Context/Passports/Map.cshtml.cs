using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Context.Passports;

/// <summary>The wizard of a social passport: what each column, or each row of an upright one, counts, and of which year.</summary>
public sealed class MapModel(Db db, Viewer viewer, Mappings mappings, DescribeFile describe, ImportRuns runs) : MappingModel(SocialPassportKind.KindCode, db, viewer, mappings, describe, runs)
{
    private const int Samples = 3;

    [BindProperty]
    public MapForm Form { get; set; } = new();

    public List<ContextIndicator> Indicators { get; private set; } = [];
    public IReadOnlyList<(string Text, string Values)> Labels { get; private set; } = [];
    internal PassportSheet Passport { get; private set; } = null!;
    private Grid grid = null!;
    public bool Upright => Passport.Upright;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var said = PassportMapping.Parse(Row.Mapping) ?? PassportMapping.Parse(await Remembered(Mappings.Fingerprint(Passport.Texts), stop));
        Form = new() { Year = said?.Year, Token = Import.Token, Fields = [.. Passport.Labels.Select(l => said?.Labels.GetValueOrDefault(Cells.FoldHeader(l.Text)) ?? (l.Field is "" ? PassportLabel.Skip : l.Field))] };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Db.Expect(Import, Form.Token);
        var fields = Passport.Labels.Select((l, at) => (Words: Cells.FoldHeader(l.Text), Field: Known(Form.Fields.ElementAtOrDefault(at)))).ToList();
        if (Form.Year is { Length: > 0 } year && YearWord.In(year) is null) ModelState.AddModelError("Form.Year", Texts.Say("Укажите год: 2026 или 2025/26."));
        if (fields.Where(f => f.Field != PassportLabel.Skip).GroupBy(f => f.Field).FirstOrDefault(g => g.Select(f => f.Words).Distinct().Count() > 1) is { } twice)
            ModelState.AddModelError("", Texts.Say("«{0}» выбрано дважды: оставьте одно.", Choices("").First(c => c.Value == twice.Key).Text));
        if (!fields.Exists(f => Indicators.Exists(i => i.Code == f.Field))) ModelState.AddModelError("", Texts.Say("Назовите хотя бы один показатель."));
        var rows = PassportRows.Of(Passport with { Labels = [.. Passport.Labels.Zip(fields, (l, f) => l with { Field = f.Field })] }, grid, YearWord.In(Form.Year ?? "")).ToList();
        if (ModelState.IsValid && rows.Exists(r => r.Year is null)) ModelState.AddModelError("Form.Year", Texts.Say("В файле года нет: укажите его, 2026 или 2025/26."));
        if (rows.Exists(r => r.School == new OrganisationAsked())) ModelState.AddModelError("", Texts.Say("Скажите, где код, логин или название школы."));
        if (!ModelState.IsValid) return Ask();

        var mapping = new PassportMapping { Year = string.IsNullOrWhiteSpace(Form.Year) ? null : Form.Year.Trim(), Labels = fields.GroupBy(f => f.Words).ToDictionary(g => g.Key, g => g.First().Field) };
        return await Answer(mapping.Json(), Form.Name, Mappings.Fingerprint(Passport.Texts), mapping.ToRemember().Json(), stop);
    }

    public IEnumerable<SelectListItem> Choices(string? chosen) => FieldWords.Of(Indicators).Select(f => new SelectListItem(f.Text, f.Field, f.Field == chosen));

    private string Known(string? field) => field is not null && (PassportLabel.Places.Contains(field) || Indicators.Exists(i => i.Code == field)) ? field : PassportLabel.Skip;

    protected override async Task<bool> Load(Grid grid, CancellationToken stop)
    {
        Indicators = await Db.Indicators(stop);
        if (SocialPassportKind.Shown(grid, Indicators) is not { } passport) return false;

        (this.grid, Passport) = (grid, passport);
        Labels = [.. passport.Labels.Select(l => (l.Text, string.Join("; ", Values(l).Where(v => v.Length > 0).Take(Samples))))];
        return true;
    }

    private IEnumerable<string> Values(PassportLabel label) => Passport.Upright ? Passport.Sheet.Rows[label.Place].Cells[(Passport.At + 1)..].ToArray() : Passport.Body.Take(50).Select(r => r[label.Place]);
}
