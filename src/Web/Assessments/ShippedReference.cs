using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>Subjects, mark scales, minimum thresholds and flags of comparability as they are shipped, each with its source. What an installation has of its own stays as it is.</summary>
public static class ShippedReference
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The other words by which files call a subject, by its code.</summary>
    public static IReadOnlyDictionary<string, string[]> Aliases { get; } = Read<SubjectPack>("subjects").Subjects.ToDictionary(s => s.Code, s => s.Aliases);

    /// <summary>As they are shipped, whatever an installation has beside them.</summary>
    public static IReadOnlyList<MinimumThreshold> Thresholds { get; } = [.. Read<ThresholdPack>("thresholds").Rows()];

    public static IReadOnlyList<ComparabilityFlag> Flags { get; } = [.. Read<FlagPack>("comparability").Rows()];

    public static async Task Ship(Db db)
    {
        var subjects = await db.Subjects.Select(s => s.Code).ToListAsync();
        var scales = await db.MarkScales.AsNoTracking().ToListAsync();
        var thresholds = await db.MinimumThresholds.AsNoTracking().ToListAsync();
        var flags = await db.ComparabilityFlags.AsNoTracking().ToListAsync();

        db.AddRange(Read<SubjectPack>("subjects").Subjects.Select((s, at) => s.Row(at)).Where(s => !subjects.Contains(s.Code)));
        db.AddRange(Read<ScalePack>("scales").Rows().Where(s => !scales.Exists(k => (k.Kind, k.Subject, k.Grade, k.MathLevel, k.Year, k.Origin) == (s.Kind, s.Subject, s.Grade, s.MathLevel, s.Year, s.Origin))));
        db.AddRange(Read<ThresholdPack>("thresholds").Rows().Where(t => !thresholds.Exists(k => (k.Kind, k.Subject, k.MathLevel, k.From, k.Origin) == (t.Kind, t.Subject, t.MathLevel, t.From, t.Origin))));
        db.AddRange(Read<FlagPack>("comparability").Rows().Where(f => !flags.Exists(k => Key(k) == Key(f))));
        await db.SaveChangesAsync();

        static (Comparability, ProcedureKind?, string?, string, int, MathLevel, SchoolYear, RuleOrigin) Key(ComparabilityFlag f) => (f.Flag, f.Kind, f.Subject, f.Except, f.Grade, f.MathLevel, f.Year, f.Origin);
    }

    private static T Read<T>(string pack)
    {
        using var file = typeof(ShippedReference).Assembly.GetManifestResourceStream($"Stupeni.Assessments.{pack}.json")!;
        return JsonSerializer.Deserialize<T>(file, Json)!;
    }

    private sealed record SubjectPack(List<ShippedSubject> Subjects);

    private sealed record ShippedSubject(string Code, string Name, string English, string? Oge, string? Ege, string[] Aliases)
    {
        public Subject Row(int position) => new() { Code = Code, Name = Name, EnglishName = English, Position = position, OgeCode = Oge, EgeCode = Ege };
    }

    private sealed record ScalePack(RuleOrigin Origin, List<ShippedScale> Scales)
    {
        public IEnumerable<MarkScale> Rows() => Scales.Select(s => new MarkScale
        {
            Kind = s.Kind, Subject = s.Subject, Grade = s.Grade, Year = new(s.Year), From3 = s.From3, From4 = s.From4, From5 = s.From5, MaxScore = s.Max,
            Condition = s.Condition ?? "", Source = s.Source, Edition = s.Edition, Confidence = s.Confidence, Origin = Origin,
        });
    }

    private sealed record ShippedScale(ProcedureKind Kind, string Subject, int Grade, int Year, double From3, double From4, double From5, double? Max, string? Condition, string Source, string Edition, string Confidence);

    private sealed record ThresholdPack(RuleOrigin Origin, List<ShippedThreshold> Thresholds)
    {
        public IEnumerable<MinimumThreshold> Rows() => Thresholds.Select(t => new MinimumThreshold
        {
            Kind = t.Kind, Subject = t.Subject, MathLevel = t.Level, From = new(t.From), To = new(t.To), Score = t.Score, Minimum = t.Minimum,
            Condition = t.Condition ?? "", ConditionTasks = t.ConditionTasks ?? "", ConditionMinimum = t.ConditionMinimum,
            Source = t.Source, Edition = t.Edition, Confidence = t.Confidence, Origin = Origin,
        });
    }

    private sealed record ShippedThreshold(
        ProcedureKind Kind, string Subject, MathLevel Level, int From, int To, ScoreKind Score, double Minimum,
        string? Condition, string? ConditionTasks, double? ConditionMinimum, string Source, string Edition, string Confidence);

    private sealed record FlagPack(RuleOrigin Origin, List<ShippedFlag> Flags)
    {
        public IEnumerable<ComparabilityFlag> Rows() => Flags.Select(f => new ComparabilityFlag
        {
            Flag = f.Flag, Kind = f.Kind, Subject = f.Subject, Except = f.Except ?? "", Grade = f.Grade, MathLevel = f.Level, Year = new(f.Year),
            Reason = f.Reason, Source = f.Source, Edition = f.Edition, Confidence = f.Confidence, Origin = Origin,
        });
    }

    private sealed record ShippedFlag(Comparability Flag, ProcedureKind Kind, string? Subject, string? Except, int Grade, MathLevel Level, int Year, string Reason, string Source, string Edition, string Confidence);
}
