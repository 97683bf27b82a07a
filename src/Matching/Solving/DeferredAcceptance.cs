namespace Stupeni.Matching.Solving;

/// <summary>Rows are mentees, columns mentors. An option is a pair that both sides accept; each option knows its rank on both sides.</summary>
internal sealed class DeferredAcceptance
{
    private readonly record struct Option(int Row, int Column, int RowRank, int ColumnRank);

    private readonly Mentor[] mentors;
    private readonly Mentee[] mentees;
    private readonly int[] capacity;
    private readonly int[] needs;
    private readonly int[][] ofRows;
    private readonly int[][] ofColumns;
    private readonly Dictionary<(int Row, int Column), (string? Rule, int Index)> forbidden;
    private readonly Dictionary<(int Row, int Column), (string? Rule, int Index)> pinned;
    private readonly List<Option> options = [];
    private readonly bool[] held;

    public DeferredAcceptance(StableProblem problem, CancellationToken stop)
    {
        var reading = new Reading(problem.Mentors, problem.Mentees);
        (mentors, mentees) = (reading.Mentors, reading.Mentees);
        (forbidden, pinned) = (reading.Links(problem.Forbidden, Place.Forbidden), reading.Links(problem.Pinned, Place.Pinned));
        (capacity, needs) = (Array.ConvertAll(mentors, mentor => mentor.Capacity), Array.ConvertAll(mentees, mentee => mentee.Needs));
        Pin(reading.Faults);
        ofRows = Rankings(problem.OfMentees, mentees.Length, reading, reading.Mentee, reading.Mentor, ranking => new Fault(FaultKind.RankedTwice, Place.Preferences, 0) { Mentee = ranking });
        ofColumns = Rankings(problem.OfMentors, mentors.Length, reading, reading.Mentor, reading.Mentee, ranking => new Fault(FaultKind.RankedTwice, Place.Preferences, 0) { Mentor = ranking });
        if (reading.Faults.Count > 0) throw new ProblemRefused(reading.Faults);

        FindOptions();
        held = new bool[options.Count];
        if (problem.Proposers == Side.Mentees) Propose(needs, capacity, option => option.Row, option => option.Column, option => option.RowRank, option => option.ColumnRank, stop);
        else Propose(capacity, needs, option => option.Column, option => option.Row, option => option.ColumnRank, option => option.RowRank, stop);
    }

    public long Proposals { get; private set; }

    public IReadOnlyList<StableMatch> Matches()
    {
        var matches = new List<(int Row, int Column, StableMatch Match)>();
        for (var k = 0; k < held.Length; k++)
        {
            var (row, column, rowRank, columnRank) = options[k];
            if (held[k]) matches.Add((row, column, new StableMatch(mentors[column].Id, mentees[row].Id, rowRank + 1, columnRank + 1)));
        }

        foreach (var (row, column) in pinned.Keys)
        {
            var (rowRank, columnRank) = (Array.IndexOf(ofRows[row], column), Array.IndexOf(ofColumns[column], row));
            matches.Add((row, column, new StableMatch(mentors[column].Id, mentees[row].Id, rowRank < 0 ? null : rowRank + 1, columnRank < 0 ? null : columnRank + 1, true)));
        }

        return [.. matches.OrderBy(match => match.Row).ThenBy(match => match.Column).Select(match => match.Match)];
    }

    public IReadOnlyList<Unmatched> Unmatched()
    {
        var missing = (int[])needs.Clone();
        for (var k = 0; k < held.Length; k++) missing[options[k].Row] -= held[k] ? 1 : 0;
        return [.. missing.Select((count, row) => new Unmatched(mentees[row].Id, count)).Where(unmatched => unmatched.Missing > 0)];
    }

    public IReadOnlyList<Link> Blocking()
    {
        var (worstOfRow, worstOfColumn) = (Worst(needs, option => option.Row, option => option.RowRank), Worst(capacity, option => option.Column, option => option.ColumnRank));
        var blocking = new List<Link>();
        for (var k = 0; k < held.Length; k++)
        {
            var (row, column, rowRank, columnRank) = options[k];
            if (!held[k] && rowRank < worstOfRow[row] && columnRank < worstOfColumn[column]) blocking.Add(new Link(mentors[column].Id, mentees[row].Id));
        }

        return blocking;
    }

    public IReadOnlyList<Reason> Explain(Unmatched unmatched)
    {
        var row = Array.FindIndex(mentees, mentee => mentee.Id == unmatched.Mentee);
        var has = new Dictionary<int, List<int>>();
        for (var k = 0; k < held.Length; k++)
        {
            if (!held[k]) continue;
            if (!has.TryGetValue(options[k].Column, out var rows)) has[options[k].Column] = rows = [];
            rows.Add(options[k].Row);
        }

        foreach (var (pinnedRow, column) in pinned.Keys)
        {
            if (!has.TryGetValue(column, out var rows)) has[column] = rows = [];
            rows.Add(pinnedRow);
        }

        if (ofRows[row].Length == 0) return [new(ReasonKind.NoPairs)];
        return [.. ofRows[row].Select((column, rank) => Explain(row, column, has.GetValueOrDefault(column) ?? []) with { Mentor = mentors[column].Id, Rank = rank + 1, Of = ofRows[row].Length })];
    }

    private Reason Explain(int row, int column, List<int> has)
    {
        if (has.Contains(row)) return new(ReasonKind.AlreadyHelps);
        if (forbidden.TryGetValue((row, column), out var rule)) return new(ReasonKind.Forbidden) { Rule = rule.Rule };
        if (Array.IndexOf(ofColumns[column], row) < 0) return new(ReasonKind.NotAcceptable);
        if (mentors[column].Capacity == 0) return new(ReasonKind.NoCapacity);
        return new(ReasonKind.MentorFull) { Mentees = [.. has.Order().Select(other => mentees[other].Id)] };
    }

    private void Pin(List<Fault> faults)
    {
        foreach (var ((row, column), (_, index)) in pinned)
        {
            var fault = new Fault(FaultKind.PinForbidden, Place.Pinned, index) { Mentor = mentors[column].Id, Mentee = mentees[row].Id };
            if (forbidden.TryGetValue((row, column), out var rule)) faults.Add(fault with { Rule = rule.Rule });
            if (--capacity[column] < 0) faults.Add(fault with { Kind = FaultKind.PinsOverCapacity, Limit = mentors[column].Capacity });
            if (--needs[row] < 0) faults.Add(fault with { Kind = FaultKind.PinsOverNeeds, Limit = mentees[row].Needs });
        }
    }

    private static int[][] Rankings(IReadOnlyList<Ranking> rankings, int count, Reading reading, Func<string, Place, int, int> own, Func<string, Place, int, int> other, Func<string, Fault> twice)
    {
        var lists = new int[count][];
        for (var i = 0; i < rankings.Count; i++)
        {
            var at = own(rankings[i].Id, Place.Preferences, i);
            var seen = new HashSet<int>();
            var list = new List<int>(rankings[i].Choices.Count);
            foreach (var choice in rankings[i].Choices)
            {
                var chosen = other(choice, Place.Preferences, i);
                if (chosen < 0) continue;
                if (!seen.Add(chosen)) reading.Faults.Add(twice(rankings[i].Id) with { Index = i });
                list.Add(chosen);
            }

            if (at < 0) continue;
            if (lists[at] is not null) reading.Faults.Add(twice(rankings[i].Id) with { Index = i });
            lists[at] = [.. list];
        }

        for (var k = 0; k < count; k++) lists[k] ??= [];
        return lists;
    }

    private void FindOptions()
    {
        var named = new List<(int Column, int Rank)>[mentees.Length];
        for (var row = 0; row < named.Length; row++) named[row] = [];
        for (var column = 0; column < ofColumns.Length; column++)
        {
            for (var rank = 0; rank < ofColumns[column].Length; rank++) named[ofColumns[column][rank]].Add((column, rank));
        }

        var rankBy = new int[mentors.Length];
        for (var row = 0; row < named.Length; row++)
        {
            Array.Fill(rankBy, -1);
            foreach (var (column, rank) in named[row]) rankBy[column] = rank;
            for (var rank = 0; rank < ofRows[row].Length; rank++)
            {
                var column = ofRows[row][rank];
                if (rankBy[column] >= 0 && !forbidden.ContainsKey((row, column)) && !pinned.ContainsKey((row, column))) options.Add(new Option(row, column, rank, rankBy[column]));
            }
        }
    }

    private void Propose(int[] places, int[] room, Func<Option, int> from, Func<Option, int> to, Func<Option, int> rank, Func<Option, int> rankThere, CancellationToken stop)
    {
        var lists = new List<int>[places.Length];
        for (var p = 0; p < places.Length; p++) lists[p] = [];
        for (var k = 0; k < options.Count; k++) lists[from(options[k])].Add(k);
        foreach (var list in lists) list.Sort((a, b) => rank(options[a]).CompareTo(rank(options[b])));

        var (next, free) = (new int[places.Length], (int[])places.Clone());
        var kept = new PriorityQueue<int, int>[room.Length];
        for (var r = 0; r < room.Length; r++) kept[r] = new PriorityQueue<int, int>();
        var proposers = new Stack<int>(Enumerable.Range(0, places.Length).Reverse());
        while (proposers.TryPop(out var proposer))
        {
            stop.ThrowIfCancellationRequested();
            while (free[proposer] > 0 && next[proposer] < lists[proposer].Count)
            {
                var option = lists[proposer][next[proposer]++];
                var receiver = to(options[option]);
                Proposals++;
                (held[option], free[proposer]) = (true, free[proposer] - 1);
                kept[receiver].Enqueue(option, -rankThere(options[option]));
                if (kept[receiver].Count <= room[receiver]) continue;

                var refused = kept[receiver].Dequeue();
                held[refused] = false;
                free[from(options[refused])]++;
                if (from(options[refused]) != proposer) proposers.Push(from(options[refused]));
            }
        }
    }

    /// <summary>The rank of the worst one each has, past all ranks while a place is free; nobody without places takes part.</summary>
    private int[] Worst(int[] places, Func<Option, int> of, Func<Option, int> rank)
    {
        var (count, worst) = (new int[places.Length], new int[places.Length]);
        Array.Fill(worst, -1);
        for (var k = 0; k < held.Length; k++)
        {
            if (!held[k]) continue;
            count[of(options[k])]++;
            worst[of(options[k])] = Math.Max(worst[of(options[k])], rank(options[k]));
        }

        for (var p = 0; p < places.Length; p++) worst[p] = places[p] == 0 ? -1 : count[p] < places[p] ? int.MaxValue : worst[p];
        return worst;
    }
}
