using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;

namespace Stupeni.Growth.Studies;

/// <summary>One study: the model that the address asks for, and what schools add by it.</summary>
public sealed class ShowModel(Db db, Viewer viewer) : PageModel
{
    public const int PageSize = 50;

    [FromQuery(Name = "from")]
    public int From { get; set; }

    public StudyView View { get; private set; } = null!;
    public int ImportNumber { get; private set; }

    /// <summary>The import's page; none where the viewer may not open it.</summary>
    public string? ImportHref { get; private set; }
    public string? Procedure { get; private set; }
    public int First { get; private set; }
    public IReadOnlyList<SchoolGrowth> Schools => [.. View.Schools.Skip(First).Take(PageSize)];

    public static string CodeVersion { get; } = $"{typeof(ShowModel).Assembly.GetName().Version!.ToString(3)}+{typeof(ShowModel).Module.ModuleVersionId.ToString("N")[..12]}";

    public async Task<IActionResult> OnGetAsync(int study, StudyChoice choice, CancellationToken stop)
    {
        if (await StudyView.Of(db, viewer, study, choice, stop) is not { } view) return NotFound();
        View = view;
        First = Math.Clamp(From / PageSize * PageSize, 0, Math.Max(0, (view.Schools.Count - 1) / PageSize * PageSize));
        var import = await db.Imports.AsNoTracking().SingleAsync(i => i.Id == view.Study.Import, stop);
        ImportNumber = import.Number;
        if (viewer.MayEverywhere(Permission.ImportFiles) || (import.By is not null && import.By == viewer.Person && viewer.May(Permission.ImportFiles))) ImportHref = $"/imports/{import.Id}";
        if (view.Study.Procedure is { } id && await db.Procedures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, stop) is { } procedure)
            Procedure = ProcedureName.Of(procedure, await db.Subjects.AsNoTracking().SingleAsync(s => s.Code == procedure.Subject, stop));
        return Page();
    }

    public string Link(int from) => $"/growth/{View.Study.Number}?{View.Choice.Query}&from={from.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A value on the picture, zero in the middle.</summary>
    public string X(double value) => string.Create(CultureInfo.InvariantCulture, $"{50 + 48 * value / View.Most:0.##}%");
}
