using Microsoft.EntityFrameworkCore;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Trends;

public static class SkillQueries
{
    /// <summary>The skills of what these organisations wrote, each with its years: as many queries for ten years as for one.</summary>
    public static async Task<IReadOnlyList<SkillSeries>> SkillsOf(this Db db, IQueryable<Organisation> organisations, SkillScope scope, CancellationToken stop)
    {
        var years = (await db.Procedures.AsNoTracking().Where(p => p.Kind == scope.Kind && p.Subject == scope.Subject && p.MathLevel == scope.Level).ToListAsync(stop)).Where(scope.Follows).OrderBy(p => p.Year).ToList();
        var ids = years.ConvertAll(p => p.Id);
        var sheets = (await db.ScoreSheets.AsNoTracking().Where(s => s.State == SheetState.Current && ids.Contains(s.Procedure) && organisations.Any(o => o.Id == s.Organisation)).Select(s => new { s.Procedure, s.Organisation, s.Tasks }).ToListAsync(stop)).ToLookup(s => s.Procedure);
        var tasks = await db.Described(scope, ids, stop);
        var flags = await db.ComparabilityFlags.AsNoTracking().Where(f => f.Organisation == null || organisations.Any(o => o.Id == f.Organisation)).ToListAsync(stop);
        var own = flags.ToLookup(f => f.Organisation);
        if (years.TrueForAll(p => !sheets.Contains(p.Id))) return [];

        var (results, holding) = (new List<(string Skill, SkillResult Result)>(), own[null].ToList());
        foreach (var procedure in years.Where(p => sheets.Contains(p.Id) && tasks.ContainsKey(p.Id)))
        {
            var (key, paper) = (ProcedureKey.Of(procedure), tasks[procedure.Id]);
            var bySchool = sheets[procedure.Id].GroupBy(s => s.Organisation, s => TaskSums.Unpack(s.Tasks)).ToDictionary(g => g.Key, g => Sum(g, paper.Count));
            var told = bySchool.Keys.Select(o => own[o].Where(f => f.Concerns(key)).ToList()).Where(f => f.Count > 0).ToList();
            // What is told of every school that is summed is told of the sum.
            if (told.Count == bySchool.Count) holding.AddRange(told.SelectMany(f => f));
            results.AddRange(Results(procedure, paper, bySchool, told.Count));
        }

        var (first, last) = (years.First(p => sheets.Contains(p.Id)).Year.Ends, years.Last(p => sheets.Contains(p.Id)).Year.Ends);
        return [.. from result in results
                   group result by Database.Fold(result.Skill) into skill
                   let byYear = skill.ToDictionary(r => r.Result.Procedure.Year, r => r.Result)
                   let name = skill.MaxBy(r => r.Result.Procedure.Year).Skill
                   orderby name
                   select new SkillSeries(name, [.. Enumerable.Range(first, last - first + 1).Select(y => Point(new(y), byYear.GetValueOrDefault(new(y)), holding))])];

        SkillPoint Point(SchoolYear year, SkillResult? result, List<ComparabilityFlag> holds)
        {
            var grade = scope.By == SkillReading.Grade ? scope.Grade : year.Ends - scope.Year + scope.Grade;
            return SkillPoint.Of(year, grade, result, holds.Where(f => f.Concerns(new(scope.Kind, scope.Subject, grade, scope.Level, year, ""))));
        }
    }

    /// <summary>The tasks of these papers with what catalogues say of them.</summary>
    private static async Task<Dictionary<Id<AssessmentProcedure>, List<(TestTask Task, string Section)>>> Described(this Db db, SkillScope scope, List<Id<AssessmentProcedure>> procedures, CancellationToken stop)
    {
        var rows = await (from d in db.TaskDescriptions.AsNoTracking()
                          where d.Kind == scope.Kind && d.Subject == scope.Subject && d.MathLevel == scope.Level
                          join import in db.Imports on d.Import equals import.Id
                          orderby import.Number
                          select d).ToListAsync(stop);
        var said = new Dictionary<(SchoolYear, int, string), TaskDescription>();
        foreach (var row in rows) said[(row.Year, row.Grade, row.Code)] = row;

        var forms = await db.TestForms.AsNoTracking().Include(f => f.Tasks).Where(f => procedures.Contains(f.Procedure)).Join(db.Procedures, f => f.Procedure, p => p.Id, (form, procedure) => new { form, procedure.Year, procedure.Grade }).ToListAsync(stop);
        return forms.ToDictionary(f => f.form.Procedure, f => f.form.Tasks.OrderBy(t => t.Position).Select(t => said.GetValueOrDefault((f.Year, f.Grade, t.Code)) is { } d ? (d.Describe(t), d.Section) : (t, "")).ToList());
    }

    private static IEnumerable<(string, SkillResult)> Results(AssessmentProcedure procedure, List<(TestTask Task, string Section)> paper, Dictionary<Id<Organisation>, TaskSum[]> schools, int flagged) =>
        from task in paper.Index()
        where task.Item.Task.Skill is not ""
        group task by Database.Fold(task.Item.Task.Skill) into skill
        let places = skill.Select(t => t.Index).ToList()
        let n = places.Min(at => schools.Values.Sum(s => s[at].Participants))
        where n > 0
        let plan = new SkillTasks(string.Join('|', skill.Select(t => Database.Fold(t.Item.Section)).Distinct().Order(StringComparer.Ordinal)), string.Concat(skill.Select(t => t.Item.Task.Difficulty).Distinct().Order().Select(d => (int)d)), [.. skill.Select(t => t.Item.Task.Code)])
        select (skill.First().Item.Task.Skill, new SkillResult(procedure, plan, n, skill.Sum(t => schools.Values.Sum(s => s[t.Index].Sum)), skill.Sum(t => t.Item.Task.Max * schools.Values.Sum(s => s[t.Index].Participants)),
            schools.Select(s => (s.Key, N: places.Min(at => s.Value[at].Participants))).Where(s => s.N > 0).ToDictionary(s => s.Key, s => s.N), flagged));

    /// <summary>A sheet of another number of tasks holds another paper and adds nothing.</summary>
    private static TaskSum[] Sum(IEnumerable<TaskSum[]> parts, int tasks)
    {
        var sums = new TaskSum[tasks];
        foreach (var part in parts.Where(p => p.Length == tasks))
            for (var at = 0; at < tasks; at++) sums[at] += part[at];
        return sums;
    }
}
