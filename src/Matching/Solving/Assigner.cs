namespace Stupeni.Matching.Solving;

/// <summary>Maximum-weight assignment with capacities by shortest augmenting paths.
/// Primal: max Σ w x, Σ over a row ≤ needs, Σ over a column ≤ capacity, 0 ≤ x ≤ 1. Dual: min Σ needs v + Σ capacity u + Σ z, v + u + z ≥ w, all ≥ 0.
/// A row's dual is <see cref="RowPrices"/>, a column's <see cref="ColumnPrices"/>, and z is what a pair in the plan has above v + u.
/// Both sides are kept optimal for the units placed so far; when all are placed the two values are equal, which proves the plan.
/// Sources: Jonker, Volgenant, Computing 38 (1987) 325; Ahuja, Magnanti, Orlin, Network Flows (1993), 9.7; Bertsekas, Network Optimization (1998), ch. 7.</summary>
internal sealed class Assigner
{
    private const int Patience = 16;

    private readonly Weights weights;
    private readonly Lens lens;
    private readonly int[] capacity;
    private readonly int[] needs;
    private readonly Shortlist shortlist;
    private readonly Heap heap = new();

    private readonly double[] columnDistance;
    private readonly int[] columnFrom;
    private readonly double[] rowDistance;
    private readonly int[] rowUnit;
    private readonly List<int> touched = [];
    private readonly List<int> columnsDone = [];
    private readonly List<int> rowsDone = [];
    private readonly List<int> rowsTouched = [];
    private readonly Stack<int> rowsNow = [];
    private readonly int[] foundColumns;
    private readonly double[] foundDistances;

    private readonly int[] renewed;
    private readonly int[] waits;

    private int path;
    private double limit;
    private int endColumn;
    private int endRow;

    public Assigner(Weights weights, Lens lens, int[] capacity, int[] needs)
    {
        (this.weights, this.lens, this.capacity, this.needs) = (weights, lens, capacity, needs);
        shortlist = new Shortlist(weights, lens);
        Units = new Units(needs, weights.Columns);
        (RowPrices, ColumnPrices) = (new double[weights.Rows], new double[weights.Columns]);
        (columnDistance, columnFrom) = (new double[weights.Columns], new int[weights.Columns]);
        (rowDistance, rowUnit) = (new double[weights.Rows], new int[weights.Rows]);
        (foundColumns, foundDistances) = (new int[weights.LongestRow], new double[weights.LongestRow]);
        (renewed, waits) = (new int[weights.Rows], new int[weights.Rows]);
        Array.Fill(columnDistance, double.PositiveInfinity);
        Array.Fill(rowDistance, double.PositiveInfinity);
        for (var c = 0; c < capacity.Length; c++)
        {
            if (capacity[c] == 0) ColumnPrices[c] = double.PositiveInfinity;
        }
    }

    public Units Units { get; }
    public double[] RowPrices { get; }
    public double[] ColumnPrices { get; }

    public void Solve(CancellationToken stop)
    {
        var regret = new double[weights.Rows];
        for (var row = 0; row < weights.Rows; row++)
        {
            shortlist.Refresh(row, ColumnPrices);
            if (shortlist[row] is [var first, .., var last]) regret[row] = first.Gain - last.Gain;
            if ((row & 255) == 0) stop.ThrowIfCancellationRequested();
        }

        var left = new Bidding(shortlist, Units, capacity, ColumnPrices).Run(needs, stop);
        for (var row = 0; row < weights.Rows; row++)
        {
            var unit = Units.First[row];
            if (needs[row] == 1 && Units.Column[unit] >= 0) RowPrices[row] = Units.Weight[unit] - ColumnPrices[Units.Column[unit]];
            else if (needs[row] > 0) RowPrices[row] = BestGain(row);
        }

        // Rows with most to lose go first: those after them then find a place nearer.
        left.Sort((a, b) => (regret[Units.Row[b]], a).CompareTo((regret[Units.Row[a]], b)));
        foreach (var unit in left)
        {
            stop.ThrowIfCancellationRequested();
            Augment(unit);
        }
    }

    private double BestGain(int row)
    {
        var best = BestListed(row);
        if (best >= shortlist.Bound(row)) return best;

        shortlist.Refresh(row, ColumnPrices);
        return BestListed(row);
    }

    private double BestListed(int row)
    {
        var best = 0.0;
        foreach (ref readonly var choice in shortlist[row])
        {
            if (choice.Gain <= best) break;
            best = Math.Max(best, choice.Weight - ColumnPrices[choice.Column]);
        }

        return best;
    }

    /// <summary>Places one more unit: a shortest path, by what each step loses, from its row to a column with room or to a row that gives a place up.</summary>
    private void Augment(int unit)
    {
        var source = Units.Row[unit];
        if (RowPrices[source] <= 0) return;

        (limit, endColumn, endRow) = (double.PositiveInfinity, -1, -1);
        rowUnit[source] = unit;
        path++;
        Enter(source, 0);
        while (!heap.Empty && heap.LeastKey < limit)
        {
            var distance = heap.LeastKey;
            var node = heap.Pop();
            if (node < weights.Columns) Leave(node, distance);
            else if (node < weights.Columns + weights.Rows) LookFurther(node - weights.Columns, distance);
            else if (rowDistance[node - weights.Columns - weights.Rows] == distance) Enter(node - weights.Columns - weights.Rows, distance);
        }

        Reprice();
        Shift(source);
        Forget();
    }

    /// <summary>A row is reached: it may give its place up, or go to any other column.</summary>
    private void Enter(int row, double distance)
    {
        rowDistance[row] = distance;
        rowsDone.Add(row);
        if (distance + RowPrices[row] < limit) (limit, endRow, endColumn) = (distance + RowPrices[row], row, -1);

        LookAtList(row, distance);
    }

    private void LookAtList(int row, double distance)
    {
        var reach = rowDistance[row] + RowPrices[row];
        var several = needs[row] > 1;
        foreach (ref readonly var choice in shortlist[row])
        {
            if (reach - choice.Gain >= limit) return;
            if (!several || Units.Find(row, choice.Column) < 0) Reach(row, choice.Column, reach - choice.Weight + ColumnPrices[choice.Column]);
        }

        var rest = Math.Max(reach - shortlist.Bound(row), distance);
        if (rest < limit) heap.Add(rest, weights.Columns + row);
    }

    /// <summary>The short list of a row was not enough: it is renewed once a path, and where that is not enough either the whole row is looked at.</summary>
    private void LookFurther(int row, double distance)
    {
        if (renewed[row] != path && waits[row]-- <= 0)
        {
            (renewed[row], waits[row]) = (path, 0);
            shortlist.Refresh(row, ColumnPrices);
            LookAtList(row, distance);
            return;
        }

        // A list that did not help when it was new is not worth renewing for a while.
        if (renewed[row] == path) waits[row] = Patience;
        var several = needs[row] > 1;
        var found = weights.Nearer(row, lens, ColumnPrices, rowDistance[row] + RowPrices[row], limit, columnDistance, foundColumns, foundDistances);
        for (var k = 0; k < found; k++)
        {
            if (!several || Units.Find(row, foundColumns[k]) < 0) Reach(row, foundColumns[k], foundDistances[k]);
        }
    }

    private void Reach(int row, int column, double distance)
    {
        if (distance >= limit || distance >= columnDistance[column]) return;

        if (double.IsPositiveInfinity(columnDistance[column])) touched.Add(column);
        (columnDistance[column], columnFrom[column]) = (distance, row);
        if (Units.Load[column] < capacity[column]) (limit, endColumn, endRow) = (distance, column, -1);
        else heap.Add(distance, column);
    }

    /// <summary>A full column is reached: each of its rows may leave it.</summary>
    private void Leave(int column, double distance)
    {
        if (distance > columnDistance[column]) return;

        columnsDone.Add(column);
        for (var unit = Units.Head[column]; unit >= 0; unit = Units.Next[unit])
        {
            var row = Units.Row[unit];
            var reached = distance + Units.Weight[unit] - RowPrices[row] - ColumnPrices[column];
            if (reached >= rowDistance[row] || reached >= limit) continue;

            (rowUnit[row], rowDistance[row]) = (unit, reached);
            if (reached > distance) heap.Add(reached, weights.Columns + weights.Rows + row);
            else rowsNow.Push(row);
            rowsTouched.Add(row);
        }

        while (rowsNow.TryPop(out var row)) Enter(row, distance);
    }

    /// <summary>What is nearer than the end takes up the difference, so that every pair on the path becomes exact and none falls below.</summary>
    private void Reprice()
    {
        foreach (var row in rowsDone) RowPrices[row] -= limit - rowDistance[row];
        foreach (var column in columnsDone) ColumnPrices[column] += limit - columnDistance[column];
    }

    private void Shift(int source)
    {
        var column = endColumn;
        if (column < 0)
        {
            if (endRow == source) return;
            column = Units.Column[rowUnit[endRow]];
            Units.Take(rowUnit[endRow]);
        }

        while (true)
        {
            var row = columnFrom[column];
            var unit = rowUnit[row];
            var next = Units.Column[unit];
            if (next >= 0) Units.Take(unit);
            Units.Put(unit, column, lens.Of(weights[row, column]));
            if (next < 0) return;
            column = next;
        }
    }

    private void Forget()
    {
        foreach (var column in touched) columnDistance[column] = double.PositiveInfinity;
        foreach (var row in rowsTouched) rowDistance[row] = double.PositiveInfinity;
        foreach (var row in rowsDone) rowDistance[row] = double.PositiveInfinity;
        touched.Clear();
        rowsTouched.Clear();
        columnsDone.Clear();
        rowsDone.Clear();
        heap.Clear();
    }
}
