using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;

namespace Stupeni.Assessments.Kinds.Packs;

/// <summary>Writes the region's minimums; one that stood before comes back when the import is undone.</summary>
public sealed class ApplyThresholds(Db db)
{
    private readonly KeptRows<MinimumThreshold> rows = new(db, t => t.Id);

    internal Task<List<MinimumThreshold>> Held(CancellationToken stop) => db.MinimumThresholds.AsNoTracking().Where(t => t.Origin == RuleOrigin.Regional).ToListAsync(stop);

    internal Task<bool> ChangesNothing(ThresholdsPlan plan, CancellationToken stop) => rows.Hold(plan.Thresholds, Same, SaysAs, stop);

    internal Task Apply(ThresholdsPlan plan, Import import, CancellationToken stop) => rows.Put(import, plan.Thresholds, Same, SaysAs, stop);

    internal Task Undo(Import import, CancellationToken stop) => rows.TakeBack(import, Same, "Порог {0} с тех пор заменён: сначала отмените более поздний импорт.", stop);

    private static Expression<Func<MinimumThreshold, bool>> Same(MinimumThreshold threshold) =>
        t => t.Kind == threshold.Kind && t.Subject == threshold.Subject && t.MathLevel == threshold.MathLevel && t.From == threshold.From && t.Origin == threshold.Origin;

    private static bool SaysAs(MinimumThreshold a, MinimumThreshold b) => (a.To, a.Score, a.Minimum, a.Condition, a.Source, a.Edition) == (b.To, b.Score, b.Minimum, b.Condition, b.Source, b.Edition);
}
