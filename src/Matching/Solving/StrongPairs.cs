namespace Stupeni.Matching.Solving;

/// <summary>The pairs of an instance that are no weaker than a floor and can be made at all, the strongest first in each row.</summary>
internal sealed class StrongPairs
{
    private readonly double[] weight;

    public StrongPairs(Instance instance, double floor)
    {
        var weights = instance.Weights;
        var (columns, found) = (new int[weights.LongestRow], new double[weights.LongestRow]);
        var prices = Array.ConvertAll(instance.Capacity, capacity => capacity == 0 ? double.PositiveInfinity : 0);
        var (all, strengths) = (new List<int>(), new List<double>());
        Start = new int[weights.Rows + 1];
        for (var row = 0; row < weights.Rows; row++)
        {
            var count = instance.Needs[row] == 0 ? 0 : weights.Collect(row, Lens.Plain with { Floor = floor }, prices, double.NegativeInfinity, columns, found);
            Array.Sort(found, columns, 0, count);
            for (var k = count - 1; k >= 0; k--)
            {
                all.Add(columns[k]);
                strengths.Add(found[k]);
            }

            Start[row + 1] = all.Count;
        }

        (Column, weight) = ([.. all], [.. strengths]);
    }

    public int[] Start { get; }
    public int[] Column { get; }

    /// <summary>Where each row falls below a floor.</summary>
    public int[] End(double floor)
    {
        var end = new int[Start.Length - 1];
        for (var row = 0; row < end.Length; row++)
        {
            var at = Start[row];
            while (at < Start[row + 1] && weight[at] >= floor) at++;
            end[row] = at;
        }

        return end;
    }

    /// <summary>The different weights below a limit, rising.</summary>
    public double[] Distinct(double below)
    {
        var weights = Array.FindAll(weight, w => w < below);
        Array.Sort(weights);
        return [.. weights.Distinct()];
    }
}
