using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Identification.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification;

public static class InputQueries
{
    /// <summary>Judges the current results of every working school that the viewer may run identification for.</summary>
    public static async Task<Identified> Identify(this Db db, Viewer viewer, RunOrder order, CancellationToken stop = default)
    {
        var schools = db.Organisations.AsNoTracking().Where(o => o.State == OrganisationState.Active).VisibleTo(viewer, Permission.RunIdentification);
        var years = order.InputYears;
        var results = await db.CurrentResults(schools, await db.Procedures.AsNoTracking().Where(p => years.Contains(p.Year)).ToListAsync(stop), order.Rule.Counts, stop);
        var judged = from school in await schools.Select(o => new { o.Id, o.Code, o.Name }).ToListAsync(stop)
                     let own = results[school.Id].ToList()
                     let verdict = order.Reading.Judge(own, order.Year, order.Terms)
                     where verdict is not null
                     select new JudgedSchool(school.Id, school.Code, school.Name, verdict, own);
        return new(order, [.. judged.OrderBy(s => s.Code, StringComparer.Ordinal)]);
    }

    /// <summary>What the schools' current sheets say of those procedures that count, with the flags of now.</summary>
    public static async Task<ILookup<Id<Organisation>, Result>> CurrentResults(this Db db, IQueryable<Organisation> schools, IEnumerable<AssessmentProcedure> held, Func<AssessmentProcedure, bool> counts, CancellationToken stop = default)
    {
        var procedures = held.Where(counts).ToDictionary(p => p.Id);
        var (ids, years) = (procedures.Keys.ToList(), procedures.Values.Select(p => p.Year).Distinct().ToList());
        var rows = await db.Results(schools, db.Procedures.Where(p => ids.Contains(p.Id))).ToListAsync(stop);
        var flags = (await db.ComparabilityFlags.AsNoTracking().Where(f => years.Contains(f.Year)).ToListAsync(stop)).ToLookup(f => f.Organisation);
        var everybody = procedures.ToDictionary(p => p.Key, p => flags[null].Where(f => f.Concerns(ProcedureKey.Of(p.Value))).ToList());
        return rows.Where(r => r.Judged > 0).ToLookup(r => r.Organisation, r => new Result(r.Procedure, ProcedureLine.Of(procedures[r.Procedure]), r.Year, r.Judged, r.BelowThreshold)
        {
            Flag = YearFlag.Of(everybody[r.Procedure].Concat(flags[r.Organisation].Where(f => f.Concerns(ProcedureKey.Of(procedures[r.Procedure]))))),
        });
    }

    /// <summary>The frozen inputs of a run, by school; of the schools named, or of all.</summary>
    public static async Task<ILookup<Id<Organisation>, Result>> FrozenResults(this Db db, Id<IdentificationRun> run, IReadOnlyCollection<Id<Organisation>>? only = null, CancellationToken stop = default)
    {
        var inputs = db.RunInputs.AsNoTracking().Where(i => i.Run == run);
        if (only is not null) inputs = inputs.Where(i => only.Contains(i.Organisation));
        var procedures = (await db.ProceduresOf(run, stop)).ToDictionary(p => p.Id);
        var flags = (await db.RunFlags.AsNoTracking().Where(f => f.Run == run).ToListAsync(stop)).ToLookup(f => f.Procedure);
        return (await inputs.ToListAsync(stop)).ToLookup(i => i.Organisation, i => new Result(i.Procedure, ProcedureLine.Of(procedures[i.Procedure]), i.Year, i.Participants, i.BelowThreshold)
        {
            Flag = flags[i.Procedure].Where(f => f.Organisation is null || f.Organisation == i.Organisation).OrderBy(f => f.Flag).ThenBy(f => f.Organisation is null).FirstOrDefault()?.Said,
        });
    }

    /// <summary>Procedures with frozen inputs in the run.</summary>
    public static Task<List<AssessmentProcedure>> ProceduresOf(this Db db, Id<IdentificationRun> run, CancellationToken stop = default) =>
        db.Procedures.AsNoTracking().Where(p => db.RunInputs.Any(i => i.Run == run && i.Procedure == p.Id)).ToListAsync(stop);

    /// <summary>School years of which there are results, the latest first, with the kinds of procedures that were held.</summary>
    public static async Task<List<(int Year, List<ProcedureKind> Kinds)>> YearsOfResults(this Db db, CancellationToken stop = default)
    {
        var held = await db.Procedures.AsNoTracking().Where(p => db.ScoreSheets.Any(s => s.Procedure == p.Id && s.State == SheetState.Current)).Select(p => new { p.Year, p.Kind }).Distinct().ToListAsync(stop);
        return [.. held.GroupBy(h => h.Year.Ends).OrderByDescending(g => g.Key).Select(g => (g.Key, g.Select(h => h.Kind).Order().ToList()))];
    }

    /// <summary>The latest year that has results, by its last calendar year.</summary>
    public static async Task<int?> LatestResults(this Db db, CancellationToken stop = default) =>
        (await (from procedure in db.Procedures where db.ScoreSheets.Any(s => s.Procedure == procedure.Id && s.State == SheetState.Current) orderby procedure.Year descending select (SchoolYear?)procedure.Year).FirstOrDefaultAsync(stop))?.Ends;

    /// <summary>The order behind a run, from the edition it names.</summary>
    public static async Task<RunOrder> OrderOf(this Db db, IdentificationRun run, CancellationToken stop = default)
    {
        var rule = await db.IdentificationRules.AsNoTracking().SingleAsync(r => r.Id == run.Rule, stop);
        return new(rule, RuleReading.Of(run.Reading), run.Year, run.MinParticipants);
    }
}
