using System.Runtime.InteropServices;

namespace Stupeni.Statistics.ItemResponse;

/// <summary>
/// Distinct answer patterns with their counts, sorted (so that the order of persons changes nothing), patterns with the same items
/// answered side by side. A cell is the number of the category, 255 where there is no answer.
/// </summary>
internal sealed class Patterns
{
    public const byte Missing = 255;

    private readonly byte[] cells;
    private readonly int items;

    private Patterns(byte[] cells, int items, double[] counts, int[] ofPerson, int[] mask, double[] excess)
    {
        this.cells = cells;
        this.items = items;
        Counts = counts;
        OfPerson = ofPerson;
        Mask = mask;
        Excess = excess;
    }

    public int Size => Counts.Length;

    public double[] Counts { get; }

    /// <summary>The pattern of each person; −1 for a person without answers to the items that take part.</summary>
    public int[] OfPerson { get; }

    /// <summary>Patterns with equal numbers here have the same items answered.</summary>
    public int[] Mask { get; }

    /// <summary>Per flat category: how many more answers the persons gave than the patterns that stand for them.</summary>
    public double[] Excess { get; }

    public ReadOnlySpan<byte> Of(int pattern) => cells.AsSpan(pattern * items, items);

    /// <summary>
    /// Collapses persons. With <paramref name="byScore"/> one pattern stands for all with the same items answered and the same total
    /// score: enough when slopes are equal, for the posterior depends on nothing else.
    /// </summary>
    public static Patterns Collapse(Answers answers, Shape shape, bool byScore, CancellationToken cancel)
    {
        var recode = Recoding(shape);
        var parts = shape.Parts;
        var all = new byte[answers.Persons * parts.Length];
        var first = new List<int>();
        var counts = new List<double>();
        var ofPerson = new int[answers.Persons];
        var table = new Table(answers.Persons);
        var totals = new double[shape.Categories];
        for (var i = 0; i < answers.Persons; i++)
        {
            if (i % 4096 == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            var row = answers.Of(i);
            var cell = all.AsSpan(i * parts.Length, parts.Length);
            var (answered, score) = (false, 0);
            for (var j = 0; j < cell.Length; j++)
            {
                var code = row[parts[j].Column];
                var category = code < 0 ? Missing : recode[j][code];
                cell[j] = category;
                if (category != Missing)
                {
                    answered = true;
                    score += code;
                    totals[parts[j].FirstCategory + category]++;
                }
            }

            if (!answered)
            {
                ofPerson[i] = -1;
                continue;
            }

            var hash = byScore ? Table.Hash(cell, score) : Table.Hash(cell);
            var entry = table.Find(hash, k => byScore ? SameScore(all, first[k], i, parts) : Cell(all, first[k], parts.Length).SequenceEqual(Cell(all, i, parts.Length)));
            if (entry == first.Count)
            {
                first.Add(i);
                counts.Add(0);
            }

            counts[entry]++;
            ofPerson[i] = entry;
        }

        return Sorted(all, shape, first, counts, ofPerson, totals);
    }

    private static Patterns Sorted(byte[] all, Shape shape, List<int> first, List<double> counts, int[] ofPerson, double[] totals)
    {
        var items = shape.Parts.Length;
        int[] order = [.. Enumerable.Range(0, first.Count)];
        if (items <= 32 && Array.TrueForAll(shape.Parts, part => part.Categories == 2))
        {
            Array.Sort(Array.ConvertAll(order, k => Key(Cell(all, first[k], items))), order);
        }
        else
        {
            Array.Sort(order, (a, b) => Compare(Cell(all, first[a], items), Cell(all, first[b], items)));
        }

        var rank = new int[order.Length];
        var cells = new byte[order.Length * items];
        var mask = new int[order.Length];
        for (var k = 0; k < order.Length; k++)
        {
            rank[order[k]] = k;
            var source = Cell(all, first[order[k]], items);
            source.CopyTo(cells.AsSpan(k * items));
            mask[k] = k == 0 ? 0 : mask[k - 1] + (SameMask(source, cells.AsSpan((k - 1) * items, items)) ? 0 : 1);
            for (var j = 0; j < items; j++)
            {
                if (source[j] != Missing)
                {
                    totals[shape.Parts[j].FirstCategory + source[j]] -= counts[order[k]];
                }
            }
        }

        for (var i = 0; i < ofPerson.Length; i++)
        {
            ofPerson[i] = ofPerson[i] < 0 ? -1 : rank[ofPerson[i]];
        }

        return new Patterns(cells, items, [.. order.Select(k => counts[k])], ofPerson, mask, totals);
    }

    private static byte[][] Recoding(Shape shape) =>
        [.. shape.Parts.Select(part =>
        {
            var codes = new byte[101];
            Array.Fill(codes, Missing);
            for (var c = 0; c < part.Raw.Length; c++)
            {
                codes[part.Raw[c]] = (byte)c;
            }

            return codes;
        })];

    private static ReadOnlySpan<byte> Cell(byte[] all, int person, int items) => all.AsSpan(person * items, items);

    private static bool SameMask(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        for (var j = 0; j < a.Length; j++)
        {
            if ((a[j] == Missing) != (b[j] == Missing))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameScore(byte[] all, int one, int other, Shape.Part[] parts)
    {
        var a = Cell(all, one, parts.Length);
        var b = Cell(all, other, parts.Length);
        var difference = 0.0;
        for (var j = 0; j < a.Length; j++)
        {
            if ((a[j] == Missing) != (b[j] == Missing))
            {
                return false;
            }

            difference += a[j] == Missing ? 0 : parts[j].Scores[a[j]] - parts[j].Scores[b[j]];
        }

        return difference == 0;
    }

    /// <summary>The order of <see cref="Compare"/> as a number, for up to 32 items of two categories.</summary>
    private static ulong Key(ReadOnlySpan<byte> cells)
    {
        ulong missing = 0, answers = 0;
        foreach (var cell in cells)
        {
            missing = (missing << 1) | (cell == Missing ? 1UL : 0);
            answers = (answers << 1) | (cell == 1 ? 1UL : 0);
        }

        return (missing << 32) | answers;
    }

    /// <summary>First by which items are answered, then by the answers.</summary>
    private static int Compare(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        for (var j = 0; j < a.Length; j++)
        {
            if ((a[j] == Missing) != (b[j] == Missing))
            {
                return a[j] == Missing ? 1 : -1;
            }
        }

        return a.SequenceCompareTo(b);
    }

    /// <summary>Open addressing over hashes; entries are numbered in the order of their first appearance.</summary>
    private sealed class Table(int expected)
    {
        private readonly (ulong Hash, int Entry)[] slots = new (ulong, int)[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * expected))];
        private int entries;

        public static ulong Hash(ReadOnlySpan<byte> cells)
        {
            var hash = 0x9E3779B97F4A7C15UL;
            var words = MemoryMarshal.Cast<byte, ulong>(cells);
            foreach (var word in words)
            {
                hash = Seed.Mix(hash ^ word);
            }

            var rest = 1UL;
            foreach (var cell in cells[(words.Length * 8)..])
            {
                rest = (rest << 8) | cell;
            }

            return Seed.Mix(hash ^ rest);
        }

        public static ulong Hash(ReadOnlySpan<byte> cells, int score)
        {
            var hash = Seed.Mix((ulong)score + 1);
            for (var j = 0; j < cells.Length; j++)
            {
                hash = cells[j] == Missing ? Seed.Mix(hash ^ (ulong)j) : hash;
            }

            return hash;
        }

        /// <summary>The number of the entry with this hash that is the same; a new number when there is none.</summary>
        public int Find(ulong hash, Func<int, bool> same)
        {
            var at = (int)(hash & (ulong)(slots.Length - 1));
            while (true)
            {
                var (found, entry) = slots[at];
                if (entry == 0)
                {
                    slots[at] = (hash, ++entries);
                    return entries - 1;
                }

                if (found == hash && same(entry - 1))
                {
                    return entry - 1;
                }

                at = (at + 1) & (slots.Length - 1);
            }
        }
    }
}
