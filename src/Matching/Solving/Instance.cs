namespace Stupeni.Matching.Solving;

/// <summary>A problem without faults, in numbers: rows are mentees, columns mentors, both in the order of their ids.
/// Pinned pairs are taken out and what they use is taken off; forbidden ones are gone; weights are whole.</summary>
internal sealed class Instance
{
    /// <summary>Weights with everything made of them stay whole and exact below this.</summary>
    private const double Exactly = 1L << 52;

    private Instance(Problem problem, Reading reading)
    {
        (Mentors, Mentees, Order) = (reading.Mentors, reading.Mentees, problem.Order);
        Capacity = Array.ConvertAll(Mentors, mentor => Math.Min(mentor.Capacity, Mentees.Length));
        Needs = Array.ConvertAll(Mentees, mentee => Math.Min(mentee.Needs, Mentors.Length));
        Forbidden = reading.Links(problem.Forbidden, Place.Forbidden);
        Pinned = reading.Links(problem.Pinned, Place.Pinned);
        Weights = null!;
        Raw = null!;
        Scaling = null!;
    }

    public Mentor[] Mentors { get; }
    public Mentee[] Mentees { get; }
    public IReadOnlyList<Objective> Order { get; }
    public int[] Capacity { get; }
    public int[] Needs { get; }
    public Dictionary<(int Row, int Column), (string? Rule, int Index)> Forbidden { get; }
    public Dictionary<(int Row, int Column), (string? Rule, int Index)> Pinned { get; }

    /// <summary>Whole weights of the pairs that are still to be decided.</summary>
    public Weights Weights { get; private set; }

    /// <summary>Weights as they were given, of every listed pair.</summary>
    public Weights Raw { get; private set; }

    public Scaling Scaling { get; private set; }

    /// <summary>The most matches there can be beside the pinned ones.</summary>
    public long Places { get; private set; }

    public double Largest { get; private set; }

    /// <summary>The weakest pinned pair, as a whole number: no floor above it makes the worst any better.</summary>
    public double WeakestPin { get; private set; } = double.PositiveInfinity;

    public static Instance Of(Problem problem)
    {
        var reading = new Reading(problem.Mentors, problem.Mentees);
        if (!IsClear(problem.Order)) reading.Faults.Add(new(FaultKind.OrderUnclear, Place.Order, 0));
        if (problem.Matrix is not null && problem.Pairs.Count > 0) reading.Faults.Add(new(FaultKind.PairsAndMatrix, Place.Matrix, 0));
        var instance = new Instance(problem, reading);
        if (problem.Matrix is null) instance.ReadPairs(reading.Pairs(problem.Pairs), reading);
        else instance.ReadMatrix(reading.Matrix(problem), reading);
        return reading.Faults.Count == 0 ? instance : throw new ProblemRefused(reading.Faults);
    }

    /// <summary>The matches of a solution with the pinned ones, and who lacks some.</summary>
    public (IReadOnlyList<Match>, IReadOnlyList<Unmatched>) Read(Units units)
    {
        var places = new List<(int Row, int Column, bool Pinned)>(units.Count);
        foreach (var (row, column) in Pinned.Keys) places.Add((row, column, true));
        for (var unit = 0; unit < units.Count; unit++)
        {
            if (units.Column[unit] >= 0) places.Add((units.Row[unit], units.Column[unit], false));
        }

        places.Sort();
        var missing = Array.ConvertAll(Mentees, mentee => mentee.Needs);
        var matches = new List<Match>(places.Count);
        foreach (var (row, column, pinned) in places)
        {
            missing[row]--;
            matches.Add(new Match(Mentors[column].Id, Mentees[row].Id, Raw[row, column], pinned));
        }

        var unmatched = new List<Unmatched>();
        for (var row = 0; row < missing.Length; row++)
        {
            if (missing[row] > 0) unmatched.Add(new Unmatched(Mentees[row].Id, missing[row]));
        }

        return (matches, unmatched);
    }

    /// <summary>Sums are taken in whole numbers; only weights that were rounded are added up as they were given.</summary>
    public double TotalOf(IReadOnlyList<Match> matches)
    {
        if (!Scaling.Exact) return matches.Sum(match => match.Weight);

        var total = 0L;
        foreach (var match in matches) total += (long)Math.Round(match.Weight * Scaling.Factor);
        return total / Scaling.Factor;
    }

    public IReadOnlyList<Proof> Proofs(Plan plan, Solution solution)
    {
        var proofs = new List<Proof>();
        var pinned = Pinned.Keys.Sum(pin => Math.Round(Raw[pin.Row, pin.Column] * Scaling.Factor));
        foreach (var objective in Order)
        {
            var bound = solution.Bounds[objective];
            if (objective == Objective.Cover) proofs.Add(new(objective, plan.Covered, bound + Pinned.Count));
            else if (objective == Objective.Total) proofs.Add(new(objective, plan.Total, (bound + pinned) / Scaling.Factor + plan.Covered * Scaling.MostError));
            else if (plan.Worst is { } worst) proofs.Add(new(objective, worst, bound / Scaling.Factor + Scaling.MostError));
        }

        return proofs;
    }

    private void ReadPairs(SparseWeights pairs, Reading reading)
    {
        Raw = pairs;
        Pin(reading);
        if (reading.Faults.Count > 0) return;

        var census = new Census();
        census.Add(pairs.All);
        if (!Measure(census, Place.Pairs, reading)) return;

        var decided = Forbidden.Count + Pinned.Count > 0;
        Weights = decided || Scaling.Factor != 1 ? pairs.Select(Allowed, Scaling.Factor) : pairs;
    }

    private void ReadMatrix(double[][] table, Reading reading)
    {
        if (reading.Faults.Count > 0) return;

        Raw = new DenseWeights(table, Mentors.Length);
        Pin(reading);
        var census = new Census();
        foreach (var line in table) census.Add(line);
        if (double.IsInfinity(census.Largest)) NoteInfinite(table, reading);
        if (!Measure(census, Place.Matrix, reading)) return;

        var own = new double[table.Length][];
        for (var r = 0; r < own.Length; r++) own[r] = Scaling.Factor == 1 ? table[r] : Array.ConvertAll(table[r], weight => Math.Round(weight * Scaling.Factor));
        foreach (var (row, column) in Forbidden.Keys.Concat(Pinned.Keys))
        {
            if (ReferenceEquals(own[row], table[row])) own[row] = [.. table[row]];
            own[row][column] = double.NaN;
        }

        Weights = new DenseWeights(own, Mentors.Length);
    }

    private void NoteInfinite(double[][] table, Reading reading)
    {
        for (var r = 0; r < table.Length; r++)
        {
            for (var c = 0; c < Mentors.Length; c++)
            {
                if (double.IsInfinity(table[r][c])) reading.Faults.Add(new(FaultKind.WeightNotFinite, Place.Matrix, r) { Mentor = Mentors[c].Id, Mentee = Mentees[r].Id, Value = table[r][c] });
            }
        }
    }

    private static bool IsClear(IReadOnlyList<Objective> order)
    {
        var (cover, worst) = (-1, -1);
        for (var k = 0; k < order.Count; k++)
        {
            if (order[k] == Objective.Cover) cover = k;
            if (order[k] == Objective.Worst) worst = k;
        }

        return order.Count > 0 && order.Distinct().Count() == order.Count && (worst < 0 || (cover >= 0 && cover <= worst + 1));
    }

    private bool Allowed(int row, int column) => !Forbidden.ContainsKey((row, column)) && !Pinned.ContainsKey((row, column));

    /// <summary>Takes the pinned pairs off capacity and needs, or says why they cannot all be.</summary>
    private void Pin(Reading reading)
    {
        foreach (var ((row, column), (_, index)) in Pinned)
        {
            var fault = new Fault(FaultKind.PinNotAllowed, Place.Pinned, index) { Mentor = Mentors[column].Id, Mentee = Mentees[row].Id };
            if (Forbidden.TryGetValue((row, column), out var forbidden)) reading.Faults.Add(fault with { Kind = FaultKind.PinForbidden, Rule = forbidden.Rule });
            else if (double.IsNaN(Raw[row, column])) reading.Faults.Add(fault);

            if (--Capacity[column] < 0) reading.Faults.Add(fault with { Kind = FaultKind.PinsOverCapacity, Limit = Mentors[column].Capacity });
            if (--Needs[row] < 0) reading.Faults.Add(fault with { Kind = FaultKind.PinsOverNeeds, Limit = Mentees[row].Needs });
        }
    }

    /// <summary>Chooses the scaling and holds the weights to what can be added up exactly.</summary>
    private bool Measure(Census census, Place place, Reading reading)
    {
        Places = Math.Min(Capacity.Sum(capacity => (long)capacity), Needs.Sum(needs => (long)needs));
        var limit = Math.Floor(Exactly / (2.0 * Places + 2));
        if (census.Decimals == 0 && census.Largest > limit) reading.Faults.Add(new(FaultKind.WeightTooLarge, place, 0) { Value = census.Largest, Limit = limit });
        if (reading.Faults.Count > 0) return false;

        Scaling = census.Choose(limit);
        Largest = Math.Ceiling(census.Largest * Scaling.Factor);
        foreach (var (row, column) in Pinned.Keys) WeakestPin = Math.Min(WeakestPin, Math.Round(Raw[row, column] * Scaling.Factor));
        return true;
    }
}
