using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments;
using Stupeni.Platform;

namespace Stupeni.Identification.Lineage;

/// <summary>Computes a run again from its frozen inputs, by the edition it names, and compares every figure. Writes nothing.</summary>
public sealed class ReplayRun(Db db)
{
    /// <param name="withEstimate">Models of all procedures are fitted again: seconds, not moments.</param>
    public async Task<Replayed> Replay(IdentificationRun run, bool withEstimate, CancellationToken stop = default)
    {
        var order = await db.OrderOf(run, stop);
        var kept = await db.RunSchools.AsNoTracking().Where(s => s.Run == run.Id).ToDictionaryAsync(s => s.Organisation, stop);
        var codes = await db.Organisations.AsNoTracking().Where(o => db.RunSchools.Any(s => s.Run == run.Id && s.Organisation == o.Id)).ToDictionaryAsync(o => o.Id, o => (o.Code, o.Name), stop);
        var results = await db.FrozenResults(run.Id, stop: stop);
        var judged = (from school in kept.Keys
                      let verdict = order.Reading.Judge(results[school], order.Year, order.Terms)
                      where verdict is not null
                      orderby codes[school].Code
                      select new JudgedSchool(school, codes[school].Code, codes[school].Name, verdict, [.. results[school]])).ToList();
        var found = new Identified(order, judged);
        List<Difference> differences = [.. Whole(run, found), .. judged.SelectMany(s => Of(s, kept[s.Id], RunIdentification.School(run.Id, s))),
            .. kept.Keys.Except(judged.Select(s => s.Id)).Select(s => new Difference(s, codes[s].Code, "Состояние", kept[s].State.Name(), "—"))];
        var estimate = withEstimate ? await new ReplayEstimate(db).Replay(run, codes.ToDictionary(c => c.Key, c => c.Value.Code), stop) : null;
        return new(run, order, judged.Count, differences, await Trace(run, stop), estimate);
    }

    private static IEnumerable<Difference> Whole(IdentificationRun run, Identified found)
    {
        if (found.InputSha256() is var hash && hash != run.InputSha256) yield return new(null, "", "Отпечаток входных данных", run.InputSha256, hash);
        foreach (var (state, count) in new[] { (SchoolState.Listed, run.Listed), (SchoolState.RiskGroup, run.AtRisk), (SchoolState.InsufficientData, run.Insufficient), (SchoolState.NotListed, run.NotListed) })
            if (found.Count(state) != count) yield return new(null, "", state.Name(), Numbers.Whole(count), Numbers.Whole(found.Count(state)));
    }

    private static IEnumerable<Difference> Of(JudgedSchool school, RunSchool kept, RunSchool now)
    {
        (string What, object? Kept, object? Now)[] figures =
        [
            ("Состояние", kept.State.Name(), now.State.Name()), ("Решающая процедура", kept.Deciding, now.Deciding), ("Участников", kept.Participants, now.Participants), ("Ниже порога", kept.BelowThreshold, now.BelowThreshold),
            ("Нижняя граница интервала", kept.Lower, now.Lower), ("Верхняя граница интервала", kept.Upper, now.Upper), ("Участников за все годы", kept.PooledParticipants, now.PooledParticipants), ("Ниже порога за все годы", kept.PooledBelow, now.PooledBelow),
        ];
        return figures.Where(f => !Equals(f.Kept, f.Now)).Select(f => new Difference(school.Id, school.Code, f.What, Said(f.Kept), Said(f.Now)));
    }

    private async Task<TracedInputs> Trace(IdentificationRun run, CancellationToken stop)
    {
        var inputs = await db.RunInputs.AsNoTracking().Where(i => i.Run == run.Id).ToListAsync(stop);
        var procedures = inputs.Select(i => i.Procedure).Distinct().ToList();
        var sums = await (from sheet in await db.SheetsOf(run.At, stop)
                          where procedures.Contains(sheet.Procedure)
                          group sheet by new { sheet.Organisation, sheet.Procedure } into own
                          select new { own.Key, Judged = own.Sum(s => s.Judged), Below = own.Sum(s => s.BelowThreshold) }).ToDictionaryAsync(g => (g.Key.Organisation, g.Key.Procedure), stop);
        return new(inputs.Count, inputs.Count(i => sums.TryGetValue((i.Organisation, i.Procedure), out var own) && (own.Judged, own.Below) == (i.Participants, i.BelowThreshold)));
    }

    private static string Said(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } said ? said : "—";
}
