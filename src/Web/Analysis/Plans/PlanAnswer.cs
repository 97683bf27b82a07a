using System.Diagnostics;
using System.Text.Json.Serialization;
using Stupeni.Matching;
using Stupeni.Platform;

namespace Stupeni.Analysis.Plans;

/// <summary>What <c>match</c> answers.</summary>
internal sealed record PlanAnswer(IReadOnlyList<MatchFigures> Matches, IReadOnlyList<UnmatchedFigures> Unmatched, int Covered, double? Total, double? Worst, bool Optimal, double? Bound, double Milliseconds, IReadOnlyList<string> Warnings) : IAnswer
{
    /// <summary>What was reached of each objective and the most any plan could.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProofFigures>? Proofs { get; init; }

    /// <summary>Of a stable plan: pairs who would leave it for each other. None.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Link>? BlockingPairs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Proposals { get; init; }

    public static PlanAnswer Of(ProblemFile problem, Plan plan, long began)
    {
        var spent = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        List<MatchFigures> matches = [.. plan.Matches.Select(m => new MatchFigures(m.Mentor, m.Mentee, m.Weight, [.. plan.Explain(m).Select(ReasonWords.Of)]))];
        List<UnmatchedFigures> unmatched = [.. plan.Unmatched.Select(u => new UnmatchedFigures(u.Mentee, u.Missing, Because(plan.Explain(u))))];
        var warnings = new List<string>(problem.Warnings);
        if (!plan.Scaling.Exact) warnings.Add(Texts.Say("Веса не целые: сосчитаны с точностью до {0}.", Prose.Said(plan.Scaling.MostError)));
        return new(matches, unmatched, plan.Covered, plan.Total, plan.Worst, plan.Optimal, plan.Bound, spent, warnings) { Proofs = [.. plan.Proofs.Select(p => new ProofFigures(Name(p.Objective), p.Value, p.Bound))] };
    }

    public static PlanAnswer Of(ProblemFile problem, StablePlan plan, long began)
    {
        var spent = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var weights = problem.Weights();
        List<MatchFigures> matches = [.. plan.Matches.Select(m => new MatchFigures(m.Mentor, m.Mentee, weights.TryGetValue((m.Mentor, m.Mentee), out var w) ? w : null, [ReasonWords.Of(m)]) { MenteeRank = m.MenteeRank, MentorRank = m.MentorRank })];
        List<UnmatchedFigures> unmatched = [.. plan.Unmatched.Select(u => new UnmatchedFigures(u.Mentee, u.Missing, Because(plan.Explain(u))))];
        var weighed = weights.Count > 0 && matches.TrueForAll(m => m.Weight is not null);
        var blocking = plan.BlockingPairs();
        return new(matches, unmatched, matches.Count, weighed ? matches.Sum(m => m.Weight) : null, weighed && matches.Count > 0 ? matches.Min(m => m.Weight) : null, blocking.Count == 0, null, spent, problem.Warnings) { BlockingPairs = blocking, Proposals = plan.Proposals };
    }

    public void Tell(Prose to)
    {
        to.Line(Texts.Say("Пар: {0}. Сумма: {1}. Самая слабая: {2}.", Covered, Prose.Said(Total, 2), Prose.Said(Worst, 2)));
        to.Table([Texts.Say("подопечный"), Texts.Say("наставник"), Texts.Say("вес"), Texts.Say("почему")], Matches.Select(m => (IReadOnlyList<object?>)[m.Mentee, m.Mentor, m.Weight, m.Because is [var first, ..] ? first : null]));
        if (Unmatched.Count == 0) return;
        to.Table([Texts.Say("без наставника"), Texts.Say("почему")], Unmatched.Select(u => (IReadOnlyList<object?>)[u.Mentee, u.Because is [var first, ..] ? first : null]));
    }

    private static List<string> Because(IReadOnlyList<Reason> reasons) => reasons.Count > 0 ? [.. reasons.Select(ReasonWords.Of)] : [Texts.Say("Ни один наставник не подходит.")];

    private static string Name(Objective objective) => objective switch { Objective.Cover => "cover", Objective.Worst => "worst", _ => "total" };
}

internal sealed record MatchFigures(string Mentor, string Mentee, double? Weight, IReadOnlyList<string> Because)
{
    /// <summary>Of a stable plan: which choice each is of the other's, from 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MenteeRank { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MentorRank { get; init; }
}

internal sealed record UnmatchedFigures(string Mentee, int Missing, IReadOnlyList<string> Because);

internal sealed record ProofFigures(string Objective, double Value, double Bound);
