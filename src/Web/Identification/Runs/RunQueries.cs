using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification.Runs;

/// <summary>A run with its counts among the schools that the viewer may see.</summary>
public sealed record RunRow(int Number, string RuleCode, string RuleEdition, Reading Reading, SchoolYear Year, int MinParticipants, DateTime At, string ByName, int Listed, int AtRisk, int Insufficient, int NotListed, int Undecided)
{
    public int Schools => Listed + AtRisk + Insufficient + NotListed;
}

public static class RunQueries
{
    public static Task<IdentificationRun?> Run(this Db db, int number, CancellationToken stop = default) => db.IdentificationRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Number == number, stop);

    /// <summary>Runs from the latest; those without a school of the viewer's are left out.</summary>
    public static async Task<List<RunRow>> RunsSeenBy(this Db db, Viewer viewer, CancellationToken stop = default)
    {
        var visible = db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeLists);
        var counts = await (from school in db.RunSchools.AsNoTracking()
                            join organisation in visible on school.Organisation equals organisation.Id
                            group school by new { school.Run, school.State } into states
                            select new { states.Key.Run, states.Key.State, Count = states.Count() }).ToListAsync(stop);
        var decided = await (from decision in db.ListDecisions.AsNoTracking()
                             join organisation in visible on decision.Organisation equals organisation.Id
                             join school in db.RunSchools on new { decision.Run, decision.Organisation } equals new { school.Run, school.Organisation }
                             where school.State == SchoolState.Listed || school.State == SchoolState.InsufficientData
                             group decision by decision.Run into made
                             select new { made.Key, Count = made.Count() }).ToDictionaryAsync(d => d.Key, d => d.Count, stop);
        var byRun = counts.ToLookup(c => c.Run);
        var runs = await db.IdentificationRuns.AsNoTracking().OrderByDescending(r => r.Number).ToListAsync(stop);
        return [.. from run in runs
                   let own = byRun[run.Id].ToDictionary(c => c.State, c => c.Count)
                   where own.Count > 0
                   let listed = own.GetValueOrDefault(SchoolState.Listed)
                   let few = own.GetValueOrDefault(SchoolState.InsufficientData)
                   select new RunRow(run.Number, run.RuleCode, run.RuleEdition, run.Reading, run.Year, run.MinParticipants, run.At, run.ByName,
                       listed, own.GetValueOrDefault(SchoolState.RiskGroup), few, own.GetValueOrDefault(SchoolState.NotListed), listed + few - decided.GetValueOrDefault(run.Id))];
    }

    /// <summary>The run, if a school of it is among those whose lists the viewer may see.</summary>
    public static Task<IdentificationRun?> RunSeenBy(this Db db, Viewer viewer, int number, CancellationToken stop = default) => db.IdentificationRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Number == number
        && db.RunSchools.Any(s => s.Run == r.Id && db.Organisations.VisibleTo(viewer, Permission.SeeLists).Any(o => o.Id == s.Organisation)), stop);

    /// <summary>Municipalities with schools of the run that the viewer may see.</summary>
    public static async Task<List<(Id<Municipality> Id, string Name)>> MunicipalitiesOf(this Db db, Viewer viewer, Id<IdentificationRun> run, CancellationToken stop = default)
    {
        var rows = await (from municipality in db.Municipalities.AsNoTracking()
                          where db.Organisations.VisibleTo(viewer, Permission.SeeLists).Any(o => o.Municipality == municipality.Id && db.RunSchools.Any(s => s.Run == run && s.Organisation == o.Id))
                          orderby municipality.Name
                          select new { municipality.Id, municipality.Name }).ToListAsync(stop);
        return [.. rows.Select(r => (r.Id, r.Name))];
    }

    /// <summary>Procedures in which the share was reached by a school that the viewer may see.</summary>
    public static Task<List<AssessmentProcedure>> LowProceduresOf(this Db db, Viewer viewer, Id<IdentificationRun> run, CancellationToken stop = default)
    {
        var inputs = from input in db.RunInputs
                     join organisation in db.Organisations.VisibleTo(viewer, Permission.SeeLists) on input.Organisation equals organisation.Id
                     where input.Run == run && input.Low
                     select input.Procedure;
        return db.Procedures.AsNoTracking().Where(p => inputs.Contains(p.Id)).ToListAsync(stop);
    }
}
