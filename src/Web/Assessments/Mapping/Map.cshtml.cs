using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments.Kinds;
using Stupeni.Documents;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Mapping;

/// <summary>The wizard of a table of results: what its columns are, which procedure it is, where the threshold lies.</summary>
public sealed class MapModel(Db db, Viewer viewer, Clock clock, Mappings mappings, DescribeFile describe, ImportRuns runs) : MappingModel(ResultsTableKind.KindCode, db, viewer, mappings, describe, runs)
{
    private const int Samples = 3;

    [BindProperty]
    public MappingForm Form { get; set; } = new();

    public List<Subject> AllSubjects { get; private set; } = [];
    internal TableGuess Table { get; private set; } = null!;

    /// <summary>Columns with a header or values: letter, header, first values.</summary>
    public IReadOnlyList<(string Letter, string Header, string Values)> Columns { get; private set; } = [];
    public int Rows => Table.Layout.Body.Count();
    public string SheetName => Table.Layout.Sheet.Name;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var said = ResultsMapping.Parse(Row.Mapping) ?? new();
        var remembered = ResultsMapping.Parse(await Remembered(Table.Fingerprint, stop));
        Form = Filled(said.Or(Table.Mapping()).Or(remembered));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Db.Expect(Import, Form.Token);
        var mapping = Form.Mapping();
        var resolved = ResolvedTable.Of(mapping, Table.Layout, new(AllSubjects), clock.Today);
        foreach (var problem in resolved.Problems) ModelState.AddModelError($"Form.{problem.Field}", problem.What.Say());
        if (resolved.YearIsAssumed) ModelState.AddModelError("Form.Year", Texts.Say("Укажите год: 2026 или 2025/26."));
        if (resolved.Minimum is not null && string.IsNullOrWhiteSpace(Form.MinimumSource)) ModelState.AddModelError("Form.MinimumSource", Texts.Say("Напишите, откуда взят минимум."));
        if (!ModelState.IsValid) return Ask();

        return await Answer(mapping.Json(), Form.Name, Table.Fingerprint, mapping.ToRemember().Json(), stop);
    }

    public IEnumerable<SelectListItem> ColumnChoices(string? chosen) => Columns.Select(c => new SelectListItem($"{c.Letter}. {(c.Header is "" ? Texts.Say("без названия") : c.Header)}", c.Letter, c.Letter == chosen)).Prepend(new(Texts.Say("нет такого столбца"), ""));

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<ProcedureKind>().Select(k => new SelectListItem(ProcedureName.Kind(k), k.ToString())).Prepend(new(Texts.Say("выберите"), ""));

    public IEnumerable<SelectListItem> Subjects => AllSubjects.Select(s => new SelectListItem(s.Said, s.Code)).Prepend(new(Texts.Say("выберите или впишите свой"), ""));

    public IEnumerable<SelectListItem> Levels => Enum.GetValues<MathLevel>().Select(l => new SelectListItem(ProcedureName.Level(l), l == MathLevel.None ? "" : l.ToString()));

    public static IEnumerable<SelectListItem> Scores => [new(Texts.Say("Не сказано"), ""), new(Texts.Say("Первичный балл"), nameof(ScoreKind.Primary)), new(Texts.Say("Тестовый балл"), nameof(ScoreKind.Test))];

    /// <summary>Columns that may be tasks: those that hold numbers.</summary>
    public IEnumerable<(int At, string Letter, string Header, string Values)> TaskColumns =>
        Form.Tasks.Index().Join(Columns, t => t.Item.Column, c => c.Letter, (t, c) => (t.Index, c.Letter, c.Header, c.Values));

    protected override async Task<bool> Load(Grid grid, CancellationToken stop)
    {
        AllSubjects = await Db.Subjects.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Name).ToListAsync(stop);
        if (TableGuess.Of(grid, new(AllSubjects)) is not { } table) return false;

        Table = table;
        var body = table.Layout.Body.Take(50).ToList();
        Columns = [.. Enumerable.Range(0, table.Layout.Sheet.Columns).Select(c => (Address.Column(c), table.Layout.Header[c], string.Join("; ", body.Select(r => r[c]).Where(v => v.Length > 0).Take(Samples))))
            .Where(c => c.Item2.Length > 0 || c.Item3.Length > 0)];
        return true;
    }

    private MappingForm Filled(ResultsMapping mapping)
    {
        var layout = Table.Layout;
        var (tasks, _) = ColumnName.IsNone(mapping.Tasks) ? ([], null) : mapping.Tasks == "auto" ? (layout.Tasks, null) : TaskList.Read(mapping.Tasks!, layout);
        var chosen = tasks.ToDictionary(t => t.Column);
        var subject = new SubjectIndex(AllSubjects).Named(mapping.Subject ?? "");
        return new()
        {
            School = Letter(mapping.School), Participant = Letter(mapping.Participant), Class = Letter(mapping.Class), Variant = Letter(mapping.Variant), Total = Letter(mapping.Total), Mark = Letter(mapping.Mark), Journal = Letter(mapping.Journal),
            Score = mapping.Score, Kind = Enum.TryParse<ProcedureKind>(mapping.Kind, true, out var kind) ? kind.ToString() : ProcedureGuess.KindOf(mapping.Kind ?? "")?.ToString(),
            Subject = subject?.Code, OwnSubject = subject is null ? mapping.Subject : null, Grade = mapping.Grade, Year = mapping.Year, Session = mapping.Session, Level = mapping.Level,
            NoMinimum = mapping.Minimum is not null && ColumnName.IsNone(mapping.Minimum), Minimum = ColumnName.IsNone(mapping.Minimum) ? null : mapping.Minimum, MinimumSource = mapping.MinimumSource,
            Tasks = [.. Enumerable.Range(0, layout.Sheet.Columns).Where(c => chosen.ContainsKey(c) || HasNumbers(c)).Select(c => new TaskChoice { Column = Address.Column(c), Chosen = chosen.ContainsKey(c), Max = chosen.GetValueOrDefault(c)?.Max?.ToString(CultureInfo.GetCultureInfo("ru-RU")) })],
            Token = Import.Token,
        };

        string? Letter(string? text) => ColumnName.Find(text, layout) is >= 0 and var column ? Address.Column(column) : null;

        bool HasNumbers(int column) => layout.Body.Take(20).Any(r => Cells.ParseDecimal(r[column]) is not null);
    }
}
