using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;

namespace Stupeni.Assessments.Kinds.Packs;

/// <summary>Writes the region's scales; a scale that stood before comes back when the import is undone.</summary>
public sealed class ApplyScales(Db db)
{
    private readonly KeptRows<MarkScale> rows = new(db, s => s.Id);

    internal async Task<bool> ChangesNothing(ScalesPlan plan, CancellationToken stop)
    {
        foreach (var scale in plan.Scales)
            if (await db.MarkScales.AsNoTracking().SingleOrDefaultAsync(Same(scale), stop) is not { } held || !SaysAs(held, scale)) return false;
        return true;
    }

    internal async Task Apply(ScalesPlan plan, Import import, CancellationToken stop)
    {
        foreach (var scale in plan.Scales)
        {
            var held = await db.MarkScales.SingleOrDefaultAsync(Same(scale), stop);
            if (held is null || !SaysAs(held, scale)) await rows.Put(import, held, scale, stop);
        }
    }

    internal Task Undo(Import import, CancellationToken stop) => rows.TakeBack(import, Same, "Шкала {0} с тех пор заменена: сначала отмените более поздний импорт.", stop);

    private static Expression<Func<MarkScale, bool>> Same(MarkScale scale) =>
        s => s.Kind == scale.Kind && s.Subject == scale.Subject && s.Grade == scale.Grade && s.MathLevel == scale.MathLevel && s.Year == scale.Year && s.Origin == scale.Origin;

    private static bool SaysAs(MarkScale a, MarkScale b) => (a.From3, a.From4, a.From5, a.MaxScore, a.Condition, a.Source, a.Edition) == (b.From3, b.From4, b.From5, b.MaxScore, b.Condition, b.Source, b.Edition);
}
