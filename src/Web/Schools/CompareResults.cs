using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments;
using Stupeni.Comparators;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Schools.Rules;

namespace Stupeni.Schools;

/// <summary>Sets the last year's results of a school beside those of the schools it is compared with.</summary>
public sealed class CompareResults(Db db, FindSimilar find)
{
    public async Task<ResultsCompared> Of(Id<Organisation> school, Id<ComparatorSet>? set, CancellationToken stop)
    {
        var with = await find.Of(school, set, stop);
        var own = await db.Results(db.Organisations.Where(o => o.Id == school), db.Procedures).ToListAsync(stop);
        if (own.Count == 0) return new(with, null, []);

        var year = own.Max(r => r.Year);
        var mine = own.FindAll(r => r.Year == year && r.Judged > 0);
        var procedures = (await (from p in db.Procedures.AsNoTracking() where p.Year == year join s in db.Subjects on p.Subject equals s.Code select new { Procedure = p, Subject = s }).ToListAsync(stop)).ToDictionary(p => p.Procedure.Id);
        var ids = mine.ConvertAll(r => r.Procedure);
        var theirs = (await db.Results(db.Organisations.Where(o => with.Ids.Contains(o.Id)), db.Procedures.Where(p => ids.Contains(p.Id))).ToListAsync(stop)).Where(r => r.Judged > 0).ToLookup(r => r.Procedure);
        var ordered = mine.OrderBy(r => r.Kind).ThenBy(r => procedures[r.Procedure].Subject.Position).ThenBy(r => r.Grade).ToList();
        return new(with, year, Compare(with, ordered, theirs, r => ProcedureName.Of(procedures[r.Procedure].Procedure, procedures[r.Procedure].Subject)));
    }

    private static List<ProcedureCompared> Compare(SimilarSchools with, List<ResultRow> mine, ILookup<Id<AssessmentProcedure>, ResultRow> theirs, Func<ResultRow, string> name)
    {
        var sums = mine.ConvertAll(r => (Own: Counts(r), Other: theirs[r.Procedure].Select(Counts).Aggregate(new Counted(), (a, b) => new(a.Below + b.Below, a.N + b.N))));
        var wholes = ResultDifference.Of([.. sums.Select((s, at) => with.MaySum(theirs[mine[at].Procedure].Count()) ? s : (s.Own, new()))]);
        var schools = mine.SelectMany(r => theirs[r.Procedure].OrderBy(t => t.Organisation.Value).Select(t => (Row: r, Other: t))).ToList();
        var differences = ResultDifference.Of([.. schools.Select(s => (Counts(s.Row), Counts(s.Other)))]);
        var told = schools.Zip(differences).ToLookup(s => s.First.Row.Procedure, s => new SchoolCompared(with.Of.Schools[with.Of.Places[s.First.Other.Organisation]], Counts(s.First.Other), s.Second));
        return [.. mine.Select((r, at) => new ProcedureCompared(r.Procedure, name(r), sums[at].Own, sums[at].Other, wholes[at], [.. told[r.Procedure]], with.MaySum(told[r.Procedure].Count()) && told[r.Procedure].Any()))];
    }

    private static Counted Counts(ResultRow row) => new(row.BelowThreshold, row.Judged);
}
