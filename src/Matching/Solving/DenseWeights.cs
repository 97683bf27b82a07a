using System.Numerics;
using System.Runtime.CompilerServices;

namespace Stupeni.Matching.Solving;

/// <summary>A full table, one array to a row, NaN where the pair is not allowed. The arrays are the caller's: nothing is copied or written.</summary>
internal sealed class DenseWeights(double[][] table, int columns) : Weights(table.Length, columns)
{
    public override int LongestRow => Columns;

    public override double this[int row, int column] => table[row][column];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Collect(int row, Lens lens, double[] prices, double above, int[] columns, double[] weights)
    {
        var line = table[row];
        var (slope, offset, floor, low) = (new Vector<double>(lens.Slope), new Vector<double>(lens.Offset), new Vector<double>(lens.Floor), new Vector<double>(above));
        var (width, count, c) = (Vector<double>.Count, 0, 0);
        for (; c <= Columns - width; c += width)
        {
            var weight = new Vector<double>(line, c);
            var gain = slope * weight + offset - new Vector<double>(prices, c);
            if (!Vector.GreaterThanAny(gain, low)) continue;

            var hit = Vector.GreaterThan(gain, low) & Vector.GreaterThanOrEqual(weight, floor);
            for (var k = 0; k < width; k++)
            {
                if (hit[k] == 0) continue;
                columns[count] = c + k;
                weights[count++] = lens.Of(line[c + k]);
            }
        }

        for (; c < Columns; c++)
        {
            var weight = line[c];
            if (!(weight >= lens.Floor) || !(lens.Of(weight) - prices[c] > above)) continue;
            columns[count] = c;
            weights[count++] = lens.Of(weight);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Nearer(int row, Lens lens, double[] prices, double reach, double limit, double[] nearest, int[] columns, double[] distances)
    {
        var line = table[row];
        var (slope, offset, floor) = (new Vector<double>(lens.Slope), new Vector<double>(lens.Offset), new Vector<double>(lens.Floor));
        var (from, far) = (new Vector<double>(reach), new Vector<double>(limit));
        var (width, count, c) = (Vector<double>.Count, 0, 0);
        for (; c <= Columns - width; c += width)
        {
            var weight = new Vector<double>(line, c);
            var distance = from - (slope * weight + offset) + new Vector<double>(prices, c);
            var hit = Vector.LessThan(distance, Vector.Min(far, new Vector<double>(nearest, c))) & Vector.GreaterThanOrEqual(weight, floor);
            if (hit == Vector<long>.Zero) continue;

            for (var k = 0; k < width; k++)
            {
                if (hit[k] == 0) continue;
                columns[count] = c + k;
                distances[count++] = reach - lens.Of(line[c + k]) + prices[c + k];
            }
        }

        for (; c < Columns; c++)
        {
            var distance = reach - lens.Of(line[c]) + prices[c];
            if (!(distance < limit) || !(distance < nearest[c]) || !(line[c] >= lens.Floor)) continue;
            columns[count] = c;
            distances[count++] = distance;
        }

        return count;
    }

    /// <summary>Rows begin at different columns, so that equally good ones are not all tried in the same order.</summary>
    public override int Best(int row, Lens lens, double[] prices, double above, Span<Choice> best)
    {
        var count = 0;
        var middle = (int)(row * 2654435769L % Columns) / Vector<double>.Count * Vector<double>.Count;
        Scan(table[row], middle, Columns, lens, prices, best, ref count, ref above);
        Scan(table[row], 0, middle, lens, prices, best, ref count, ref above);
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scan(double[] line, int c, int end, Lens lens, double[] prices, Span<Choice> best, ref int count, ref double above)
    {
        var (slope, offset) = (new Vector<double>(lens.Slope), new Vector<double>(lens.Offset));
        var width = Vector<double>.Count;
        var least = new Vector<double>(above);
        Span<double> gains = stackalloc double[width];
        for (; c <= end - width; c += width)
        {
            var gain = slope * new Vector<double>(line, c) + offset - new Vector<double>(prices, c);
            if (!Vector.GreaterThanAny(gain, least)) continue;

            gain.CopyTo(gains);
            for (var k = 0; k < width; k++)
            {
                if (!(gains[k] > above) || !(line[c + k] >= lens.Floor)) continue;
                Insert(best, ref count, ref above, new Choice { Gain = gains[k], Weight = lens.Of(line[c + k]), Column = c + k });
            }

            least = new Vector<double>(above);
        }

        for (; c < end; c++)
        {
            var gain = lens.Of(line[c]) - prices[c];
            if (!(gain > above) || !(line[c] >= lens.Floor)) continue;
            Insert(best, ref count, ref above, new Choice { Gain = gain, Weight = lens.Of(line[c]), Column = c });
        }
    }
}
