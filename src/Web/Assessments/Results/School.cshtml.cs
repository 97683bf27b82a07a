using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments.Reports;
using Stupeni.Comparators;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Results;

/// <summary>One school in one procedure: its classes beside the school, the municipality and the region.</summary>
public sealed class SchoolModel(Db db, Viewer viewer, RegionUnits region, SimilarUnits similar) : PageModel
{
    [FromRoute]
    public Id<AssessmentProcedure> Procedure { get; set; }

    [FromRoute]
    public Id<Organisation> Organisation { get; set; }

    /// <summary>A set to compare with instead of the nearest schools.</summary>
    [FromQuery]
    public Id<ComparatorSet>? Set { get; set; }

    public ProcedureHead Head { get; private set; } = null!;
    public Organisation School { get; private set; } = null!;
    public string Municipality { get; private set; } = "";
    public ResultSums Sums { get; private set; } = ResultSums.Nothing;
    public IReadOnlyList<ScoreSheet> Sheets { get; private set; } = [];
    public HeatTable Heat { get; private set; } = new([], []);

    /// <summary>The school, schools similar to it, its municipality and the region; alone where there is nobody to stand beside it.</summary>
    public IReadOnlyList<ReportUnit> Beside { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var seen = db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeResults);
        if (await seen.SingleOrDefaultAsync(o => o.Id == Organisation, stop) is not { } school || await db.Head(Procedure, viewer, stop) is not { } head) return NotFound();

        var own = db.CurrentSheets(Procedure, db.Organisations.Where(o => o.Id == Organisation));
        Sheets = await own.OrderBy(s => s.Class).ToListAsync(stop);
        if (Sheets.Count == 0) return NotFound();

        (Head, School, Sums) = (head, school, await own.Sums(stop));
        Municipality = await db.Municipalities.Where(m => m.Id == school.Municipality).Select(m => m.Name).SingleAsync(stop);
        var columns = Sheets.Select(s => new HeatColumn(s.Class is "" ? Texts.Say("Без класса") : s.Class, s.Participants, TaskSums.Unpack(s.Tasks), $"/results/sheets/{s.Id}")).ToList();
        if (Sheets.Count > 1) columns.Add(new(Texts.Say("Школа"), Sums.Participants, await own.TaskTotals(head.Tasks.Count, stop)));
        var counts = await region.Of(Procedure, head.Tasks.Count, stop);
        columns.AddRange(counts.Above(school.Municipality).Reverse().Select(u => new HeatColumn(u.Kind == UnitKind.Municipality ? Texts.Say("Муниципалитет") : u.Name, u.Sums.Participants, u.Tasks)));
        var like = await similar.Of(Organisation, Procedure, head.Tasks.Count, stop, Set);
        if (like is not null) columns.Add(new(like.Name, like.Sums.Participants, like.Tasks));
        Heat = new(head.Tasks, columns);
        Beside = [new(UnitKind.School, school.Name, null, Sums, [], Tallies.Nothing), .. like is null ? [] : new[] { like }, .. counts.Above(school.Municipality).Reverse()];
        return Page();
    }
}
