using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Results;

/// <summary>One school in one procedure: its classes beside the school, the municipality and the region.</summary>
public sealed class SchoolModel(Db db, Viewer viewer) : PageModel
{
    [FromRoute]
    public Id<AssessmentProcedure> Procedure { get; set; }

    [FromRoute]
    public Id<Organisation> Organisation { get; set; }

    public ProcedureHead Head { get; private set; } = null!;
    public Organisation School { get; private set; } = null!;
    public string Municipality { get; private set; } = "";
    public ResultSums Sums { get; private set; } = ResultSums.Nothing;
    public IReadOnlyList<ScoreSheet> Sheets { get; private set; } = [];
    public HeatTable Heat { get; private set; } = new([], []);

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
        columns.AddRange(await Comparisons(school, stop));
        Heat = new(head.Tasks, columns);
        return Page();
    }

    /// <summary>Sums over so few schools would tell the results of a neighbour: they are not shown.</summary>
    private async Task<IEnumerable<HeatColumn>> Comparisons(Organisation school, CancellationToken stop)
    {
        const int FewestSchools = 3;
        var columns = new List<HeatColumn>();
        foreach (var (name, organisations) in new[] { (Texts.Say("Муниципалитет"), db.Organisations.Where(o => o.Municipality == school.Municipality)), (Texts.Say("Область"), db.Organisations) })
        {
            var sheets = db.CurrentSheets(Procedure, organisations);
            var sums = await sheets.Sums(stop);
            if (sums.Schools >= FewestSchools) columns.Add(new(name, sums.Participants, await sheets.TaskTotals(Head.Tasks.Count, stop)));
        }

        return columns;
    }
}
