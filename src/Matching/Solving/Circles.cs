namespace Stupeni.Matching.Solving;

/// <summary>A circle by the numbers of its members, the least first.</summary>
internal readonly record struct Circle(int[] Members, int Needs);

/// <summary>All circles of an exchange, the short ones first. Very dense exchanges have more than can be listed; <see cref="MostPossible"/> then bounds what is missing.</summary>
internal sealed class Circles
{
    private const int MostListed = 200_000;

    private Circles(List<Circle> list, int? mostPossible) => (List, MostPossible) = (list, mostPossible);

    public List<Circle> List { get; }

    /// <summary>A bound on any plan when not every circle is listed: each member is helped once at most.</summary>
    public int? MostPossible { get; }

    public static Circles Of(string[] members, IReadOnlyList<Help> helps, int longest, CancellationToken stop)
    {
        var at = members.Select((member, i) => (member, i)).ToDictionary(StringComparer.Ordinal);
        var arcs = new SortedDictionary<int, int>[members.Length];
        for (var m = 0; m < arcs.Length; m++) arcs[m] = [];
        foreach (var help in helps)
        {
            var (from, to) = (at[help.From], at[help.To]);
            if (from != to) arcs[from][to] = Math.Max(help.Needs, arcs[from].GetValueOrDefault(to));
        }

        var list = new List<Circle>();
        for (var length = 2; length <= longest; length++)
        {
            for (var first = 0; first < members.Length; first++)
            {
                stop.ThrowIfCancellationRequested();
                if (!Close(arcs, [first], 0, length, list)) return new Circles(list, Possible(arcs));
            }
        }

        return new Circles(list, null);
    }

    private static bool Close(SortedDictionary<int, int>[] arcs, int[] path, int needs, int length, List<Circle> list)
    {
        foreach (var (next, more) in arcs[path[^1]])
        {
            if (path.Length == length && next == path[0]) list.Add(new Circle(path, needs + more));
            if (list.Count > MostListed) return false;
            if (path.Length < length && next > path[0] && Array.IndexOf(path, next) < 0 && !Close(arcs, [.. path, next], needs + more, length, list)) return false;
        }

        return true;
    }

    private static int Possible(SortedDictionary<int, int>[] arcs)
    {
        var most = new int[arcs.Length];
        for (var from = 0; from < arcs.Length; from++)
        {
            foreach (var (to, needs) in arcs[from]) most[to] = arcs[to].Count == 0 ? 0 : Math.Max(most[to], needs);
        }

        return most.Sum();
    }
}
