namespace Stupeni.Matching.Solving;

/// <summary>Goes through a problem once, notes every fault, and turns ids into places in the two sorted lists.</summary>
internal sealed class Reading
{
    private readonly Dictionary<string, int> mentorAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> menteeAt = new(StringComparer.Ordinal);

    public Reading(IReadOnlyList<Mentor> mentors, IReadOnlyList<Mentee> mentees)
    {
        Mentors = Sorted(mentors, mentor => mentor.Id);
        Mentees = Sorted(mentees, mentee => mentee.Id);
        for (var i = 0; i < mentors.Count; i++)
        {
            Name(mentors[i].Id, Place.Mentors, i, mentorAt);
            if (mentors[i].Capacity < 0) Faults.Add(new(FaultKind.NegativeCapacity, Place.Mentors, i) { Mentor = mentors[i].Id, Value = mentors[i].Capacity });
        }

        for (var i = 0; i < mentees.Count; i++)
        {
            Name(mentees[i].Id, Place.Mentees, i, menteeAt);
            if (mentees[i].Needs < 0) Faults.Add(new(FaultKind.NegativeNeeds, Place.Mentees, i) { Mentee = mentees[i].Id, Value = mentees[i].Needs });
        }

        for (var i = 0; i < Mentors.Length; i++) mentorAt[Mentors[i].Id] = i;
        for (var i = 0; i < Mentees.Length; i++) menteeAt[Mentees[i].Id] = i;
    }

    public Mentor[] Mentors { get; }
    public Mentee[] Mentees { get; }
    public List<Fault> Faults { get; } = [];

    /// <summary>Where a mentor stands, −1 when nowhere, which is noted.</summary>
    public int Mentor(string id, Place place, int index)
    {
        if (mentorAt.TryGetValue(id ?? "", out var at)) return at;
        Faults.Add(new(FaultKind.UnknownMentor, place, index) { Mentor = id });
        return -1;
    }

    public int Mentee(string id, Place place, int index)
    {
        if (menteeAt.TryGetValue(id ?? "", out var at)) return at;
        Faults.Add(new(FaultKind.UnknownMentee, place, index) { Mentee = id });
        return -1;
    }

    /// <summary>Each named pair once, with its place in the list.</summary>
    public Dictionary<(int Row, int Column), (string? Rule, int Index)> Links(IReadOnlyList<Link> links, Place place)
    {
        var found = new Dictionary<(int, int), (string?, int)>();
        for (var i = 0; i < links.Count; i++)
        {
            var (row, column) = (Mentee(links[i].Mentee, place, i), Mentor(links[i].Mentor, place, i));
            if (row >= 0 && column >= 0) found.TryAdd((row, column), (links[i].Rule, i));
        }

        return found;
    }

    /// <summary>The listed pairs by row, columns rising, each once.</summary>
    public SparseWeights Pairs(IReadOnlyList<Pair> pairs)
    {
        var keys = new long[pairs.Count];
        var weights = new double[pairs.Count];
        var (row, column, rowId, columnId) = (-1, -1, (string?)null, (string?)null);
        for (var i = 0; i < pairs.Count; i++)
        {
            var pair = pairs[i];
            if (!ReferenceEquals(pair.Mentee, rowId)) (row, rowId) = (Mentee(pair.Mentee, Place.Pairs, i), pair.Mentee);
            if (!ReferenceEquals(pair.Mentor, columnId)) (column, columnId) = (Mentor(pair.Mentor, Place.Pairs, i), pair.Mentor);
            if (!double.IsFinite(pair.Weight)) Faults.Add(new(FaultKind.WeightNotFinite, Place.Pairs, i) { Mentor = pair.Mentor, Mentee = pair.Mentee, Value = pair.Weight });
            (keys[i], weights[i]) = (((long)row << 32) | (uint)column, pair.Weight);
        }

        if (Faults.Count > 0)
        {
            // The rest is not read further, but twice-listed pairs are named with the other faults.
            NoteTwice(pairs);
            return new SparseWeights(new int[Mentees.Length + 1], [], [], Mentors.Length);
        }

        if (!Rising(keys)) Array.Sort(keys, weights);
        var start = new int[Mentees.Length + 1];
        var columns = new int[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            start[(int)(keys[i] >> 32) + 1]++;
            columns[i] = (int)(keys[i] & 0x7fffffff);
        }

        for (var r = 0; r < Mentees.Length; r++) start[r + 1] += start[r];
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] != keys[i - 1]) continue;
            NoteTwice(pairs);
            break;
        }

        return new SparseWeights(start, columns, weights, Mentors.Length);
    }

    /// <summary>The rows of the matrix in the order of the sorted lists; rows whose columns already stand so are not copied.</summary>
    public double[][] Matrix(Problem problem)
    {
        var matrix = problem.Matrix!;
        if (matrix.Count != problem.Mentees.Count) Faults.Add(new(FaultKind.MatrixShape, Place.Matrix, matrix.Count) { Value = matrix.Count, Limit = problem.Mentees.Count });
        for (var r = 0; r < matrix.Count; r++)
        {
            if (matrix[r]?.Length != problem.Mentors.Count) Faults.Add(new(FaultKind.MatrixShape, Place.Matrix, r) { Value = matrix[r]?.Length, Limit = problem.Mentors.Count });
        }

        if (Faults.Count > 0) return [];

        var inPlace = true;
        var to = new int[problem.Mentors.Count];
        for (var c = 0; c < to.Length; c++)
        {
            to[c] = mentorAt[problem.Mentors[c].Id];
            inPlace &= to[c] == c;
        }

        var table = new double[matrix.Count][];
        for (var r = 0; r < table.Length; r++)
        {
            var line = matrix[r];
            if (!inPlace)
            {
                line = new double[to.Length];
                for (var c = 0; c < to.Length; c++) line[to[c]] = matrix[r][c];
            }

            table[menteeAt[problem.Mentees[r].Id]] = line;
        }

        return table;
    }

    private void NoteTwice(IReadOnlyList<Pair> pairs)
    {
        var seen = new HashSet<(string, string)>();
        for (var i = 0; i < pairs.Count; i++)
        {
            if (!seen.Add((pairs[i].Mentor, pairs[i].Mentee))) Faults.Add(new(FaultKind.DuplicatePair, Place.Pairs, i) { Mentor = pairs[i].Mentor, Mentee = pairs[i].Mentee });
        }
    }

    private void Name(string id, Place place, int index, Dictionary<string, int> names)
    {
        var fault = string.IsNullOrEmpty(id) ? FaultKind.EmptyId : FaultKind.DuplicateId;
        if (fault == FaultKind.DuplicateId && names.TryAdd(id, index)) return;
        Faults.Add(place == Place.Mentors ? new(fault, place, index) { Mentor = id } : new(fault, place, index) { Mentee = id });
    }

    private static T[] Sorted<T>(IReadOnlyList<T> list, Func<T, string> id)
    {
        var sorted = list.ToArray();
        var ids = Array.ConvertAll(sorted, item => id(item) ?? "");
        Array.Sort(ids, sorted, StringComparer.Ordinal);
        return sorted;
    }

    private static bool Rising(long[] keys)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] < keys[i - 1]) return false;
        }

        return true;
    }
}
