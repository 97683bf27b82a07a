using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments.Kinds;
using Stupeni.Assessments.Kinds.Aggregates;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Mapping;

/// <summary>What an aggregate report does not say of itself: which of the six it is, its subject, grade and year, its school.</summary>
public sealed class ReportModel(Db db, Viewer viewer, Mappings mappings, DescribeFile describe, ImportRuns runs) : PageModel
{
    private const int Rows = 8, Cells = 10;

    [FromRoute(Name = "import")]
    public Id<Import> ImportId { get; set; }

    [FromRoute(Name = "file")]
    public Id<ImportFile> FileId { get; set; }

    [BindProperty]
    public ReportForm Form { get; set; } = new();

    public Import Import { get; private set; } = null!;
    public ImportFile Row { get; private set; } = null!;
    public List<Subject> AllSubjects { get; private set; } = [];
    public IReadOnlyList<IReadOnlyList<string>> Beginning { get; private set; } = [];
    internal AggregateSheet Table { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await Load(HttpContext.RequestAborted)) { context.Result = NotFound(); return; }
        await next();
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var said = AggregateAnswers.Parse(Row.Mapping).Or(AggregateAnswers.Parse((await mappings.Find(AggregateKind.KindCode, AggregateAnswers.Fingerprint(Table), Row.MappingVersion, stop))?.Columns));
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
        db.Expect(Import, Form.Token);
        var answers = Form.Answers();
        if (!Enum.TryParse<DeclaredReport>(answers.Report, true, out var report) || report == DeclaredReport.Participants) ModelState.AddModelError("Form.Report", Texts.Say("Выберите отчёт."));
        if (answers.Year is not null && ProcedureGuess.YearOf(answers.Year) is null) ModelState.AddModelError("Form.Year", Texts.Say("Укажите год: 2026 или 2025/26."));
        if (answers.Grade is not null && !(int.TryParse(answers.Grade, out var grade) && grade is >= 1 and <= 11)) ModelState.AddModelError("Form.Grade", Texts.Say("Класс — число от 1 до 11."));
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var kept = Form.Name?.Trim() is { Length: > 0 } name ? await mappings.Keep(name.Length <= ImportMapping.LongestName ? name : name[..ImportMapping.LongestName], AggregateKind.KindCode, AggregateAnswers.Fingerprint(Table), answers.ToRemember(Table).Json(), stop) : null;
        await describe.Map(Import, FileId, answers.Json(), kept, stop);
        return Redirect(await runs.Check(Import, stop));
    }

    public IEnumerable<SelectListItem> Reports => Enum.GetValues<DeclaredReport>().Where(r => r != DeclaredReport.Participants).Select(r => new SelectListItem(r.Title(), r.ToString())).Prepend(new(Texts.Say("выберите"), ""));

    public IEnumerable<SelectListItem> Subjects => AllSubjects.Select(s => new SelectListItem(s.Said, s.Code)).Prepend(new(Texts.Say("выберите или впишите свой ниже"), ""));

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await db.Seen(viewer, ImportId, stop) is not { State: ImportState.Draft } import) return false;
        if (await db.ImportFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == FileId && f.Import == ImportId && f.Kind == AggregateKind.KindCode, stop) is not { } row) return false;
        if (await db.GridOf(FileId, stop) is not { } grid || AggregateKind.Tables(grid) is not [var table, ..]) return false;

        AllSubjects = await db.Subjects.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Name).ToListAsync(stop);
        (Import, Row, Table) = (import, row, table);
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
