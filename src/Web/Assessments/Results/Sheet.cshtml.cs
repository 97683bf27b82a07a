using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Results;

public sealed class SheetModel(Db db, Viewer viewer, AccessLog log) : PageModel
{
    [FromRoute]
    public Id<ScoreSheet> Id { get; set; }

    public ScoreSheet Sheet { get; private set; } = null!;
    public ProcedureHead Head { get; private set; } = null!;
    public Organisation School { get; private set; } = null!;
    public ResultSums Sums { get; private set; } = ResultSums.Nothing;
    public TaskTable Tasks { get; private set; } = null!;
    /// <summary>Attempts of participants of the class who are counted by another one.</summary>
    public int Retakes { get; private set; }
    public IReadOnlyList<SheetVersion> Versions { get; private set; } = [];

    /// <summary>Single participants: for the organisation's own people only.</summary>
    public SheetScores? Participants { get; private set; }
    public FigureOrigin From { get; private set; } = null!;
    public SheetVersion Version => Versions.Single(v => v.Id == Id);
    public string ClassName => Sheet.Class is "" ? Texts.Say("Без класса") : Texts.Say("{0} класс", Sheet.Class);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var seen = db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeResults);
        var found = await db.ScoreSheets.AsNoTracking().Where(s => s.Id == Id).Join(seen, s => s.Organisation, o => o.Id, (sheet, school) => new { sheet, school }).SingleOrDefaultAsync(stop);
        if (found is null || await db.Head(found.sheet.Procedure, viewer, stop) is not { } head) return NotFound();

        (Sheet, School, Head, Sums) = (found.sheet, found.school, head, ResultSums.Of(found.sheet));
        Versions = await db.Versions(Sheet, stop);
        if (Sheet.State == SheetState.Current) Retakes = await db.ScoreSheets.Where(s => s.Procedure == Sheet.Procedure && s.Organisation == Sheet.Organisation && s.Class == Sheet.Class && s.State == SheetState.Retakes).SumAsync(s => s.Participants, stop);
        From = head.From(Sums, source: Texts.Say("{0}, {1}, импорт № {2}", head.Name, ClassName, Version.Import), school: School.Id);
        var sums = TaskSums.Unpack(Sheet.Tasks);
        Tasks = new(head, sums.Length == head.Tasks.Count ? sums : new TaskSum[head.Tasks.Count], From);
        if (await db.Organisations.VisibleTo(viewer, Permission.SeeParticipants).AnyAsync(o => o.Id == School.Id, stop) && viewer.Person is not null)
        {
            Participants = SheetScores.Unpack(Sheet.Scores);
            log.Seen(viewer, nameof(ScoreSheet), Id.Value, $"{head.Name}, {ClassName}", School.Id.Value);
        }

        return Page();
    }
}
