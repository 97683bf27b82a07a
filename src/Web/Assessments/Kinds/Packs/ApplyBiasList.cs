using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Packs;

/// <summary>The list as flags of comparability: a mark makes one, its absence in a later list takes it away; undoing does the opposite.</summary>
public sealed class ApplyBiasList(Db db)
{
    private const string Source = "список образовательных организаций с признаками необъективных результатов ВПР";

    private readonly KeptRows<ComparabilityFlag> rows = new(db, f => f.Id);

    internal async Task<bool> ChangesNothing(BiasPlan plan, CancellationToken stop)
    {
        var held = await Held(plan, stop);
        return plan.Marks.All(m => m.Marked == held.ContainsKey(Key(m)));
    }

    internal async Task Apply(BiasPlan plan, Import import, CancellationToken stop)
    {
        var held = await Held(plan, stop);
        foreach (var mark in plan.Marks)
        {
            var flag = held.GetValueOrDefault(Key(mark));
            if (mark.Marked != flag is not null) await rows.Put(import, flag, mark.Marked ? Flag(mark) : null, stop);
        }
    }

    internal Task Undo(Import import, CancellationToken stop) => rows.TakeBack(import, Same, "Более поздний список изменил маркер {0}: сначала отмените его импорт.", stop);

    private async Task<Dictionary<(Id<Organisation>, SchoolYear, int, string), ComparabilityFlag>> Held(BiasPlan plan, CancellationToken stop)
    {
        var years = plan.Marks.Select(m => m.Year).Distinct().ToList();
        var flags = await db.ComparabilityFlags.Where(f => f.Flag == Comparability.BiasSigns && f.Kind == ProcedureKind.Vpr && f.Organisation != null && f.Subject != null && f.Source == Source && years.Contains(f.Year)).ToListAsync(stop);
        return flags.ToDictionary(f => (f.Organisation!.Value, f.Year, f.Grade, f.Subject!));
    }

    private static Expression<Func<ComparabilityFlag, bool>> Same(ComparabilityFlag flag) =>
        f => f.Flag == flag.Flag && f.Kind == flag.Kind && f.Subject == flag.Subject && f.Grade == flag.Grade && f.Year == flag.Year && f.Organisation == flag.Organisation && f.Source == flag.Source;

    private static (Id<Organisation>, SchoolYear, int, string) Key(BiasMark mark) => (mark.School, mark.Year, mark.Grade, mark.Subject);

    private static ComparabilityFlag Flag(BiasMark mark) => new()
    {
        Flag = Comparability.BiasSigns, Kind = ProcedureKind.Vpr, Subject = mark.Subject, Grade = mark.Grade, Year = mark.Year, Organisation = mark.School,
        Reason = "в официальном списке с признаками необъективных результатов", Source = Source, Edition = $"{mark.Year.Ends}", Confidence = "A", Origin = RuleOrigin.Federal,
    };
}
