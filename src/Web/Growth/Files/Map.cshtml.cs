using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Growth.Files;

/// <summary>The wizard of a table of growth: which column is the school, the result, the prior result, what else to adjust for, and which study it is.</summary>
public sealed class MapModel(Db db, Viewer viewer, Mappings mappings, DescribeFile describe, ImportRuns runs) : MappingModel(GrowthKind.KindCode, db, viewer, mappings, describe, runs)
{
    private const int Samples = 4;

    [BindProperty]
    public MapForm Form { get; set; } = new();

    internal GrowthSheet Table { get; private set; } = null!;
    public IReadOnlyList<MapColumn> Columns { get; private set; } = [];
    public List<SelectListItem> Procedures { get; private set; } = [];
    public string SheetName => Table.Sheet.Name;
    public int Rows => Table.Body.Count();
    private List<AssessmentProcedure> procedures = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var said = GrowthMapping.Parse(Row.Mapping) ?? GrowthMapping.Parse(await Remembered(Table.Fingerprint, stop));
        Form = new()
        {
            Title = said?.Title ?? Path.GetFileNameWithoutExtension(Row.Name), Year = said?.Year ?? SchoolYear.In(Row.Name)?.ToString(), Subject = said?.Subject, Source = said?.Source, Procedure = said?.Procedure?.ToString(), Token = Import.Token,
            Fields = [.. Table.Columns.Select(c => said is null ? c.Field : said.Labels.GetValueOrDefault(Cells.FoldHeader(c.Header), GrowthField.Skip))],
            References = [.. Table.Columns.Select(c => said?.References.GetValueOrDefault(Cells.FoldHeader(c.Header)))],
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Db.Expect(Import, Form.Token);
        var mapping = Mapping();
        foreach (var (field, what) in GrowthQuestions.Open(mapping, Table with { Columns = [.. Table.Columns.Select((c, at) => c with { Field = Field(at) })] }, procedures.Find(p => p.Id.Value == mapping.Procedure)))
            ModelState.AddModelError(field is "" ? "" : $"Form.{field}", what.Say());
        return ModelState.IsValid ? await Answer(mapping.Json(), Form.Name, Table.Fingerprint, mapping.ToRemember().Json(), stop) : Ask();
    }

    public static IEnumerable<SelectListItem> Fields(string? chosen) => GrowthField.All.Select(f => new SelectListItem(GrowthFieldWords.Of(f), f, f == chosen));

    public static IEnumerable<SelectListItem> Levels(MapColumn column, string? chosen) => column.Levels.Select(l => new SelectListItem(l, l, l == chosen));

    protected override async Task<bool> Load(Grid grid, CancellationToken stop)
    {
        if (GrowthSheet.Of(grid) is not { } table) return false;
        Table = table;
        var first = table.Body.Take(50).ToList();
        Columns = [.. table.Columns.Select(c => new MapColumn(c.Header, string.Join("; ", first.Select(r => r[c.Place]).Where(v => v.Length > 0).Distinct().Take(Samples)), table.Values(c.Place, StudyColumn.MostLevels) is { Count: > 1 and <= StudyColumn.MostLevels } levels ? levels : []))];
        procedures = await Db.Procedures.AsNoTracking().ToListAsync(stop);
        var subjects = await Db.Subjects.AsNoTracking().ToDictionaryAsync(s => s.Code, stop);
        Procedures = [new(Texts.Say("нет такой в реестре"), ""), .. procedures.OrderByDescending(p => p.Year).ThenBy(p => p.Label, StringComparer.Ordinal).Select(p => new SelectListItem(ProcedureName.Of(p, subjects[p.Subject]), p.Id.ToString()))];
        return true;
    }

    private string Field(int at) => Form.Fields.ElementAtOrDefault(at) is { } field && GrowthField.All.Contains(field) ? field : GrowthField.Skip;

    private GrowthMapping Mapping()
    {
        var columns = Table.Columns.Select((c, at) => (Words: Cells.FoldHeader(c.Header), Field: Field(at), Reference: Form.References.ElementAtOrDefault(at))).DistinctBy(c => c.Words).ToList();
        return new()
        {
            Title = Text(Form.Title, 200), Year = Text(Form.Year, 20), Subject = Text(Form.Subject, 100), Source = Text(Form.Source, 300), Procedure = Guid.TryParse(Form.Procedure, out var procedure) ? procedure : null,
            Labels = columns.ToDictionary(c => c.Words, c => c.Field), References = columns.Where(c => c.Field == GrowthField.Category && c.Reference is { Length: > 0 }).ToDictionary(c => c.Words, c => c.Reference!),
        };
    }

    private static string? Text(string? typed, int longest) => typed?.Trim() is { Length: > 0 } text ? text.Length <= longest ? text : text[..longest] : null;
}

/// <summary>A column as the wizard shows it; levels where there are few enough to choose a reference among them.</summary>
public sealed record MapColumn(string Header, string Values, IReadOnlyList<string> Levels);
