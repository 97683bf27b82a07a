namespace Stupeni.Matching.Solving;

/// <summary>Circles without a common member, most needs in all: branch and bound on the linear relaxation. A circle taken in part is first taken whole, then left out;
/// one that costs more above its needs than is left to the best plan so far is left out at once.</summary>
internal sealed class CirclePacking
{
    private const long Budget = 6_000_000_000;
    private const double Rounding = 1e-6;

    private readonly List<Circle> circles;
    private readonly CancellationToken stop;
    private List<int> best = [];
    private int most;
    private int? bound;
    private long work;

    private CirclePacking(List<Circle> circles, CancellationToken stop) => (this.circles, this.stop) = (circles, stop);

    public static (IReadOnlyList<int> Chosen, int Bound) Solve(Circles circles, CancellationToken stop)
    {
        var search = new CirclePacking(circles.List, stop);
        search.Branch([.. Enumerable.Range(0, circles.List.Count)], [], 0);
        var proved = search.work < Budget ? search.most : search.bound!.Value;
        return (search.best, circles.MostPossible is { } possible ? Math.Max(search.most, possible) : proved);
    }

    private void Branch(List<int> open, List<int> taken, int needs)
    {
        if (work >= Budget) return;

        var relaxation = PackingRelaxation.Of([.. open.Select(k => circles[k])], stop);
        work += relaxation.Work;
        bound ??= (int)Math.Floor(relaxation.Bound + Rounding);
        Round(open, relaxation.Shares, taken, needs);

        var left = needs + relaxation.Bound - most - 1 + Rounding;
        if (left < 0) return;

        var (kept, half, parted) = (new List<int>(), -1, -1.0);
        for (var i = 0; i < open.Count; i++)
        {
            if (relaxation.Costs[i] - circles[open[i]].Needs > left) continue;
            kept.Add(open[i]);
            var share = relaxation.Shares[i];
            if (share * (1 - share) > parted) (half, parted) = (open[i], share * (1 - share));
        }

        if (half < 0) return;

        Branch(kept.FindAll(k => !Meet(k, half)), [.. taken, half], needs + circles[half].Needs);
        Branch(kept.FindAll(k => k != half), taken, needs);
    }

    /// <summary>A plan from the shares: the largest first.</summary>
    private void Round(List<int> open, double[] shares, List<int> taken, int needs)
    {
        var (plan, used) = (new List<int>(taken), new HashSet<int>());
        foreach (var i in Enumerable.Range(0, open.Count).OrderByDescending(i => shares[i]))
        {
            if (circles[open[i]].Members.Any(used.Contains)) continue;
            used.UnionWith(circles[open[i]].Members);
            plan.Add(open[i]);
            needs += circles[open[i]].Needs;
        }

        if (needs > most) (best, most) = (plan, needs);
    }

    private bool Meet(int a, int b) => circles[a].Members.Any(member => Array.IndexOf(circles[b].Members, member) >= 0);
}
