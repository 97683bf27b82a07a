namespace Stupeni.Matching.Solving;

/// <summary>The linear relaxation of packing circles: max Σ needs x, Σ over the circles of a member x ≤ 1, x ≥ 0; revised simplex with the inverse kept.
/// The right sides are moved apart by a millionth, so that no step is degenerate; the dual prices do not depend on them.
/// Whatever the rounding, the prices are feasible in the end: where a circle costs less than its needs, its members are raised.</summary>
internal sealed class PackingRelaxation
{
    private const double Least = 1e-9;
    private const double Apart = 1e-6;
    private const int Slack = -1;

    private readonly int[][] members;
    private readonly int[] needs;
    private readonly double[][] inverse;
    private readonly double[] right;
    private readonly double[] worth;
    private readonly int[] basis;

    private PackingRelaxation(IReadOnlyList<Circle> circles)
    {
        var at = new Dictionary<int, int>();
        members = new int[circles.Count][];
        needs = [.. circles.Select(circle => circle.Needs)];
        for (var k = 0; k < members.Length; k++)
        {
            members[k] = Array.ConvertAll(circles[k].Members, member => at.TryGetValue(member, out var known) ? known : at[member] = at.Count);
        }

        var count = at.Count;
        (inverse, right, worth, basis) = (new double[count][], new double[count], new double[count], new int[count]);
        Array.Fill(basis, Slack);
        for (var m = 0; m < count; m++)
        {
            inverse[m] = new double[count];
            inverse[m][m] = 1;
            right[m] = 1 + Apart * ((m * 2654435769L % 1009) + 1) / 1009;
        }
    }

    /// <summary>What each circle's members cost together.</summary>
    public double[] Costs { get; private set; } = [];

    /// <summary>How much of each circle the relaxation takes.</summary>
    public double[] Shares { get; private set; } = [];

    /// <summary>Sum of all prices: nothing packs more.</summary>
    public double Bound { get; private set; }

    /// <summary>Steps times the size of a step.</summary>
    public long Work { get; private set; }

    public static PackingRelaxation Of(IReadOnlyList<Circle> circles, CancellationToken stop)
    {
        var relaxation = new PackingRelaxation(circles);
        relaxation.Solve(stop);
        return relaxation;
    }

    private void Solve(CancellationToken stop)
    {
        for (var step = 0; step < 50 * right.Length; step++)
        {
            stop.ThrowIfCancellationRequested();
            Work += (long)right.Length * right.Length + members.Length * 4L;
            if (!Enter(Prices(), out var circle, out var column)) break;
            Pivot(column, circle);
        }

        Shares = new double[members.Length];
        for (var row = 0; row < basis.Length; row++)
        {
            if (basis[row] >= 0) Shares[basis[row]] = right[row];
        }

        var prices = Feasible(Prices());
        Bound = prices.Sum();
        Costs = Array.ConvertAll(members, circle => circle.Sum(member => prices[member]));
    }

    private double[] Prices()
    {
        var prices = new double[worth.Length];
        for (var row = 0; row < worth.Length; row++)
        {
            if (worth[row] == 0) continue;
            for (var m = 0; m < prices.Length; m++) prices[m] += worth[row] * inverse[row][m];
        }

        return prices;
    }

    /// <summary>What gains most: a circle whose members cost less than its needs, or the slack of a member whose price is negative.</summary>
    private bool Enter(double[] prices, out int circle, out int[] column)
    {
        var most = Least;
        (circle, column) = (Slack, []);
        for (var k = 0; k < members.Length; k++)
        {
            var gain = (double)needs[k];
            foreach (var member in members[k]) gain -= prices[member];
            if (gain > most) (most, circle, column) = (gain, k, members[k]);
        }

        for (var m = 0; m < prices.Length; m++)
        {
            if (-prices[m] > most) (most, circle, column) = (-prices[m], Slack, [m]);
        }

        return most > Least;
    }

    private void Pivot(int[] column, int circle)
    {
        var direction = new double[right.Length];
        var (leaves, least) = (-1, double.PositiveInfinity);
        for (var row = 0; row < right.Length; row++)
        {
            foreach (var member in column) direction[row] += inverse[row][member];
            if (direction[row] > Least && right[row] / direction[row] < least) (leaves, least) = (row, right[row] / direction[row]);
        }

        var by = direction[leaves];
        right[leaves] /= by;
        (basis[leaves], worth[leaves]) = (circle, circle < 0 ? 0 : needs[circle]);
        for (var m = 0; m < right.Length; m++) inverse[leaves][m] /= by;
        for (var row = 0; row < right.Length; row++)
        {
            if (row == leaves || direction[row] == 0) continue;
            right[row] -= direction[row] * right[leaves];
            for (var m = 0; m < right.Length; m++) inverse[row][m] -= direction[row] * inverse[leaves][m];
        }
    }

    private double[] Feasible(double[] prices)
    {
        for (var m = 0; m < prices.Length; m++) prices[m] = Math.Max(0, prices[m]);
        for (var k = 0; k < members.Length; k++)
        {
            var missing = (double)needs[k];
            foreach (var member in members[k]) missing -= prices[member];
            if (missing <= 0) continue;
            foreach (var member in members[k]) prices[member] += missing / members[k].Length;
        }

        return prices;
    }
}
