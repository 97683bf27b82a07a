using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Context;
using Stupeni.Identification;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Schools;

/// <summary>Reads what the viewer may know of a school; null where its results are not theirs to see.</summary>
public sealed class ReadFacts(Db db, Viewer viewer, CompareResults compare, FindSigns signs, Clock clock)
{
    public async Task<SchoolFacts?> Of(Id<Organisation> id, CancellationToken stop)
    {
        if (await db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeResults).SingleOrDefaultAsync(o => o.Id == id, stop) is not { } organisation) return null;

        var seesAll = ShownCount.SeesAll(viewer, organisation);
        var facts = new SchoolFacts(organisation, await db.Municipalities.Where(m => m.Id == organisation.Municipality).Select(m => m.Name).SingleAsync(stop), clock.Now)
        {
            SeesAll = seesAll, SeesLists = await db.Organisations.VisibleTo(viewer, Permission.SeeLists).AnyAsync(o => o.Id == id, stop), Results = await Results(id, stop),
            Index = await db.IndexOf(id, seesAll, stop), Context = await Context(id, stop), List = await db.ListState(viewer, id, stop), Official = await db.OfficialOf(viewer, id, stop),
        };
        if (facts.Year is { } year) facts = facts with { Trend = await SchoolTrend.Of(db, id, stop), Compared = await compare.Of(id, null, stop), Signs = await signs.Of(id, year, stop) };
        if (facts.List is { } list) facts = facts with { Estimate = await Estimate(list, id, stop) };
        return facts with { Sources = await ReadSources.Of(db, facts, stop) };
    }

    private async Task<List<ProcedureResult>> Results(Id<Organisation> id, CancellationToken stop)
    {
        var rows = await db.Results(db.Organisations.Where(o => o.Id == id), db.Procedures).ToListAsync(stop);
        var procedures = (await (from p in db.Procedures.AsNoTracking() join s in db.Subjects on p.Subject equals s.Code select new { Procedure = p, Subject = s }).ToListAsync(stop)).ToDictionary(p => p.Procedure.Id);
        return [.. rows.OrderByDescending(r => r.Year).ThenBy(r => r.Kind).ThenBy(r => procedures[r.Procedure].Subject.Position).ThenBy(r => r.Grade).Select(r => new ProcedureResult(r, ProcedureName.Of(procedures[r.Procedure].Procedure, procedures[r.Procedure].Subject)))];
    }

    private async Task<List<(ContextIndicator, ContextRow)>> Context(Id<Organisation> id, CancellationToken stop)
    {
        var rows = await db.ContextOf(id, stop);
        if (rows.Count == 0) return [];

        var year = rows.Max(r => r.Figure.Year);
        return [.. (await db.Indicators(stop)).Join(rows.Where(r => r.Figure.Year == year), i => i.Code, r => r.Figure.Indicator, (i, r) => (i, r))];
    }

    private async Task<EstimateFacts?> Estimate(ListState list, Id<Organisation> id, CancellationToken stop)
    {
        var run = await db.IdentificationRuns.AsNoTracking().SingleAsync(r => r.Number == list.Run, stop);
        if (await db.EstimateOf(run.Id, stop) is not { } words || !(await db.SchoolsOf(words.Estimate.Id, [id], stop)).TryGetValue(id, out var school)) return null;

        var participants = await db.RunSchools.Where(s => s.Run == run.Id && s.Organisation == id).Select(s => s.Participants).SingleAsync(stop);
        return new(school, words, EstimateWords.Differs(list.State, participants, school));
    }
}
