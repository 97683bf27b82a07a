using Stupeni.Platform;

namespace Stupeni.Identification.Rules;

/// <summary>One procedure over two or three years together, ΣL of ΣN: offered where single years are too small, never put in place of the rule.</summary>
public sealed record Pooled(ProcedureLine Line, IReadOnlyList<SchoolYear> Years, int Participants, int BelowThreshold)
{
    public static List<Pooled> Of(IEnumerable<Result> results) =>
        [.. results.GroupBy(r => r.Line).OrderBy(l => l.Key.Order, StringComparer.Ordinal).Select(l => Of(l.Key, [.. l]))];

    /// <summary>Years that do not compare are not added to others.</summary>
    public static Pooled Of(ProcedureLine line, IReadOnlyCollection<Result> results)
    {
        var fit = results.Where(r => r.Compares).ToList();
        return new(line, [.. fit.Select(r => r.Year).Distinct().Order()], fit.Sum(r => r.Participants), fit.Sum(r => r.BelowThreshold));
    }
}
