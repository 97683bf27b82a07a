namespace Stupeni.Matching.Solving;

/// <summary>One step of a rearrangement: a unit goes from a column to another; −1 is nowhere.</summary>
internal readonly record struct Step(int Unit, int From, int To);

/// <summary>In a plan that is optimal but for one unit taken out: the cheapest way to put it, and whom it pushes, somewhere else (Dijkstra on reduced costs).
/// All who are unmatched and all places that are free are joined in one node, the hub, so that a way may end in, or lead through, "nobody".</summary>
internal sealed class Rerouting
{
    private const int FromHub = -2;

    private readonly Weights weights;
    private readonly Instance instance;
    private readonly Units units;
    private readonly double[] v;
    private readonly double[] u;
    private readonly int hub;
    private readonly Heap heap = new();
    private readonly double[] distance;
    private readonly int[] columnFrom;
    private readonly int[] rowUnit;
    private readonly List<int> touched = [];
    private readonly int[] foundColumns;
    private readonly double[] foundDistances;
    private int hubFrom;

    public Rerouting(Instance instance, Solution solution)
    {
        (weights, this.instance) = (instance.Weights, instance);
        (units, v, u) = (solution.Units, solution.RowPrices, solution.ColumnPrices);
        hub = weights.Columns + weights.Rows;
        (distance, columnFrom, rowUnit) = (new double[hub + 1], new int[weights.Columns], new int[weights.Rows]);
        (foundColumns, foundDistances) = (new int[weights.LongestRow], new double[weights.LongestRow]);
        (Wanting, Pending) = (new int[weights.Columns], new bool[units.Count]);
        Array.Fill(distance, double.PositiveInfinity);
    }

    /// <summary>How many units each column has lost and must have again.</summary>
    public int[] Wanting { get; }

    /// <summary>Units taken out that have no place yet (others without a place are settled as unmatched).</summary>
    public bool[] Pending { get; }

    /// <summary>The column where the last way found ended; the hub is past the last.</summary>
    public int End { get; private set; }

    /// <summary>The steps, cheapest in all and below the limit; null when there are none. They end at a column that wants a unit, or at the hub when
    /// <paramref name="toHub"/>: then somebody else must step back or a free place be taken. The pair of the unit's row and <paramref name="without"/> is not used.</summary>
    public List<Step>? Find(int unit, int without, bool toHub, Lens lens, double limit)
    {
        var source = units.Row[unit];
        rowUnit[source] = unit;
        Near(weights.Columns + source, 0, limit);
        var end = -1;
        while (!heap.Empty && end < 0)
        {
            var at = heap.LeastKey;
            var node = heap.Pop();
            if (at > distance[node]) continue;

            if (node == hub && toHub) end = node;
            else if (node == hub) FromTheHub(at, source, limit);
            else if (node >= weights.Columns) FromRow(node - weights.Columns, at, source, without, toHub, lens, limit);
            else if (Wanting[node] > 0) end = node;
            else FromColumn(node, at, limit);
        }

        End = end;
        var steps = end < 0 ? null : Trace(end, source);
        foreach (var node in touched) distance[node] = double.PositiveInfinity;
        touched.Clear();
        heap.Clear();
        return steps;
    }

    public void Take(List<Step> steps, Lens lens)
    {
        foreach (var step in steps)
        {
            if (step.From >= 0) units.Take(step.Unit);
        }

        foreach (var step in steps)
        {
            if (step.To >= 0) units.Put(step.Unit, step.To, lens.Of(weights[units.Row[step.Unit], step.To]));
        }
    }

    private bool Near(int node, double at, double limit)
    {
        if (at >= limit || at >= distance[node]) return false;

        if (double.IsPositiveInfinity(distance[node])) touched.Add(node);
        distance[node] = at;
        heap.Add(at, node);
        return true;
    }

    private void FromRow(int row, double at, int source, int without, bool toHub, Lens lens, double limit)
    {
        var found = weights.Nearer(row, lens, u, at + v[row], limit, distance, foundColumns, foundDistances);
        for (var k = 0; k < found; k++)
        {
            var column = foundColumns[k];
            if ((row == source && column == without) || units.Find(row, column) >= 0) continue;
            if (Near(column, foundDistances[k], limit)) columnFrom[column] = row;
        }

        if (!(toHub && row == source) && Near(hub, at + v[row], limit)) hubFrom = weights.Columns + row;
    }

    private void FromColumn(int column, double at, double limit)
    {
        if (columnFrom[column] != FromHub && units.Load[column] < instance.Capacity[column] && Near(hub, at, limit)) hubFrom = column;

        for (var unit = units.Head[column]; unit >= 0; unit = units.Next[unit])
        {
            var row = units.Row[unit];
            if (Near(weights.Columns + row, at + units.Weight[unit] - v[row] - u[column], limit)) rowUnit[row] = unit;
        }
    }

    private void FromTheHub(double at, int source, double limit)
    {
        for (var column = 0; column < weights.Columns; column++)
        {
            if (units.Load[column] + Wanting[column] > 0 && Near(column, at + u[column], limit)) columnFrom[column] = FromHub;
        }

        for (var unit = 0; unit < units.Count; unit++)
        {
            var row = units.Row[unit];
            if (units.Column[unit] < 0 && !Pending[unit] && row != source && Near(weights.Columns + row, at, limit)) rowUnit[row] = unit;
        }
    }

    private List<Step> Trace(int end, int source)
    {
        var steps = new List<Step>();
        var node = end;
        while (true)
        {
            if (node < weights.Columns && columnFrom[node] == FromHub)
            {
                node = hub;
                continue;
            }

            if (node == hub && hubFrom < weights.Columns)
            {
                node = hubFrom;
                continue;
            }

            var row = node == hub ? hubFrom - weights.Columns : columnFrom[node];
            var unit = rowUnit[row];
            steps.Add(new Step(unit, units.Column[unit], node == hub ? -1 : node));
            if (row == source) return steps;
            node = units.Column[unit] >= 0 ? units.Column[unit] : hub;
        }
    }
}
