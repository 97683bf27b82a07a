using System.Linq.Expressions;
using Stupeni.Imports;

namespace Stupeni.Assessments.Kinds.Packs;

/// <summary>Writes the region's scales; a scale that stood before comes back when the import is undone.</summary>
public sealed class ApplyScales(Db db)
{
    private readonly KeptRows<MarkScale> rows = new(db, s => s.Id);

    internal Task<bool> ChangesNothing(ScalesPlan plan, CancellationToken stop) => rows.Hold(plan.Scales, Same, SaysAs, stop);

    internal Task Apply(ScalesPlan plan, Import import, CancellationToken stop) => rows.Put(import, plan.Scales, Same, SaysAs, stop);

    internal Task Undo(Import import, CancellationToken stop) => rows.TakeBack(import, Same, "Шкала {0} с тех пор заменена: сначала отмените более поздний импорт.", stop);

    private static Expression<Func<MarkScale, bool>> Same(MarkScale scale) =>
        s => s.Kind == scale.Kind && s.Subject == scale.Subject && s.Grade == scale.Grade && s.MathLevel == scale.MathLevel && s.Year == scale.Year && s.Origin == scale.Origin;

    private static bool SaysAs(MarkScale a, MarkScale b) => (a.From3, a.From4, a.From5, a.MaxScore, a.Condition, a.Source, a.Edition) == (b.From3, b.From4, b.From5, b.MaxScore, b.Condition, b.Source, b.Edition);
}
