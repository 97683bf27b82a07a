namespace Stupeni.Statistics.ItemResponse;

/// <summary>
/// What the conditional likelihood needs of the answers: which items stay when lowest and highest scores are left out and items that then
/// show one score only are dropped, again and again; the groups; and whether every item can be compared with every other (Fischer 1981).
/// </summary>
internal sealed class ConditionalGroups
{
    private readonly Answers answers;
    private readonly ulong[][] beats;

    public ConditionalGroups(Answers answers, int[][] used, CancellationToken cancel)
    {
        this.answers = answers;
        States = Array.ConvertAll(used, Screening.State);
        var counted = new bool[answers.Persons];
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            Columns = [.. Enumerable.Range(0, used.Length).Where(j => States[j] == ItemState.Estimated)];
            Count(counted);
            var left = Screening.ScoresUsed(answers, i => counted[i]);
            var dropped = Columns.Where(j => left[j].Length < 2).ToArray();
            if (dropped.Length == 0)
            {
                break;
            }

            foreach (var j in dropped)
            {
                States[j] = ItemState.OneScore;
            }
        }

        Persons = counted.Count(c => c);
        beats = new ulong[Columns.Length][];
        Groups = Grouped(counted);
    }

    /// <summary>Columns of the items that stay.</summary>
    public int[] Columns { get; private set; }

    public ItemState[] States { get; }

    public int Persons { get; }

    public IReadOnlyList<ConditionalLikelihood.Group> Groups { get; }

    /// <summary>
    /// Items outside the largest set in which every item was somewhere solved where another one was failed, both ways round; with such
    /// items the likelihood has no maximum. Positions in <see cref="Columns"/>.
    /// </summary>
    public int[] Apart()
    {
        var k = Columns.Length;
        var left = Enumerable.Range(0, k).ToHashSet();
        int[] largest = [];
        while (left.Count > 0)
        {
            var start = left.Min();
            var down = Reach(start, (i, j) => Beats(i, j));
            var up = Reach(start, (i, j) => Beats(j, i));
            int[] together = [.. Enumerable.Range(0, k).Where(i => down[i] && up[i])];
            largest = together.Length > largest.Length ? together : largest;
            left.ExceptWith(together);
        }

        return [.. Enumerable.Range(0, k).Except(largest)];
    }

    private bool Beats(int i, int j) => (beats[i][j / 64] >> (j % 64) & 1) == 1;

    private bool[] Reach(int start, Func<int, int, bool> leads)
    {
        var reached = new bool[Columns.Length];
        var stack = new Stack<int>([start]);
        reached[start] = true;
        while (stack.TryPop(out var i))
        {
            for (var j = 0; j < reached.Length; j++)
            {
                if (!reached[j] && leads(i, j))
                {
                    reached[j] = true;
                    stack.Push(j);
                }
            }
        }

        return reached;
    }

    /// <summary>Whose total score is neither the lowest nor the highest possible.</summary>
    private void Count(bool[] counted)
    {
        for (var i = 0; i < counted.Length; i++)
        {
            var row = answers.Of(i);
            int seen = 0, score = 0;
            foreach (var j in Columns)
            {
                seen += row[j] >= 0 ? 1 : 0;
                score += Math.Max(row[j], (sbyte)0);
            }

            counted[i] = score > 0 && score < seen;
        }
    }

    private List<ConditionalLikelihood.Group> Grouped(bool[] counted)
    {
        var (k, words) = (Columns.Length, (Columns.Length + 63) / 64);
        for (var i = 0; i < k; i++)
        {
            beats[i] = new ulong[words];
        }

        var groups = new SortedDictionary<string, ConditionalLikelihood.Group>(StringComparer.Ordinal);
        var mask = new char[k];
        var failed = new ulong[words];
        var lastMask = new char[k];
        ConditionalLikelihood.Group? group = null;
        for (var person = 0; person < counted.Length; person++)
        {
            if (!counted[person])
            {
                continue;
            }

            var row = answers.Of(person);
            Array.Clear(failed);
            var score = 0;
            for (var i = 0; i < k; i++)
            {
                var code = row[Columns[i]];
                mask[i] = code >= 0 ? '1' : '0';
                score += code == 1 ? 1 : 0;
                failed[i / 64] |= code == 0 ? 1UL << (i % 64) : 0;
            }

            if (group is null || !mask.AsSpan().SequenceEqual(lastMask))
            {
                var key = new string(mask);
                if (!groups.TryGetValue(key, out group))
                {
                    int[] items = [.. Enumerable.Range(0, k).Where(i => mask[i] == '1')];
                    groups[key] = group = new(items, new double[items.Length], new double[items.Length + 1]);
                }

                mask.CopyTo(lastMask, 0);
            }

            group.Scores[score]++;
            for (var at = 0; at < group.Items.Length; at++)
            {
                if (row[Columns[group.Items[at]]] == 1)
                {
                    group.Solved[at]++;
                    var row2 = beats[group.Items[at]];
                    for (var w = 0; w < words; w++)
                    {
                        row2[w] |= failed[w];
                    }
                }
            }
        }

        return [.. groups.Values];
    }
}
