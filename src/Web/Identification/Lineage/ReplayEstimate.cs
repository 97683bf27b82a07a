using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stupeni.Identification.Estimates;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification.Lineage;

/// <summary>Computes the latest estimate of a run again from the inputs kept with it.</summary>
internal sealed class ReplayEstimate(Db db)
{
    /// <summary>The same build gives the same bits; another may add in another order, far below any figure that is shown.</summary>
    private const double Tolerance = 1e-9;

    private readonly List<Difference> differences = [];
    private double farthest;

    public async Task<ReplayedEstimate?> Replay(IdentificationRun run, IReadOnlyDictionary<Id<Organisation>, string> codes, CancellationToken stop)
    {
        if (await db.RunEstimates.AsNoTracking().Where(e => e.Run == run.Id).OrderByDescending(e => e.At).FirstOrDefaultAsync(stop) is not { } kept) return null;
        if (await db.KeptInputs.AsNoTracking().SingleOrDefaultAsync(i => i.Estimate == kept.Id, stop) is not { } packed) return new(kept, false, 0, []);

        var procedures = await db.Procedures.AsNoTracking().Where(p => db.ProcedureFits.Any(f => f.Estimate == kept.Id && f.Procedure == p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var inputs = packed.Inputs(procedures, await db.ContextIndices.AsNoTracking().ToDictionaryAsync(i => i.Id, stop), await db.GrowthStudies.AsNoTracking().ToDictionaryAsync(g => g.Id, stop));
        var edition = await db.EstimateEditions.AsNoTracking().SingleAsync(e => e.Id == kept.Edition, stop);
        var fitted = inputs.Procedures.Select(p => FitProcedure.Of(p, inputs, edition.MinSchools, stop)).ToList();
        var combined = CombineSchools.Of(fitted, inputs, edition);

        if (inputs.Sha256 != kept.InputSha256) differences.Add(new(null, "", "Отпечаток данных оценки", kept.InputSha256, inputs.Sha256));
        Compare(null, "", "Граница низкого результата", kept.LowCut, combined.LowCut);
        Compare(null, "", "Граница высокого", kept.HighCut, combined.HighCut);
        Compare(null, "", "Различия, которые остаются", kept.Lasting, combined.Effects.Lasting);
        Compare(null, "", "Различия, которые проходят", kept.Passing, combined.Effects.Passing);
        await Schools(kept, edition, combined, inputs, codes, stop);
        return new(kept, true, farthest, differences);
    }

    private async Task Schools(RunEstimate kept, EstimateEdition edition, CombinedSchools combined, EstimateInputs inputs, IReadOnlyDictionary<Id<Organisation>, string> codes, CancellationToken stop)
    {
        var before = await db.SchoolsOf(kept.Id, stop: stop);
        if (before.Count != combined.Schools.Count) differences.Add(new(null, "", "Школ с оценкой", Numbers.Whole(before.Count), Numbers.Whole(combined.Schools.Count)));
        foreach (var now in combined.Schools.Select(s => EstimateRows.Of(kept, edition, s, inputs)))
        {
            var code = codes.GetValueOrDefault(now.Organisation, "");
            if (!before.TryGetValue(now.Organisation, out var own)) differences.Add(new(now.Organisation, code, "Оценка", "—", now.State.ToString()));
            else
            {
                if ((own.State, own.Standing, own.Pupils) != (now.State, now.Standing, now.Pupils)) differences.Add(new(now.Organisation, code, "Вывод", $"{own.State}, {own.Standing}, {own.Pupils}", $"{now.State}, {now.Standing}, {now.Pupils}"));
                Compare(now.Organisation, code, "Уровень", own.Level, now.Level);
                Compare(now.Organisation, code, "Отклонение", own.Error, now.Error);
                Compare(now.Organisation, code, "Вероятность низкого", own.Low, now.Low);
            }
        }
    }

    private void Compare(Id<Organisation>? school, string code, string what, double kept, double now)
    {
        var apart = Math.Abs(kept - now) / Math.Max(1, Math.Abs(kept));
        farthest = Math.Max(farthest, apart);
        if (!(apart <= Tolerance)) differences.Add(new(school, code, what, kept.ToString("R", CultureInfo.InvariantCulture), now.ToString("R", CultureInfo.InvariantCulture)));
    }
}
