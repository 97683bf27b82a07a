using Microsoft.EntityFrameworkCore;
using Stupeni.Organisations;

namespace Stupeni.Assessments.Trends;

/// <summary>Which lines are shown; lives in the address.</summary>
public sealed record TrendFilter(ProcedureKind? Kind, string? Subject, int? Grade);

public static class TrendQueries
{
    /// <summary>The lines of what these organisations have together, in the order of kinds, subjects and grades: as many queries for ten years as for one.</summary>
    public static async Task<IReadOnlyList<TrendSeries>> TrendsOf(this Db db, IQueryable<Organisation> organisations, CancellationToken stop)
    {
        var rows = (await db.Results(organisations, db.Procedures).ToListAsync(stop)).ToLookup(r => r.Procedure);
        var procedures = await db.Procedures.AsNoTracking().Join(db.Subjects, p => p.Subject, s => s.Code, (procedure, subject) => new { procedure, subject }).ToListAsync(stop);
        var most = await db.TestForms.AsNoTracking().Select(f => new { f.Procedure, Most = f.Tasks.Sum(t => t.Max) }).ToDictionaryAsync(f => f.Procedure, f => f.Most, stop);
        var flags = await db.ComparabilityFlags.AsNoTracking().Where(f => f.Organisation == null || organisations.Any(o => o.Id == f.Organisation)).ToListAsync(stop);
        var own = flags.ToLookup(f => f.Organisation);

        var found = procedures.Where(p => rows.Contains(p.procedure.Id)).ToList();
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
                var (asked, sums) = (ProcedureKey.Of(procedure), ResultSums.Sum([.. rows[procedure.Id].Select(r => r.Sums)]));
                var told = rows[procedure.Id].Select(r => own[r.Organisation].Where(f => f.Concerns(asked)).ToList()).Where(f => f.Count > 0).ToList();
                // What is told of every school that is summed is told of the sum.
                if (told.Count == sums.Schools) holding.AddRange(told.SelectMany(f => f));
                results.Add(new(procedure, sums, MostOf(procedure, sums), told.Count, rows[procedure.Id].ToDictionary(r => r.Organisation, r => r.Judged)));
            }

            return TrendSeries.Of(key, subject, results, holding, latest);
        }

        // Totals of ЕГЭ may be test scores, which the maxima of tasks do not bound.
        double? MostOf(AssessmentProcedure procedure, ResultSums sums) =>
            procedure.Kind != ProcedureKind.Ege && most.TryGetValue(procedure.Id, out var max) && max > 0 && sums.ScoreSum <= max * sums.Scored ? max : null;
    }

    public static IReadOnlyList<TrendSeries> Matching(this IEnumerable<TrendSeries> series, TrendFilter filter) =>
        [.. series.Where(s => (filter.Kind is null || s.Key.Kind == filter.Kind) && (filter.Subject is null || s.Key.Subject == filter.Subject) && (filter.Grade is null || s.Key.Grade == filter.Grade))];
}
