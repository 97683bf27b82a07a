namespace Stupeni.Matching.Solving;

/// <summary>The highest floor under the weights that still allows as many matches as there can be (bottleneck assignment:
/// Burkard, Dell'Amico, Martello, Assignment Problems (2012), 6.2). Strong pairs first, four times as many each time, until the cover is reached;
/// then halving among the weights of those.</summary>
internal static class Bottleneck
{
    /// <summary>With nothing wanted before it, the strongest pair that can be made.</summary>
    public static double Highest(Instance instance)
    {
        var (columns, weights) = (new int[instance.Weights.LongestRow], new double[instance.Weights.LongestRow]);
        var prices = Array.ConvertAll(instance.Capacity, capacity => capacity == 0 ? double.PositiveInfinity : 0);
        var highest = double.NegativeInfinity;
        for (var row = 0; row < instance.Weights.Rows; row++)
        {
            var found = instance.Needs[row] == 0 ? 0 : instance.Weights.Collect(row, Lens.Plain, prices, highest, columns, weights);
            for (var k = 0; k < found; k++) highest = Math.Max(highest, weights[k]);
        }

        return highest;
    }

    public static (double Floor, double Cover) UnderCover(Instance instance, CancellationToken stop)
    {
        var cover = new Cover(instance.Needs, instance.Capacity);
        var floors = Quantiles(instance);
        var reached = new List<int>();
        var strong = new StrongPairs(instance, double.PositiveInfinity);
        foreach (var floor in floors)
        {
            strong = new StrongPairs(instance, floor);
            var full = cover.Grow(strong.Start, strong.End(floor), strong.Column, instance.Places, stop);
            reached.Add(cover.Matched);
            if (full) break;
        }

        var most = reached.Count == 0 ? 0 : reached[^1];
        var bound = most == instance.Places ? most : cover.Cut();
        if (most == 0) return (double.PositiveInfinity, bound);

        var last = reached.IndexOf(most);
        if (last < reached.Count - 1) strong = new StrongPairs(instance, floors[last]);
        return (Halve(strong, last == 0 ? double.PositiveInfinity : floors[last - 1], most, cover, stop), bound);
    }

    /// <summary>The highest weight below <paramref name="failed"/> with which the cover is reached.</summary>
    private static double Halve(StrongPairs strong, double failed, int most, Cover cover, CancellationToken stop)
    {
        var weights = strong.Distinct(failed);
        var (low, high) = (0, weights.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            cover.Clear();
            if (cover.Grow(strong.Start, strong.End(weights[middle]), strong.Column, most, stop)) low = middle;
            else high = middle - 1;
        }

        return weights[low];
    }

    /// <summary>Falling floors with about four times as many pairs above each as above the one before, from a sample of fixed places; the last is below all.</summary>
    private static List<double> Quantiles(Instance instance)
    {
        const int most = 1 << 16;
        var (columns, weights) = (new int[instance.Weights.LongestRow], new double[instance.Weights.LongestRow]);
        var free = new double[instance.Weights.Columns];
        var sample = new List<double>();
        var (pairs, step) = (0L, Math.Max(1, (long)instance.Weights.Rows * instance.Weights.LongestRow / most) | 1);
        for (var row = 0; row < instance.Weights.Rows; row++)
        {
            var found = instance.Weights.Collect(row, Lens.Plain, free, double.NegativeInfinity, columns, weights);
            for (var k = (step - pairs % step) % step; k < found; k += step) sample.Add(weights[k]);
            pairs += found;
        }

        sample.Sort();
        var floors = new List<double>();
        for (var wanted = 2.0 * (instance.Weights.Rows + instance.Weights.Columns); wanted < pairs; wanted *= 4)
        {
            floors.Add(sample[Math.Max(0, sample.Count - 1 - (int)(wanted / step))]);
        }

        floors.Add(double.NegativeInfinity);
        return floors;
    }
}
