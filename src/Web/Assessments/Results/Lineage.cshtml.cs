using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Results;

/// <summary>Where figures of a procedure come from: files with their hashes, imports, what judged, and the program.</summary>
public sealed class LineageModel(Db db, Viewer viewer) : PageModel
{
    [FromRoute]
    public Id<AssessmentProcedure> Procedure { get; set; }

    [FromQuery]
    public Id<Organisation>? School { get; set; }

    public ProcedureHead Head { get; private set; } = null!;
    public string? SchoolName { get; private set; }
    public ResultSums Sums { get; private set; } = ResultSums.Nothing;
    public List<SourceFile> Files { get; private set; } = [];

    public bool MayOpenImports => viewer.May(Permission.ImportFiles);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await db.Head(Procedure, viewer, stop) is not { } head) return NotFound();

        var organisations = db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeResults);
        if (School is { } school)
        {
            organisations = organisations.Where(o => o.Id == school);
            if ((SchoolName = await organisations.Select(o => o.Name).SingleOrDefaultAsync(stop)) is null) return NotFound();
        }

        Head = head;
        Sums = await db.CurrentSheets(Procedure, organisations).Sums(stop);
        Files = await db.FilesBehind([Procedure], organisations, stop: stop);
        return Page();
    }
}
