namespace Stupeni.Matching.Solving;

/// <summary>A quick start: each row takes its best column and raises its price to where its second best is as good
/// (augmenting row reduction of Jonker and Volgenant, here with a price for every place of a column).
/// What it leaves is optimal as far as it goes: every unit placed is on a best column of its row at the prices reached, and a column with room costs nothing.</summary>
internal sealed class Bidding(Shortlist shortlist, Units units, int[] capacity, double[] prices)
{
    private const int Rounds = 4;
    private const int MostPlaces = 16;

    private readonly double[] paid = new double[units.Count];
    private readonly double[] second = Seconds(capacity);

    /// <summary>The units still to be placed, in order.</summary>
    public List<int> Run(int[] needs, CancellationToken stop)
    {
        var left = new List<int>();
        var waiting = new Queue<int>();
        for (var row = 0; row < needs.Length; row++)
        {
            if (needs[row] == 1) waiting.Enqueue(units.First[row]);
            else for (var unit = units.First[row]; unit < units.First[row + 1]; unit++) left.Add(unit);
        }

        var budget = (long)Rounds * waiting.Count;
        while (waiting.TryDequeue(out var unit))
        {
            if (budget-- <= 0) left.Add(unit);
            else Place(unit, waiting, left);
            if ((budget & 1023) == 0) stop.ThrowIfCancellationRequested();
        }

        left.Sort();
        return left;
    }

    private void Place(int unit, Queue<int> waiting, List<int> left)
    {
        var row = units.Row[unit];
        var (first, best, next) = Look(row);
        if (next < shortlist.Bound(row))
        {
            shortlist.Refresh(row, prices);
            (first, best, next) = Look(row);
        }

        if (best <= 0) return;

        var column = first.Column;
        var full = units.Load[column] == capacity[column];
        if (full && (best == next || capacity[column] > MostPlaces))
        {
            left.Add(unit);
            return;
        }

        if (full)
        {
            var loser = Cheapest(column);
            units.Take(loser);
            waiting.Enqueue(loser);
        }

        units.Put(unit, column, first.Weight);
        paid[unit] = capacity[column] > MostPlaces ? 0 : prices[column] + best - next;
        Reprice(column);
    }

    /// <summary>The best column of a row, its gain, and the next best gain: another column, another place of the same one, or nobody (0).</summary>
    private (Choice First, double Best, double Next) Look(int row)
    {
        var (first, best, next) = (default(Choice), 0.0, 0.0);
        foreach (ref readonly var choice in shortlist[row])
        {
            if (choice.Gain <= next) break;
            var gain = choice.Weight - prices[choice.Column];
            if (gain > best)
            {
                next = Math.Max(best, choice.Weight - second[choice.Column]);
                (first, best) = (choice, gain);
            }
            else if (gain > next)
            {
                next = gain;
            }
        }

        return (first, best, Math.Max(next, 0));
    }

    private int Cheapest(int column)
    {
        var cheapest = units.Head[column];
        for (var unit = cheapest; unit >= 0; unit = units.Next[unit])
        {
            if (paid[unit] < paid[cheapest]) cheapest = unit;
        }

        return cheapest;
    }

    /// <summary>A column costs what its cheapest place does; places nobody has taken cost nothing.</summary>
    private void Reprice(int column)
    {
        if (capacity[column] > MostPlaces) return;

        var free = capacity[column] - units.Load[column];
        if (free >= 2) return;

        var (least, next) = (double.PositiveInfinity, double.PositiveInfinity);
        if (free == 1) least = 0;
        for (var unit = units.Head[column]; unit >= 0; unit = units.Next[unit])
        {
            if (paid[unit] < least) (least, next) = (paid[unit], least);
            else if (paid[unit] < next) next = paid[unit];
        }

        (prices[column], second[column]) = (least, next);
    }

    private static double[] Seconds(int[] capacity)
    {
        var second = new double[capacity.Length];
        for (var c = 0; c < second.Length; c++) second[c] = capacity[c] == 1 ? double.PositiveInfinity : 0;
        return second;
    }
}
