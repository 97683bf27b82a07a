namespace Stupeni.Matching.Solving;

/// <summary>The most matches under capacities, by augmenting paths sought from every row with room, each place looked at once a round
/// (Pothen, Fan, ACM TOMS 16 (1990) 303). When a round finds nothing, what it looked at is a cut of the same size (König, Egerváry).</summary>
internal sealed class Cover(int[] needs, int[] capacity)
{
    private readonly Units units = new(needs, capacity.Length);
    private readonly int[] columnFrom = new int[capacity.Length];
    private readonly int[] columnRound = new int[capacity.Length];
    private readonly int[] rowUnit = new int[needs.Length];
    private readonly int[] rowRound = new int[needs.Length];
    private readonly Queue<int> rows = new();
    private int round;

    public int Matched { get; private set; }

    /// <summary>Forgets who had whom.</summary>
    public void Clear()
    {
        for (var unit = 0; unit < units.Count; unit++)
        {
            if (units.Column[unit] >= 0) units.Take(unit);
        }

        Matched = 0;
    }

    /// <summary>Adds matches along the pairs of row r, <c>columns[start[r] … end[r] − 1]</c>, until there are <paramref name="enough"/> or no more can be; whether there are enough.</summary>
    public bool Grow(int[] start, int[] end, int[] columns, long enough, CancellationToken stop)
    {
        var before = -1;
        while (Matched < enough && Matched != before)
        {
            before = Matched;
            round++;
            for (var unit = 0; unit < units.Count && Matched < enough; unit++)
            {
                if (units.Column[unit] < 0 && rowRound[units.Row[unit]] != round && Augment(unit, start, end, columns)) Matched++;
                if ((unit & 255) == 0) stop.ThrowIfCancellationRequested();
            }
        }

        return Matched >= enough;
    }

    /// <summary>After <see cref="Grow"/> found no more: the capacity of the cut between what can be reached and what cannot.</summary>
    public long Cut()
    {
        var cut = 0L;
        for (var c = 0; c < capacity.Length; c++) cut += columnRound[c] == round ? capacity[c] : 0;
        for (var r = 0; r < needs.Length; r++)
        {
            if (rowRound[r] != round) cut += needs[r];
            else for (var unit = units.First[r]; unit < units.First[r + 1]; unit++) cut += units.Column[unit] is var c and >= 0 && columnRound[c] != round ? 1 : 0;
        }

        return cut;
    }

    private bool Augment(int first, int[] start, int[] end, int[] columns)
    {
        rows.Clear();
        Enter(units.Row[first], first);
        while (rows.TryDequeue(out var row))
        {
            for (var e = start[row]; e < end[row]; e++)
            {
                var column = columns[e];
                if (columnRound[column] == round || (needs[row] > 1 && units.Find(row, column) >= 0)) continue;
                (columnRound[column], columnFrom[column]) = (round, row);
                if (units.Load[column] < capacity[column])
                {
                    Shift(column);
                    return true;
                }

                for (var unit = units.Head[column]; unit >= 0; unit = units.Next[unit])
                {
                    if (rowRound[units.Row[unit]] != round) Enter(units.Row[unit], unit);
                }
            }
        }

        return false;
    }

    private void Enter(int row, int unit)
    {
        (rowRound[row], rowUnit[row]) = (round, unit);
        rows.Enqueue(row);
    }

    private void Shift(int column)
    {
        while (column >= 0)
        {
            var unit = rowUnit[columnFrom[column]];
            var next = units.Column[unit];
            if (next >= 0) units.Take(unit);
            units.Put(unit, column, 0);
            column = next;
        }
    }
}
