using Stupeni.Matching.Solving;

namespace Stupeni.Matching;

/// <summary>A match of a stable plan and which choice each is of the other's, from 1; absent for a pinned pair that is not ranked.</summary>
public sealed record StableMatch(string Mentor, string Mentee, int? MenteeRank, int? MentorRank, bool Pinned = false);

/// <summary>A stable plan: no mentor and mentee who would both rather have each other, in a free place or instead of one they have.
/// Method: deferred acceptance (Gale, Shapley, AMM 69 (1962) 9) with capacities on both sides (Roth, Econometrica 52 (1984) 47): each proposer proposes down the list while places are free,
/// each receiver keeps the best so far. With strict rankings the plan is the best stable one for every proposer and does not depend on the order of proposals.</summary>
public sealed class StablePlan
{
    private readonly DeferredAcceptance solved;

    private StablePlan(DeferredAcceptance solved)
    {
        this.solved = solved;
        (Matches, Unmatched, Proposals) = (solved.Matches(), solved.Unmatched(), solved.Proposals);
    }

    /// <summary>In the order of mentees' ids, then mentors'.</summary>
    public IReadOnlyList<StableMatch> Matches { get; }

    public IReadOnlyList<Unmatched> Unmatched { get; }

    /// <summary>How many proposals it took; the same in whatever order they are made.</summary>
    public long Proposals { get; }

    /// <exception cref="ProblemRefused">The problem has faults.</exception>
    public static StablePlan Of(StableProblem problem, CancellationToken stop = default) => new(new DeferredAcceptance(problem, stop));

    /// <summary>Pairs who would leave the plan for each other, sought anew from the rankings: none, and that is the proof.</summary>
    public IReadOnlyList<Link> BlockingPairs() => solved.Blocking();

    /// <summary>Why this mentee has nobody, or fewer than needed: each of the choices in turn.</summary>
    public IReadOnlyList<Reason> Explain(Unmatched unmatched) => solved.Explain(unmatched);
}
