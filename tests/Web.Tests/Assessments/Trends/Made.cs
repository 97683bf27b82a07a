using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Trends;

/// <summary>Lines of invented results.</summary>
internal static class Made
{
    public static readonly SeriesKey OgeMaths = new(ProcedureKind.Oge, "MA", 9, MathLevel.None, "");
    public static readonly Subject Maths = new() { Code = "MA", Name = "математика", EnglishName = "mathematics", Position = 1 };

    private static readonly Id<Organisation> School = Id<Organisation>.New();

    /// <summary>A year summed over schools: participants of each.</summary>
    public static YearResult Sum(int year, params int[] participants) =>
        Year(year, participants.Sum() / 5, participants.Sum()) with { Judged = participants.Index().Where(p => p.Item > 0).ToDictionary(p => new Id<Organisation>(new Guid(p.Index, 0, 0, new byte[8])), p => p.Item) };

    public static YearResult Year(int year, int below, int judged, SeriesKey? of = null)
    {
        var key = of ?? OgeMaths;
        var procedure = new AssessmentProcedure { Kind = key.Kind, Subject = key.Subject, Grade = key.Grade, MathLevel = key.Level, Session = key.Session, Year = new(year) };
        return new(procedure, ResultSums.Nothing with { Schools = 1, Sheets = 1, Participants = judged, Judged = judged, BelowThreshold = below }, null, 0, new Dictionary<Id<Organisation>, int> { [School] = judged });
    }

    public static TrendSeries Line(IReadOnlyCollection<YearResult> years, params IReadOnlyCollection<ComparabilityFlag> flags) => Line(OgeMaths, years, flags);

    public static TrendSeries Line(SeriesKey key, IReadOnlyCollection<YearResult> years, IReadOnlyCollection<ComparabilityFlag> flags) =>
        TrendSeries.Of(key, Maths, years, flags, years.Max(y => y.Procedure.Year));

    public static ComparabilityFlag Flag(Comparability flag, int year, ProcedureKind? kind = ProcedureKind.Oge, string? subject = null, string except = "") =>
        new() { Flag = flag, Kind = kind, Subject = subject, Except = except, Year = new(year), Reason = "причина", Source = "источник", Edition = "2026" };

    public static ComparabilityFlag Own() =>
        ComparabilityFlag.Own(Comparability.ChangedScale, ProcedureKind.Gve, new(ProcedureKind.Gve, "", 0, MathLevel.None, new(2024), ""), null, "причина", "источник", "2024", RuleOrigin.Own);

    /// <summary>«2019–2021»: the pairs between which a change is counted.</summary>
    public static IEnumerable<string> Pairs(this TrendSeries series) => series.Steps.Select(s => $"{s.From.Year.Ends}–{s.To.Year.Ends}");
}
