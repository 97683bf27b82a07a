using Microsoft.EntityFrameworkCore;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Trends;

/// <summary>Which lines are shown; lives in the address.</summary>
public sealed record TrendFilter(ProcedureKind? Kind, string? Subject, int? Grade);

public static class TrendQueries
{
    /// <summary>The lines of what these organisations have together, in the order of kinds, subjects and grades: as many queries for ten years as for one.</summary>
    public static async Task<IReadOnlyList<TrendSeries>> TrendsOf(this Db db, IQueryable<Organisation> organisations, CancellationToken stop)
    {
        var sums = await db.SumsByProcedure(organisations, stop);
        var procedures = await db.Procedures.AsNoTracking().Join(db.Subjects, p => p.Subject, s => s.Code, (procedure, subject) => new { procedure, subject }).ToListAsync(stop);
        var most = await db.TestForms.AsNoTracking().Select(f => new { f.Procedure, Most = f.Tasks.Sum(t => t.Max) }).ToDictionaryAsync(f => f.Procedure, f => f.Most, stop);
        var flags = await db.ComparabilityFlags.AsNoTracking().Where(f => f.Organisation == null || organisations.Any(o => o.Id == f.Organisation)).ToListAsync(stop);
        var own = flags.ToLookup(f => f.Organisation);
        var flagged = (await db.SchoolsWithFlags(organisations, stop)).ToLookup(f => f.Procedure, f => f.Organisation);

        var found = procedures.Where(p => sums.ContainsKey(p.procedure.Id)).ToList();
        if (found.Count == 0) return [];

        var latest = found.Max(p => p.procedure.Year);
        return [.. found.GroupBy(p => SeriesKey.Of(ProcedureKey.Of(p.procedure)))
            .OrderBy(g => g.Key.Kind).ThenBy(g => g.First().subject.Position).ThenBy(g => g.Key.Grade).ThenBy(g => g.Key.Level).ThenBy(g => g.Key.Session, StringComparer.Ordinal)
            .Select(g => Series(g.Key, g.First().subject, [.. g.Select(p => p.procedure)]))];

        TrendSeries Series(SeriesKey key, Subject subject, List<AssessmentProcedure> years)
        {
            var results = new List<YearResult>();
            var holding = own[null].ToList();
            foreach (var procedure in years)
            {
                var (asked, total) = (ProcedureKey.Of(procedure), sums[procedure.Id]);
                var schools = flagged[procedure.Id].Where(o => own[o].Any(f => f.Concerns(asked))).ToList();
                // What is told of every school that is summed is told of the sum.
                if (schools.Count == total.Schools) holding.AddRange(schools.SelectMany(o => own[o]).Where(f => f.Concerns(asked)));
                results.Add(new(procedure, total, MostOf(procedure), schools.Count));
            }

            return TrendSeries.Of(key, subject, results, holding, latest);
        }

        // Totals of ЕГЭ may be test scores, which the maxima of tasks do not bound.
        double? MostOf(AssessmentProcedure procedure) =>
            procedure.Kind != ProcedureKind.Ege && most.TryGetValue(procedure.Id, out var max) && max > 0 && sums[procedure.Id].ScoreSum <= max * sums[procedure.Id].Scored ? max : null;
    }

    public static IReadOnlyList<TrendSeries> Matching(this IEnumerable<TrendSeries> series, TrendFilter filter) =>
        [.. series.Where(s => (filter.Kind is null || s.Key.Kind == filter.Kind) && (filter.Subject is null || s.Key.Subject == filter.Subject) && (filter.Grade is null || s.Key.Grade == filter.Grade))];

    private static Task<Dictionary<Id<AssessmentProcedure>, ResultSums>> SumsByProcedure(this Db db, IQueryable<Organisation> organisations, CancellationToken stop) =>
        (from sheet in db.ScoreSheets.AsNoTracking()
         where sheet.State == SheetState.Current && organisations.Any(o => o.Id == sheet.Organisation)
         group sheet by sheet.Procedure into sheets
         select new
         {
             sheets.Key,
             Sums = new ResultSums(sheets.Select(s => s.Organisation).Distinct().Count(), sheets.Count(), sheets.Sum(s => s.Participants), sheets.Sum(s => s.Judged), sheets.Sum(s => s.BelowThreshold),
                 sheets.Sum(s => s.Marks2), sheets.Sum(s => s.Marks3), sheets.Sum(s => s.Marks4), sheets.Sum(s => s.Marks5), sheets.Sum(s => s.Scored), sheets.Sum(s => s.ScoreSum)),
         }).ToDictionaryAsync(s => s.Key, s => s.Sums, stop);

    /// <summary>Who of those that have any flag of their own took part in what.</summary>
    private static async Task<IEnumerable<(Id<AssessmentProcedure> Procedure, Id<Organisation> Organisation)>> SchoolsWithFlags(this Db db, IQueryable<Organisation> organisations, CancellationToken stop) =>
        (await (from sheet in db.ScoreSheets.AsNoTracking()
                where sheet.State == SheetState.Current && db.ComparabilityFlags.Any(f => f.Organisation == sheet.Organisation) && organisations.Any(o => o.Id == sheet.Organisation)
                select new { sheet.Procedure, sheet.Organisation }).Distinct().ToListAsync(stop)).Select(s => (s.Procedure, s.Organisation));
}
