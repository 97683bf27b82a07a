using System.Text;

namespace Stupeni.Assessments;

/// <summary>The participants of one mark with a score for one task, and the sum of these scores.</summary>
public readonly record struct GroupSum(int Participants, double Sum)
{
    public static GroupSum operator +(GroupSum a, GroupSum b) => new(a.Participants + b.Participants, a.Sum + b.Sum);

    public static GroupSum Add(GroupSum left, GroupSum right) => left + right;

    /// <summary>Per cent of the most these participants could have had; null without any.</summary>
    public double? Completion(double max) => Participants == 0 || max <= 0 ? null : 100 * Sum / (Participants * max);
}

/// <summary>
/// What reports count in sheets beside their sums: how many had each total, which mark stood against which mark of the journal, how those of each mark did each task.
/// Tallies of sheets add up, so that a report over a region never unpacks a single score.
/// </summary>
/// <param name="Totals">How many participants had the total that is the place's number; whole totals from 0 to <see cref="MostTotal"/> only.</param>
/// <param name="OtherTotals">How many had a total that has no such place: negative, fractional or larger.</param>
/// <param name="Journal">Mark by mark of the journal, «2» to «5» each: sixteen counts, the mark first.</param>
/// <param name="Groups">Task by task within each mark from «2» to «5».</param>
public sealed record Tallies(int[] Totals, int OtherTotals, int[] Journal, GroupSum[] Groups)
{
    public const int MostTotal = 200;
    public const int Marks = 4;

    private const byte Version = 1;

    public static readonly Tallies Nothing = new([], 0, new int[Marks * Marks], []);

    public int Tasks => Groups.Length / Marks;

    /// <summary>Participants with a total that has a place.</summary>
    public int Placed => Totals.Sum();

    /// <summary>Participants with both marks.</summary>
    public int Compared => Journal.Sum();

    public GroupSum Group(int mark, int task) => Groups[(mark - 2) * Tasks + task];

    /// <summary>How many had this mark and that one in the journal.</summary>
    public int Pair(int mark, int journal) => Journal[(mark - 2) * Marks + journal - 2];

    public static Tallies Of(SheetScores scores) => Of(scores, row => scores.Marks[row]);

    /// <summary>The same with groups of another kind in the places of marks, «2» the first of four.</summary>
    /// <param name="group">2 to 5 for a row; anything else leaves it out of groups.</param>
    public static Tallies Of(SheetScores scores, Func<int, int> group)
    {
        Span<int> totals = stackalloc int[MostTotal + 1];
        var (other, journal, groups) = (0, new int[Marks * Marks], new GroupSum[Marks * scores.Tasks]);
        var (highest, tasks, all) = (-1, scores.Tasks, scores.Scores);
        for (var row = 0; row < scores.Participants; row++)
        {
            var (total, mark, inJournal) = (scores.Totals[row], group(row), scores.JournalMarks[row]);
            if (total is >= 0 and <= MostTotal && total == Math.Floor(total))
            {
                totals[(int)total]++;
                highest = Math.Max(highest, (int)total);
            }
            else if (!double.IsNaN(total)) other++;
            if (mark is < 2 or > 5) continue;
            if (inJournal is >= 2 and <= 5) journal[(mark - 2) * Marks + inJournal - 2]++;
            for (var task = 0; task < tasks; task++)
                if (all[row * tasks + task] is var score && !double.IsNaN(score)) groups[(mark - 2) * tasks + task] += new GroupSum(1, score);
        }

        return new(totals[..(highest + 1)].ToArray(), other, journal, groups);
    }

    /// <summary>All together. Sheets of another number of tasks than most hold another paper: their tasks are left out.</summary>
    public static Tallies Sum(IReadOnlyCollection<Tallies> parts)
    {
        if (parts.Count == 0) return Nothing;

        var tasks = parts.GroupBy(p => p.Groups.Length).OrderByDescending(g => g.Count(p => p.Tasks > 0)).ThenBy(g => g.Key).First().Key;
        var (totals, journal, groups) = (new int[parts.Max(p => p.Totals.Length)], new int[Marks * Marks], new GroupSum[tasks]);
        foreach (var part in parts)
        {
            for (var at = 0; at < part.Totals.Length; at++) totals[at] += part.Totals[at];
            for (var at = 0; at < journal.Length; at++) journal[at] += part.Journal[at];
            if (part.Groups.Length != tasks) continue;
            for (var at = 0; at < tasks; at++) groups[at] += part.Groups[at];
        }

        return new(totals, parts.Sum(p => p.OtherTotals), journal, groups);
    }

    /// <summary>Totals and marks of everybody else, where <paramref name="part"/> is among these; tasks are left out.</summary>
    public Tallies Without(Tallies part) =>
        new([.. Totals.Select((count, at) => at < part.Totals.Length ? count - part.Totals[at] : count)], OtherTotals - part.OtherTotals, [.. Journal.Zip(part.Journal, (a, b) => a - b)], []);

    public byte[] Pack()
    {
        var bytes = PackedBytes.Begin();
        bytes.Byte(Version);
        bytes.Short(Totals.Length);
        foreach (var count in Totals) bytes.Short(count);
        bytes.Short(OtherTotals);
        foreach (var count in Journal) bytes.Short(count);
        var whole = Array.TrueForAll(Groups, g => g.Sum is >= 0 and <= int.MaxValue && g.Sum == Math.Floor(g.Sum));
        bytes.Short(Tasks);
        bytes.Flag(whole);
        foreach (var group in Groups)
        {
            bytes.Short(group.Participants);
            if (whole) bytes.Short((int)group.Sum);
            else bytes.Number(group.Sum);
        }

        return bytes.Written.ToArray();
    }

    public static Tallies Unpack(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        if (reader.ReadByte() is not Version) throw new InvalidDataException("Tallies of an unknown version.");

        int[] totals = Counts(reader, reader.Read7BitEncodedInt());
        var other = reader.Read7BitEncodedInt();
        var journal = Counts(reader, Marks * Marks);
        var groups = new GroupSum[Marks * reader.Read7BitEncodedInt()];
        var whole = reader.ReadBoolean();
        for (var at = 0; at < groups.Length; at++) groups[at] = new(reader.Read7BitEncodedInt(), whole ? reader.Read7BitEncodedInt() : reader.ReadDouble());
        return new(totals, other, journal, groups);
    }

    private static int[] Counts(BinaryReader reader, int count)
    {
        var counts = new int[count];
        for (var at = 0; at < count; at++) counts[at] = reader.Read7BitEncodedInt();
        return counts;
    }
}
