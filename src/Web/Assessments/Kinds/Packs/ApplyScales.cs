using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Packs;

/// <summary>Writes the region's scales; a scale that stood before is kept with the import and comes back when it is undone.</summary>
public sealed class ApplyScales(Db db)
{
    private const string Subject = nameof(MarkScale);

    internal async Task<bool> ChangesNothing(ScalesPlan plan, CancellationToken stop)
    {
        foreach (var scale in plan.Scales)
            if (await Held(scale, stop) is not { } held || !Same(held, scale)) return false;
        return true;
    }

    internal async Task Apply(ScalesPlan plan, Import import, CancellationToken stop)
    {
        foreach (var scale in plan.Scales)
        {
            var held = await Held(scale, stop);
            if (held is not null && Same(held, scale)) continue;
            if (held is not null)
            {
                db.Remove(held);
                await db.SaveChangesAsync(stop);
            }

            db.Add(scale);
            db.Add(new ImportEffect { Import = import.Id, Subject = Subject, SubjectId = scale.Id.Value, Before = held is null ? null : JsonSerializer.Serialize(Kept.Of(held)), After = scale.Label });
            await db.SaveChangesAsync(stop);
        }
    }

    internal async Task Undo(Import import, CancellationToken stop)
    {
        foreach (var effect in await db.ImportEffects.AsNoTracking().Where(e => e.Import == import.Id && e.Subject == Subject).ToListAsync(stop))
        {
            var id = new Id<MarkScale>(effect.SubjectId);
            if (await db.MarkScales.SingleOrDefaultAsync(s => s.Id == id, stop) is not { } scale) throw new RuleBroken("Шкала {0} с тех пор заменена: сначала отмените более поздний импорт.", "", effect.After);
            db.Remove(scale);
            await db.SaveChangesAsync(stop);
            if (effect.Before is { } before) db.Add(JsonSerializer.Deserialize<Kept>(before)!.Scale());
            await db.SaveChangesAsync(stop);
        }
    }

    private Task<MarkScale?> Held(MarkScale scale, CancellationToken stop) => db.MarkScales.SingleOrDefaultAsync(
        s => s.Kind == scale.Kind && s.Subject == scale.Subject && s.Grade == scale.Grade && s.MathLevel == scale.MathLevel && s.Year == scale.Year && s.Origin == scale.Origin, stop);

    private static bool Same(MarkScale a, MarkScale b) => (a.From3, a.From4, a.From5, a.MaxScore, a.Condition, a.Source, a.Edition) == (b.From3, b.From4, b.From5, b.MaxScore, b.Condition, b.Source, b.Edition);

    private sealed record Kept(Guid Id, ProcedureKind Kind, string Subject, int Grade, MathLevel MathLevel, int Year, double From3, double From4, double From5, double? MaxScore, string Condition, string Source, string Edition, string Confidence, RuleOrigin Origin)
    {
        public static Kept Of(MarkScale s) => new(s.Id.Value, s.Kind, s.Subject, s.Grade, s.MathLevel, s.Year.Ends, s.From3, s.From4, s.From5, s.MaxScore, s.Condition, s.Source, s.Edition, s.Confidence, s.Origin);

        public MarkScale Scale() => new()
        {
            Id = new(Id), Kind = Kind, Subject = Subject, Grade = Grade, MathLevel = MathLevel, Year = new(Year), From3 = From3, From4 = From4, From5 = From5, MaxScore = MaxScore,
            Condition = Condition, Source = Source, Edition = Edition, Confidence = Confidence, Origin = Origin,
        };
    }
}
