using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Identification.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification.Runs;

/// <summary>What stands in the results today where a run froze a number, and the latest import that brought it.</summary>
public sealed record NowRow(Id<AssessmentProcedure> Procedure, int Participants, int BelowThreshold, int Import);

public static class SchoolQueries
{
    /// <summary>The school in the run, if the viewer may see it there.</summary>
    public static Task<ListRow?> SchoolOf(this Db db, Viewer viewer, Id<IdentificationRun> run, Id<Organisation> school, CancellationToken stop = default) =>
        (from row in db.RunSchools.AsNoTracking()
         join organisation in db.Organisations.VisibleTo(viewer, Permission.SeeLists) on row.Organisation equals organisation.Id
         join municipality in db.Municipalities on organisation.Municipality equals municipality.Id
         where row.Run == run && row.Organisation == school
         select new ListRow(organisation.Id, organisation.Code, organisation.Name, municipality.Name, row.State, row.Deciding, row.Participants, row.BelowThreshold, row.Lower, row.Upper, null, null, null)).SingleOrDefaultAsync(stop);

    public static async Task<Dictionary<Id<AssessmentProcedure>, NowRow>> NowOf(this Db db, Id<Organisation> school, IEnumerable<Result> frozen, CancellationToken stop = default)
    {
        var procedures = frozen.Select(r => r.Procedure).ToList();
        return await (from sheet in db.ScoreSheets.AsNoTracking()
                      join import in db.Imports on sheet.Import equals import.Id
                      where sheet.Organisation == school && sheet.State == SheetState.Current && procedures.Contains(sheet.Procedure)
                      group new { sheet, import } by sheet.Procedure into sheets
                      select new NowRow(sheets.Key, sheets.Sum(s => s.sheet.Judged), sheets.Sum(s => s.sheet.BelowThreshold), sheets.Max(s => s.import.Number))).ToDictionaryAsync(r => r.Procedure, stop);
    }
}
