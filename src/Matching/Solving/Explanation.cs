namespace Stupeni.Matching.Solving;

/// <summary>Answers "why" about a solved instance. Prices are found when asked, one search each, on the plan itself, which is put back as it was: one question at a time.</summary>
internal sealed class Explanation
{
    private const int BetterOnesNamed = 3;
    private const int ChoicesNamed = 10;

    private readonly Lock asking = new();
    private readonly Instance instance;
    private readonly Solution solution;
    private readonly Dictionary<string, int> mentorAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> menteeAt = new(StringComparer.Ordinal);
    private Rerouting? ways;

    public Explanation(Instance instance, Solution solution)
    {
        (this.instance, this.solution) = (instance, solution);
        for (var c = 0; c < instance.Mentors.Length; c++) mentorAt[instance.Mentors[c].Id] = c;
        for (var r = 0; r < instance.Mentees.Length; r++) menteeAt[instance.Mentees[r].Id] = r;
    }

    public IReadOnlyList<Reason> Of(Match match)
    {
        using var one = asking.EnterScope();
        var (row, column) = (menteeAt[match.Mentee], mentorAt[match.Mentor]);
        if (instance.Pinned.TryGetValue((row, column), out var pin)) return [new(ReasonKind.Pinned) { Mentor = match.Mentor, Rule = pin.Rule }];

        var choices = Choices(row);
        var better = choices.FindAll(choice => choice.Weight > match.Weight);
        var reasons = new List<Reason>();
        if (choices.Count == 1) reasons.Add(new(ReasonKind.OnlyChoice) { Mentor = match.Mentor, Weight = match.Weight });
        else if (better.Count == 0) reasons.Add(new(ReasonKind.BestChoice) { Mentor = match.Mentor, Weight = match.Weight, Rank = 1, Of = choices.Count });
        else reasons.Add(new(ReasonKind.RankedChoice) { Mentor = match.Mentor, Weight = match.Weight, Rank = better.Count + 1, Of = choices.Count });

        foreach (var (other, weight) in better.Take(BetterOnesNamed)) reasons.Add(NotTaken(row, other, weight, ReasonKind.BetterTaken));
        var price = Price(match)!;
        reasons.Add(new(ReasonKind.SwapPrice) { Mentor = match.Mentor, Total = price.Total, Cover = price.Cover, Moves = price.Moves });
        return reasons;
    }

    public IReadOnlyList<Reason> Of(Unmatched unmatched)
    {
        using var one = asking.EnterScope();
        var row = menteeAt[unmatched.Mentee];
        var reasons = new List<Reason>();
        foreach (var ((forbidden, column), (rule, _)) in instance.Forbidden.OrderBy(pair => pair.Key))
        {
            if (forbidden == row) reasons.Add(new(ReasonKind.Forbidden) { Mentor = instance.Mentors[column].Id, Rule = rule });
        }

        var choices = Choices(row);
        if (choices.Count == 0 && reasons.Count == 0) return [new(ReasonKind.NoPairs)];

        for (var k = 0; k < Math.Min(choices.Count, ChoicesNamed); k++)
        {
            reasons.Add(NotTaken(row, choices[k].Column, choices[k].Weight, ReasonKind.MentorFull) with { Rank = k + 1, Of = choices.Count });
        }

        if (Entry(row) is { } entry) reasons.Add(new(ReasonKind.EntryPrice) { Total = entry.Total, Cover = entry.Cover, Moves = entry.Moves });
        return reasons;
    }

    /// <summary>What the plan loses without this match, no pair weaker than the floor; absent for a pinned one.</summary>
    public Swap? Price(Match match) => Without(match, solution.Lens) is { } steps ? Read(steps) : null;

    /// <summary>The cheapest steps that undo a match, under any floor that the dual prices hold for.</summary>
    public List<Step>? Without(Match match, Lens lens)
    {
        lock (asking)
        {
            var (units, column) = (solution.Units, mentorAt[match.Mentor]);
            var unit = units.Find(menteeAt[match.Mentee], column);
            if (unit < 0) return null;

            ways ??= new Rerouting(instance, solution);
            var weight = units.Weight[unit];
            units.Take(unit);
            (ways.Pending[unit], ways.Wanting[column]) = (true, 1);
            var steps = ways.Find(unit, column, false, lens, double.PositiveInfinity)!;
            (ways.Pending[unit], ways.Wanting[column]) = (false, 0);
            units.Put(unit, column, weight);
            return steps.ConvertAll(step => step.Unit == unit ? step with { From = column } : step);
        }
    }

    public Swap Read(List<Step> steps)
    {
        var (total, cover, moves) = (0.0, 0, new List<Move>());
        foreach (var (unit, from, to) in steps.AsEnumerable().Reverse())
        {
            var row = solution.Units.Row[unit];
            moves.Add(new Move(instance.Mentees[row].Id, from < 0 ? null : instance.Mentors[from].Id, to < 0 ? null : instance.Mentors[to].Id));
            if (from >= 0) (total, cover) = (total + instance.Weights[row, from], cover + 1);
            if (to >= 0) (total, cover) = (total - instance.Weights[row, to], cover - 1);
        }

        return new Swap(total / instance.Scaling.Factor, cover, moves);
    }

    /// <summary>What the steps lose, as the lens counts it.</summary>
    public double Cost(List<Step> steps, Lens lens)
    {
        var cost = 0.0;
        foreach (var (unit, from, to) in steps)
        {
            var row = solution.Units.Row[unit];
            if (from >= 0) cost += lens.Of(instance.Weights[row, from]);
            if (to >= 0) cost -= lens.Of(instance.Weights[row, to]);
        }

        return cost;
    }

    private Swap? Entry(int row)
    {
        lock (asking)
        {
            var units = solution.Units;
            var unit = Enumerable.Range(units.First[row], units.First[row + 1] - units.First[row]).FirstOrDefault(k => units.Column[k] < 0, -1);
            if (unit < 0) return null;

            ways ??= new Rerouting(instance, solution);
            ways.Pending[unit] = true;
            var steps = ways.Find(unit, -1, true, solution.Lens, double.PositiveInfinity);
            ways.Pending[unit] = false;
            return steps is null ? null : Read(steps);
        }
    }

    private Reason NotTaken(int row, int column, double weight, ReasonKind full)
    {
        var mentor = instance.Mentors[column];
        var reason = new Reason(full) { Mentor = mentor.Id, Weight = weight };
        if (mentor.Capacity == 0) return reason with { Kind = ReasonKind.NoCapacity };

        var helped = Helped(column);
        if (helped.Contains(row)) return reason with { Kind = ReasonKind.AlreadyHelps };
        var noRoom = helped.Count >= mentor.Capacity;
        if (noRoom) reason = reason with { Mentees = helped.ConvertAll(other => instance.Mentees[other].Id) };
        var floor = solution.Lens.Floor;
        if (double.IsFinite(floor) && instance.Weights[row, column] < floor) return reason with { Kind = ReasonKind.BelowWorst, Limit = floor / instance.Scaling.Factor };
        return noRoom ? reason : reason with { Kind = ReasonKind.AddsNothing };
    }

    /// <summary>The rows a column has, the pinned ones with them, in order.</summary>
    private List<int> Helped(int column)
    {
        var rows = new List<int>();
        foreach (var pin in instance.Pinned.Keys)
        {
            if (pin.Column == column) rows.Add(pin.Row);
        }

        for (var unit = solution.Units.Head[column]; unit >= 0; unit = solution.Units.Next[unit]) rows.Add(solution.Units.Row[unit]);
        rows.Sort();
        return rows;
    }

    /// <summary>The allowed pairs of a row as they were given, best first.</summary>
    private List<(int Column, double Weight)> Choices(int row)
    {
        var (columns, weights) = (new int[instance.Raw.LongestRow], new double[instance.Raw.LongestRow]);
        var found = instance.Raw.Collect(row, Lens.Plain, new double[instance.Raw.Columns], double.NegativeInfinity, columns, weights);
        var choices = new List<(int Column, double Weight)>();
        for (var k = 0; k < found; k++)
        {
            if (!instance.Forbidden.ContainsKey((row, columns[k]))) choices.Add((columns[k], weights[k]));
        }

        choices.Sort((a, b) => (b.Weight, a.Column).CompareTo((a.Weight, b.Column)));
        return choices;
    }
}
