using Stupeni.Matching.Solving;

namespace Stupeni.Matching;

/// <summary>Who helps whom.</summary>
public sealed record Match(string Mentor, string Mentee, double Weight, bool Pinned = false);

/// <summary>A mentee with <paramref name="Missing"/> needs that nobody fills.</summary>
public sealed record Unmatched(string Mentee, int Missing);

/// <summary>What was reached of an objective, and the most that any plan could have reached with what was wanted before it.
/// Cover: the bound is a cut (König). Worst: with stronger matches only, a cut shows that what was wanted before is lost. Total: the dual of the assignment.</summary>
public sealed record Proof(Objective Objective, double Value, double Bound);

/// <summary>How weights became whole numbers: round(weight × <paramref name="Factor"/>). <paramref name="MostError"/> is the most one weight may be off by, in weights;
/// 0 when whole numbers or decimals were taken as they are.</summary>
public sealed record Scaling(double Factor, double MostError)
{
    public bool Exact => MostError == 0;
}

/// <summary>The best plan of a problem, and the proof that it is.
/// Formulation: x = 1 for a match; a mentor's matches ≤ capacity, a mentee's ≤ needs; pinned x = 1, forbidden x = 0; the objectives are maximised one after another in the problem's order.
/// Method: shortest augmenting paths on dual prices (see docs/methods/matching-assignment.md). The same problem, whatever the order of its lists, gives the same plan.</summary>
public sealed class Plan
{
    private readonly Problem problem;

    private Plan(Problem problem, Instance instance, Solution solution)
    {
        (this.problem, Solution) = (problem, solution);
        Explanation = new Explanation(instance, solution);
        Scaling = instance.Scaling;
        (Matches, Unmatched) = instance.Read(solution.Units);
        (Covered, Total) = (Matches.Count, instance.TotalOf(Matches));
        Worst = Matches.Count == 0 ? null : Matches.Min(match => match.Weight);
        Proofs = instance.Proofs(this, solution);
    }

    /// <summary>In the order of mentees' ids, then mentors'.</summary>
    public IReadOnlyList<Match> Matches { get; }

    public IReadOnlyList<Unmatched> Unmatched { get; }
    public int Covered { get; }
    public double Total { get; }

    /// <summary>Weight of the weakest match; absent when there is none.</summary>
    public double? Worst { get; }

    /// <summary>One to an objective, in their order.</summary>
    public IReadOnlyList<Proof> Proofs { get; }

    public Scaling Scaling { get; }

    /// <summary>The dual bound on the total, given what was wanted before it; absent when the total was not asked for.</summary>
    public double? Bound => Proofs.FirstOrDefault(proof => proof.Objective == Objective.Total)?.Bound;

    /// <summary>Every objective has reached its bound (for scaled weights: to within twice the error of the scaling).</summary>
    public bool Optimal => Proofs.All(proof => proof.Bound - proof.Value <= 2 * Covered * Scaling.MostError);

    /// <exception cref="ProblemRefused">The problem has faults.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Plan Of(Problem problem, CancellationToken stop = default)
    {
        var instance = Instance.Of(problem);
        return new Plan(problem, instance, Stages.Solve(instance, stop));
    }

    /// <summary>Why this pair: its place among the mentee's choices, who has the better ones, and the price of going without it.</summary>
    public IReadOnlyList<Reason> Explain(Match match) => Explanation.Of(match);

    /// <summary>Why this mentee has nobody, or fewer than needed.</summary>
    public IReadOnlyList<Reason> Explain(Unmatched unmatched) => Explanation.Of(unmatched);

    /// <summary>What it would cost to go without this match; absent for a pinned one.</summary>
    public Swap? PriceOf(Match match) => Explanation.Price(match);

    /// <summary>The best of all other plans, by the same order of objectives; absent when there is no other plan.</summary>
    public Plan? SecondBest(CancellationToken stop = default) => RunnerUp.Of(problem, this, stop);

    internal Explanation Explanation { get; }

    internal Solution Solution { get; }
}
