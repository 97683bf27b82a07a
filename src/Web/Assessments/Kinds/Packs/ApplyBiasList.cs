using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Packs;

/// <summary>The list as flags of comparability: a mark makes one, its absence in a later list takes it away; undoing does the opposite.</summary>
public sealed class ApplyBiasList(Db db)
{
    private const string Subject = nameof(ComparabilityFlag);
    private const string Source = "список образовательных организаций с признаками необъективных результатов ВПР";
    private const string Reason = "в официальном списке с признаками необъективных результатов";

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
            if (mark.Marked && flag is null)
            {
                flag = Flag(new(Guid.CreateVersion7(), mark.School.Value, mark.Year.Ends, mark.Grade, mark.Subject));
                db.Add(flag);
                db.Add(new ImportEffect { Import = import.Id, Subject = Subject, SubjectId = flag.Id.Value, After = flag.Label });
            }
            else if (!mark.Marked && flag is not null)
            {
                db.Remove(flag);
                db.Add(new ImportEffect { Import = import.Id, Subject = Subject, SubjectId = flag.Id.Value, Before = JsonSerializer.Serialize(new Kept(flag.Id.Value, mark.School.Value, mark.Year.Ends, mark.Grade, mark.Subject)), After = "" });
            }
        }

        await db.SaveChangesAsync(stop);
    }

    internal async Task Undo(Import import, CancellationToken stop)
    {
        foreach (var effect in await db.ImportEffects.AsNoTracking().Where(e => e.Import == import.Id && e.Subject == Subject).ToListAsync(stop))
        {
            var id = new Id<ComparabilityFlag>(effect.SubjectId);
            if (effect.Before is { } before) await GiveBack(JsonSerializer.Deserialize<Kept>(before)!, stop);
            else if (await db.ComparabilityFlags.SingleOrDefaultAsync(f => f.Id == id, stop) is { } flag) db.Remove(flag);
            else throw new RuleBroken("Более поздний список уже снял маркер {0}: сначала отмените его импорт.", "", effect.After);
        }

        await db.SaveChangesAsync(stop);
    }

    private async Task GiveBack(Kept kept, CancellationToken stop)
    {
        var flag = Flag(kept);
        if (await db.ComparabilityFlags.AnyAsync(f => f.Flag == flag.Flag && f.Kind == flag.Kind && f.Subject == flag.Subject && f.Grade == flag.Grade && f.Year == flag.Year && f.Organisation == flag.Organisation && f.Source == Source, stop))
            throw new RuleBroken("Более поздний список снова поставил маркер {0}: сначала отмените его импорт.", "", flag.Label);
        db.Add(flag);
    }

    private async Task<Dictionary<(Id<Organisation>, SchoolYear, int, string), ComparabilityFlag>> Held(BiasPlan plan, CancellationToken stop)
    {
        var years = plan.Marks.Select(m => m.Year).Distinct().ToList();
        var flags = await db.ComparabilityFlags.Where(f => f.Flag == Comparability.BiasSigns && f.Kind == ProcedureKind.Vpr && f.Organisation != null && f.Subject != null && f.Source == Source && years.Contains(f.Year)).ToListAsync(stop);
        return flags.ToDictionary(f => (f.Organisation!.Value, f.Year, f.Grade, f.Subject!));
    }

    private static (Id<Organisation>, SchoolYear, int, string) Key(BiasMark mark) => (mark.School, mark.Year, mark.Grade, mark.Subject);

    private static ComparabilityFlag Flag(Kept kept) => new()
    {
        Id = new(kept.Id), Flag = Comparability.BiasSigns, Kind = ProcedureKind.Vpr, Subject = kept.Subject, Grade = kept.Grade, Year = new(kept.Year), Organisation = new(kept.School),
        Reason = Reason, Source = Source, Edition = $"{kept.Year}", Confidence = "A", Origin = RuleOrigin.Federal,
    };

    private sealed record Kept(Guid Id, Guid School, int Year, int Grade, string Subject);
}
