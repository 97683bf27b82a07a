using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>An objection with the school that sent it.</summary>
public sealed record ObjectionRow
{
    public required Objection Objection { get; init; }
    public required string School { get; init; }
    public required string Code { get; init; }
    public required string Municipality { get; init; }
}

public static class ReviewQueries
{
    private const int Attempts = 3;

    /// <summary>The review of the run as it stands; one that nobody has begun where there is none.</summary>
    public static async Task<ListReview> ReviewOf(this Db db, IdentificationRun run, CancellationToken stop = default) =>
        await db.ListReviews.AsNoTracking().SingleOrDefaultAsync(r => r.Run == run.Id, stop) ?? New(run);

    /// <summary>The same to be changed and saved with what is done.</summary>
    public static async Task<ListReview> ReviewToChange(this Db db, IdentificationRun run, CancellationToken stop = default) =>
        await db.ListReviews.SingleOrDefaultAsync(r => r.Run == run.Id, stop) ?? db.Add(New(run)).Entity;

    /// <summary>Does a step of the review again, over what is there now, where another step of the same list came between.</summary>
    public static async Task<T> Again<T>(this Db db, Func<Task<T>> step)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await step();
            }
            catch (Exception failure) when (attempt < Attempts && (failure is DbUpdateConcurrencyException || (failure is DbUpdateException update && update.IsTaken()) || failure.IsDeadlock()))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>What is left of the whole list, whoever looks.</summary>
    public static async Task<Waiting> WaitingOf(this Db db, Id<IdentificationRun> run, CancellationToken stop = default) => new(
        await db.RunSchools.CountAsync(s => s.Run == run && (s.State == SchoolState.Listed || s.State == SchoolState.InsufficientData) && !db.ListDecisions.Any(d => d.Run == run && d.Organisation == s.Organisation), stop),
        await db.Objections.CountAsync(o => o.Run == run && o.State == ObjectionState.Sent, stop));

    /// <summary>Objections to the run from schools whose lists the viewer may see.</summary>
    public static IQueryable<ObjectionRow> ObjectionsSeenBy(this Db db, Viewer viewer, Id<IdentificationRun> run) =>
        from objection in db.Objections.AsNoTracking()
        where objection.Run == run
        join school in db.Organisations.VisibleTo(viewer, Permission.SeeLists) on objection.Organisation equals school.Id
        join municipality in db.Municipalities on school.Municipality equals municipality.Id
        select new ObjectionRow { Objection = objection, School = school.Name, Code = school.Code, Municipality = municipality.Name };

    /// <summary>Objections of one school, the first first.</summary>
    public static Task<List<Objection>> ObjectionsOf(this Db db, Id<IdentificationRun> run, Id<Organisation> school, CancellationToken stop = default) =>
        db.Objections.AsNoTracking().Where(o => o.Run == run && o.Organisation == school).OrderBy(o => o.Number).ToListAsync(stop);

    /// <summary>Listed schools that nobody has decided and that did not object, among those for whom the viewer decides.</summary>
    public static IQueryable<Organisation> Undisputed(this Db db, Viewer viewer, Id<IdentificationRun> run) => db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.DecideLists).Where(o =>
        db.RunSchools.Any(s => s.Run == run && s.Organisation == o.Id && s.State == SchoolState.Listed)
        && !db.ListDecisions.Any(d => d.Run == run && d.Organisation == o.Id)
        && !db.Objections.Any(x => x.Run == run && x.Organisation == o.Id && x.State != ObjectionState.Withdrawn));

    /// <summary>Editions of the run's list, the one in force first.</summary>
    public static Task<List<ApprovedList>> ApprovedOf(this Db db, Id<IdentificationRun> run, CancellationToken stop = default) =>
        db.ApprovedLists.AsNoTracking().Where(l => l.Run == run).OrderByDescending(l => l.Edition).ToListAsync(stop);

    /// <summary>Schools of an edition that the viewer may see.</summary>
    public static IQueryable<ApprovedSchool> ApprovedSeenBy(this Db db, Viewer viewer, Id<ApprovedList> list) =>
        from school in db.ApprovedSchools.AsNoTracking()
        where school.List == list && db.Organisations.VisibleTo(viewer, Permission.SeeLists).Any(o => o.Id == school.Organisation)
        select school;

    /// <summary>Every school of the run with what is decided now: what an edition would hold.</summary>
    public static async Task<List<ApprovedSchool>> Proposed(this Db db, Id<IdentificationRun> run, Id<ApprovedList> list, CancellationToken stop = default)
    {
        var schools = await (from school in db.RunSchools.AsNoTracking()
                             where school.Run == run
                             join organisation in db.Organisations on school.Organisation equals organisation.Id
                             join municipality in db.Municipalities on organisation.Municipality equals municipality.Id
                             join decision in db.ListDecisions on new { school.Run, school.Organisation } equals new { decision.Run, decision.Organisation } into decisions
                             from made in decisions.DefaultIfEmpty()
                             select new { school.Organisation, organisation.Code, organisation.Name, Municipality = municipality.Name, school.State, made }).AsNoTracking().ToListAsync(stop);
        return schools.ConvertAll(s => new ApprovedSchool
        {
            List = list, Organisation = s.Organisation, Code = s.Code, Name = s.Name, Municipality = s.Municipality, State = s.State, Decision = s.made?.Kind,
            InList = ListDecision.InList(s.State, s.made?.Kind), ActNumber = s.made?.ActNumber ?? "", ActDate = s.made?.ActDate, Reason = s.made?.Reason ?? "",
        });
    }

    private static ListReview New(IdentificationRun run) => new() { Run = run.Id, Number = run.Number };
}
