using Stupeni.Platform;

namespace Stupeni.Identification.Rules;

/// <summary>The two findings of RON: A, enough low procedures in the year; B, one and the same procedure low in the year and in the year before.</summary>
internal static class Ron
{
    public static Ground? A(IReadOnlyList<Result> low, SchoolYear year, Terms terms)
    {
        var now = low.Where(r => r.Year == year).ToList();
        return now.Count >= terms.MinProcedures ? new(GroundKind.LowInYear, now, year) : null;
    }

    public static Ground? B(IReadOnlyList<Result> low, SchoolYear year)
    {
        // One and the same procedure of two years: neither may be one that does not compare.
        var fit = low.Where(r => r.Compares).ToList();
        var pairs = fit.Where(r => r.Year == year).SelectMany(now => fit.Where(before => before.Year == year.Previous && before.Line == now.Line).SelectMany(before => new[] { now, before })).ToList();
        return pairs.Count > 0 ? new(GroundKind.LowAgain, pairs, year) : null;
    }
}
