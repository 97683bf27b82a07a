namespace Stupeni.Matching.Solving;

/// <summary>Among all plans as good as the one found, one whose weakest match is as strong as can be.
/// Those plans use no pair that loses anything against the dual prices, so the weakest matches are taken out, as many weights up as it goes,
/// and put back by ways that cost nothing and use stronger pairs only. The first that cannot be shows that no such plan exists (a cut in the tight pairs).</summary>
internal static class TightPlan
{
    private const double NothingLost = 0.5;

    public static Solution Raised(Instance instance, Solution solution, CancellationToken stop)
    {
        var (units, ways) = (solution.Units, new Rerouting(instance, solution));
        if (Emptied(instance, units)) return solution with { Lens = solution.Lens with { Floor = OfNothing(instance, solution.Lens) } };

        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var worst = Worst(instance, units);
            if (worst >= instance.WeakestPin) return solution with { Lens = solution.Lens with { Floor = instance.WeakestPin } };

            var before = (int[])units.Column.Clone();
            var lens = solution.Lens with { Floor = worst + 1 };
            if (!Lift(instance, solution, ways, worst, lens) || Emptied(instance, units))
            {
                Restore(instance, units, before, lens);
                return solution with { Lens = lens with { Floor = worst } };
            }
        }
    }

    /// <summary>An empty plan is the weakest of all: a pair that adds nothing to the total makes it stronger, if there is one.</summary>
    private static double OfNothing(Instance instance, Lens lens)
    {
        var (columns, weights) = (new int[instance.Weights.LongestRow], new double[instance.Weights.LongestRow]);
        var prices = Array.ConvertAll(instance.Capacity, capacity => capacity == 0 ? double.PositiveInfinity : 0);
        for (var row = 0; row < instance.Weights.Rows; row++)
        {
            if (instance.Needs[row] > 0 && instance.Weights.Collect(row, lens, prices, -NothingLost, columns, weights) > 0) return 0;
        }

        return double.NegativeInfinity;
    }

    private static bool Emptied(Instance instance, Units units) =>
        double.IsPositiveInfinity(Worst(instance, units)) && double.IsPositiveInfinity(instance.WeakestPin);

    private static bool Lift(Instance instance, Solution solution, Rerouting ways, double worst, Lens lens)
    {
        var (units, weakest, lifted) = (solution.Units, new List<int>(), true);
        for (var unit = 0; unit < units.Count; unit++)
        {
            var (row, column) = (units.Row[unit], units.Column[unit]);
            if (column < 0 || instance.Weights[row, column] != worst) continue;
            lifted &= units.Weight[unit] - solution.RowPrices[row] - solution.ColumnPrices[column] < NothingLost;
            weakest.Add(unit);
            ways.Wanting[column]++;
            ways.Pending[unit] = true;
            units.Take(unit);
        }

        for (var k = 0; lifted && k < weakest.Count; k++)
        {
            if (ways.Find(weakest[k], -1, false, lens, NothingLost) is { } steps)
            {
                ways.Pending[weakest[k]] = false;
                ways.Wanting[ways.End]--;
                ways.Take(steps, lens);
            }
            else
            {
                lifted = false;
            }
        }

        Array.Clear(ways.Wanting);
        Array.Clear(ways.Pending);
        return lifted;
    }

    private static double Worst(Instance instance, Units units)
    {
        var worst = double.PositiveInfinity;
        for (var unit = 0; unit < units.Count; unit++)
        {
            if (units.Column[unit] >= 0) worst = Math.Min(worst, instance.Weights[units.Row[unit], units.Column[unit]]);
        }

        return worst;
    }

    private static void Restore(Instance instance, Units units, int[] columns, Lens lens)
    {
        for (var unit = 0; unit < units.Count; unit++)
        {
            if (units.Column[unit] >= 0) units.Take(unit);
        }

        for (var unit = 0; unit < units.Count; unit++)
        {
            if (columns[unit] >= 0) units.Put(unit, columns[unit], lens.Of(instance.Weights[units.Row[unit], columns[unit]]));
        }
    }
}
