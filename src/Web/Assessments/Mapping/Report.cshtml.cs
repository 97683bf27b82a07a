using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments.Kinds;
using Stupeni.Assessments.Kinds.Aggregates;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Mapping;

/// <summary>What an aggregate report does not say of itself: which of the six it is, its subject, grade and year, its school.</summary>
public sealed class ReportModel(Db db, Viewer viewer, Mappings mappings, DescribeFile describe, ImportRuns runs) : MappingModel(AggregateKind.KindCode, db, viewer, mappings, describe, runs)
{
    private const int Rows = 8, Cells = 10;

    [BindProperty]
    public ReportForm Form { get; set; } = new();

    public List<Subject> AllSubjects { get; private set; } = [];
    public IReadOnlyList<IReadOnlyList<string>> Beginning { get; private set; } = [];
    internal AggregateSheet Table { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var said = AggregateAnswers.Parse(Row.Mapping).Or(AggregateAnswers.Parse(await Remembered(AggregateAnswers.Fingerprint(Table), stop)));
        var guess = ProcedureGuess.Of([.. Table.Above, Table.Sheet.Name, Path.GetFileNameWithoutExtension(Row.Name)], new(AllSubjects));
        var subject = said.Subject is null ? guess.Subject : new SubjectIndex(AllSubjects).Named(said.Subject);
        Form = new()
        {
            Report = said.Report ?? Table.Report?.ToString(), Subject = subject?.Code, OwnSubject = subject is null ? said.Subject : null, Grade = said.Grade ?? guess.Grade?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Year = said.Year ?? guess.Year?.Ends.ToString(System.Globalization.CultureInfo.InvariantCulture), School = said.School, Token = Import.Token,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Db.Expect(Import, Form.Token);
        var answers = Form.Answers();
        if (!Enum.TryParse<DeclaredReport>(answers.Report, true, out var report) || report == DeclaredReport.Participants) ModelState.AddModelError("Form.Report", Texts.Say("Выберите отчёт."));
        if (answers.Year is not null && ProcedureGuess.YearOf(answers.Year) is null) ModelState.AddModelError("Form.Year", Texts.Say("Укажите год: 2026 или 2025/26."));
        if (answers.Grade is not null && !(int.TryParse(answers.Grade, out var grade) && grade is >= 1 and <= 11)) ModelState.AddModelError("Form.Grade", Texts.Say("Класс — число от 1 до 11."));
        Lacking(answers);
        if (!ModelState.IsValid) return Ask();

        return await Answer(answers.Json(), Form.Name, AggregateAnswers.Fingerprint(Table), answers.ToRemember(Table).Json(), stop);
    }

    public IEnumerable<SelectListItem> Reports => Enum.GetValues<DeclaredReport>().Where(r => r != DeclaredReport.Participants).Select(r => new SelectListItem(r.Title(), r.ToString())).Prepend(new(Texts.Say("выберите"), ""));

    public IEnumerable<SelectListItem> Subjects => AllSubjects.Select(s => new SelectListItem(s.Said, s.Code)).Prepend(new(Texts.Say("выберите или впишите свой"), ""));

    private void Lacking(AggregateAnswers answers)
    {
        var (subject, grade, year) = Table.Body.Select(r => new AggregateProcedure(Table, Row.Name, answers, new(AllSubjects), new()).Lacks(r)).FirstOrDefault();
        if (subject) ModelState.AddModelError("Form.Subject", Texts.Say("Выберите предмет или впишите свой."));
        if (grade && ModelState.GetFieldValidationState("Form.Grade") != ModelValidationState.Invalid) ModelState.AddModelError("Form.Grade", Texts.Say("Класс — число от 1 до 11."));
        if (year && ModelState.GetFieldValidationState("Form.Year") != ModelValidationState.Invalid) ModelState.AddModelError("Form.Year", Texts.Say("Укажите год: 2026 или 2025/26."));
    }

    protected override async Task<bool> Load(Grid grid, CancellationToken stop)
    {
        if (AggregateKind.Tables(grid) is not [var table, ..]) return false;

        AllSubjects = await Db.Subjects.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Name).ToListAsync(stop);
        Table = table;
        Beginning = [.. table.Sheet.Rows.Take(Rows).Select(r => (IReadOnlyList<string>)[.. r.Cells[..Math.Min(r.Count, Cells)]])];
        return true;
    }
}

/// <summary>The answers as they are typed.</summary>
public sealed class ReportForm
{
    public string? Report { get; set; }
    public string? Subject { get; set; }
    public string? OwnSubject { get; set; }
    public string? Grade { get; set; }
    public string? Year { get; set; }
    public string? School { get; set; }

    /// <summary>The name under which the answers are remembered; none to forget them.</summary>
    public string? Name { get; set; }
    public int Token { get; set; }

    public AggregateAnswers Answers() => new() { Report = Said(Report), Subject = Said(OwnSubject) ?? Said(Subject), Grade = Said(Grade), Year = Said(Year), School = Said(School) };

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
