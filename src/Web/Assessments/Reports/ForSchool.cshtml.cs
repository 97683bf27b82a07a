using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>A school's reports to be handed over: the address that its own people open, and the workbook. Letters are written in the person's own mail.</summary>
public sealed class ForSchoolModel(Db db, FindReport reports) : PageModel
{
    [FromRoute]
    public Id<AssessmentProcedure> Procedure { get; set; }

    [FromRoute]
    public Id<Organisation> Organisation { get; set; }

    public ReportsFound Found { get; private set; } = null!;

    /// <summary>Those of the school who will see the report when they sign in.</summary>
    public IReadOnlyList<(string Name, string Position)> People { get; private set; } = [];

    public string School => Found.Scope.Shown.Name;

    public string Address => $"{Request.Scheme}://{Request.Host}{Found.Scope.At.Address(ReportKind.Tasks)}";

    public string Workbook => $"/results/{Procedure}/reports.xlsx{Found.Scope.At.Query}";

    public string Letter => $"mailto:?subject={Uri.EscapeDataString(Subject)}&body={Uri.EscapeDataString($"{Texts.Say("Отчёты школы: {0}, {1}.", School, Found.Head.Name)}\r\n\r\n{Address}")}";

    private string Subject => Texts.Say("Результаты: {0}", Found.Head.Name);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await reports.Find(new(Procedure, null, Organisation), stop) is not { } found || found.Scope.At.School != Organisation) return NotFound();

        Found = found;
        var people = from grant in db.Grants.AsNoTracking()
                     where grant.ScopeKind == ScopeKind.Organisation && grant.Scope == Organisation.Value
                     join role in db.Roles on grant.Role equals role.Code
                     where role.Permissions.Any(p => p.Permission == Permission.SeeResults)
                     join person in db.Users on grant.Person equals person.Id
                     where person.BlockedAt == null
                     select new { person.Id, person.Name, person.Position };
        People = [.. (await people.ToListAsync(stop)).DistinctBy(p => p.Id).OrderBy(p => p.Name, StringComparer.CurrentCulture).Select(p => (p.Name, p.Position))];
        return Page();
    }
}
