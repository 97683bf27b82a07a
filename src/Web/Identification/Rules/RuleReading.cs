using Stupeni.Platform;

namespace Stupeni.Identification.Rules;

/// <summary>One way to read an edition. It sees one school's results and knows neither names nor tables.</summary>
public abstract class RuleReading
{
    private static readonly RuleReading[] All = [new FiokoStrict(), new FiokoSoft(), new RonAny(), new RonBoth()];

    public abstract Reading Reading { get; }

    /// <summary>The family of editions that it reads: FIOKO-2020 and a region's own FIOKO-2020 are both FIOKO.</summary>
    protected abstract string Family { get; }

    /// <summary>The years a list of the given year looks at, the earlier first.</summary>
    public abstract SchoolYear[] Years(SchoolYear year);

    /// <summary>The years without whose results nobody can say that a school is not listed.</summary>
    protected abstract SchoolYear[] Needed(SchoolYear year);

    /// <summary>Whether the whole reading rests on years set side by side, so that a year that does not compare counts in none of its parts.</summary>
    protected virtual bool SetsYearsSideBySide => false;

    /// <summary>Why the low procedures list the school; nothing, if they do not.</summary>
    protected abstract List<Ground> Lists(IReadOnlyList<Result> low, SchoolYear year, Terms terms);

    public static RuleReading[] Of(string code) => [.. All.Where(r => code.StartsWith(r.Family, StringComparison.Ordinal))];

    public static RuleReading Of(Reading reading) => All.Single(r => r.Reading == reading);

    /// <summary>Null for a school without results in the years of the rule: it is not in the list at all.</summary>
    public Verdict? Judge(IEnumerable<Result> results, SchoolYear year, Terms terms)
    {
        var years = Years(year);
        var seen = results.Where(r => years.Contains(r.Year) && r.Participants > 0 && r.IsHeld).OrderByDescending(r => r.Year).ThenBy(r => r.Line.Order, StringComparer.Ordinal).ToList();
        if (seen.Count == 0) return null;

        var missing = years.Where(y => seen.All(r => r.Year != y)).ToList();
        var (counted, low, near) = (seen.Where(terms.Counts).ToList(), seen.Where(terms.Low).ToList(), seen.Where(terms.Near).ToList());
        var fit = SetsYearsSideBySide ? low.FindAll(r => r.Compares) : low;
        var apart = SetsYearsSideBySide ? years.Where(y => seen.Exists(r => r.Year == y) && seen.TrueForAll(r => r.Year != y || !r.Compares)).ToList() : [];
        if (Lists(fit, year, terms) is { Count: > 0 } grounds) return Say(SchoolState.Listed, grounds);
        if (low.Count > 0) return Say(SchoolState.RiskGroup, [new(GroundKind.SomeLow, low)]);
        if (near.Count >= terms.MinProcedures) return Say(SchoolState.RiskGroup, [new(GroundKind.Near, near)]);
        if (counted.Count == 0) return Say(SchoolState.InsufficientData, [new(GroundKind.TooFew, seen)]);
        if (Needed(year).Any(missing.Contains)) return Say(SchoolState.InsufficientData, [new(GroundKind.NoResults, counted)]);
        if (Needed(year).Any(apart.Contains)) return Say(SchoolState.InsufficientData, [new(GroundKind.NotCompared, counted)]);
        return Say(SchoolState.NotListed, [new(GroundKind.Nothing, counted)]);

        Verdict Say(SchoolState state, List<Ground> because) => new(state, because, missing, because.SelectMany(g => g.Results).Max(Result.ByShare)!) { Apart = [.. results.Where(r => years.Contains(r.Year) && r.Participants > 0 && !r.Compares).OrderBy(r => r.Year).ThenBy(r => r.Line.Order, StringComparer.Ordinal)] };
    }
}
