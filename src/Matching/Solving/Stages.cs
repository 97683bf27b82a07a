namespace Stupeni.Matching.Solving;

/// <summary>The objectives one after another. Cover and total are joined into one by whole-number weights (<see cref="Lens"/>) and solved together;
/// worst raises the floor under the weights as far as what was wanted before it allows.</summary>
internal sealed class Stages
{
    private readonly Instance instance;
    private readonly CancellationToken stop;
    private readonly List<Objective> joined = [];
    private readonly Dictionary<Objective, double> bounds = [];
    private double floor = double.NegativeInfinity;
    private Solution? solved;

    private Stages(Instance instance, CancellationToken stop) => (this.instance, this.stop) = (instance, stop);

    public static Solution Solve(Instance instance, CancellationToken stop) => new Stages(instance, stop).Run();

    private Solution Run()
    {
        foreach (var objective in instance.Order)
        {
            if (objective == Objective.Worst)
            {
                RaiseFloor();
            }
            else
            {
                joined.Add(objective);
                solved = null;
            }
        }

        solved ??= Assign();
        return solved with { Bounds = bounds };
    }

    private void RaiseFloor()
    {
        if (joined is [])
        {
            floor = double.IsPositiveInfinity(instance.WeakestPin) ? Bottleneck.Highest(instance) : instance.WeakestPin;
        }
        else if (joined is [Objective.Cover])
        {
            (floor, bounds[Objective.Cover]) = Bottleneck.UnderCover(instance, stop);
        }
        else
        {
            solved = TightPlan.Raised(instance, Assign(), stop);
            floor = solved.Lens.Floor;
        }

        floor = Math.Min(floor, instance.WeakestPin);
        bounds[Objective.Worst] = floor;
    }

    private Solution Assign()
    {
        var lens = Join();
        var assigner = new Assigner(instance.Weights, lens, instance.Capacity, instance.Needs);
        assigner.Solve(stop);
        Bound(assigner, lens);
        return new Solution(assigner.Units, assigner.RowPrices, assigner.ColumnPrices, lens, bounds);
    }

    private Lens Join() => joined switch
    {
        [Objective.Total] => new Lens(1, 0, floor),
        [Objective.Total, ..] => new Lens(instance.Places + 1, 1, floor),
        [Objective.Cover, ..] and not [_] => new Lens(1, MoreThanAnyTotal, floor),
        _ => new Lens(0, 1, floor),
    };

    /// <summary>One match more outweighs any change of the total.</summary>
    private double MoreThanAnyTotal => 2 * instance.Places * instance.Largest + 1;

    /// <summary>The dual value of the joined objectives, parted again into what it says of each.</summary>
    private void Bound(Assigner assigner, Lens lens)
    {
        var dual = (Int128)0;
        for (var c = 0; c < instance.Capacity.Length; c++)
        {
            if (instance.Capacity[c] > 0) dual += (Int128)instance.Capacity[c] * (Int128)assigner.ColumnPrices[c];
        }

        for (var r = 0; r < instance.Needs.Length; r++) dual += (Int128)instance.Needs[r] * (Int128)assigner.RowPrices[r];
        for (var unit = 0; unit < assigner.Units.Count; unit++)
        {
            var column = assigner.Units.Column[unit];
            if (column >= 0) dual += (Int128)Math.Max(0, assigner.Units.Weight[unit] - assigner.RowPrices[assigner.Units.Row[unit]] - assigner.ColumnPrices[column]);
        }

        switch (joined)
        {
            case [Objective.Total]:
                bounds[Objective.Total] = (double)dual;
                break;
            case [Objective.Cover]:
                bounds[Objective.Cover] = (double)dual;
                break;
            case [Objective.Total, ..]:
                bounds.TryAdd(Objective.Total, (double)Floor(dual, (Int128)lens.Slope));
                bounds[Objective.Cover] = (double)(dual - (Int128)bounds[Objective.Total] * (Int128)lens.Slope);
                break;
            default:
                bounds.TryAdd(Objective.Cover, (double)Floor(dual + (Int128)(instance.Places * instance.Largest), (Int128)lens.Offset));
                bounds[Objective.Total] = (double)(dual - (Int128)bounds[Objective.Cover] * (Int128)lens.Offset);
                break;
        }
    }

    private static Int128 Floor(Int128 value, Int128 by) => value >= 0 ? value / by : -((-value + by - 1) / by);
}
