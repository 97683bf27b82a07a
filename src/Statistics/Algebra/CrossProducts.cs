using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stupeni.Statistics.Algebra;

/// <summary>
/// Column means and centred sums of squares and products Σ(x − m)(x − m)' of n × p finite numbers, row-major, read once.
/// Rows are shifted by the mean of the first block, packed into a buffer that stays in the nearest cache, and multiplied in
/// register tiles of 4 × 12; the shift is taken back at the end, so digits do not depend on where zero lies. The work is cut into
/// parts that depend on n only and added in order: the same result for any number of threads.
/// </summary>
internal static class CrossProducts
{
    private const int BlockRows = 64;
    private const int TileRows = 4;
    private const int TileColumns = 12;
    private const int PartRows = 2048;
    private const int MostParts = 32;

    public static (double[] Means, double[] Products) Of(double[,] data, CancellationToken cancellation = default)
    {
        int n = data.GetLength(0), p = data.GetLength(1);
        var shift = new double[p];
        var first = Math.Min(n, BlockRows);
        for (var i = 0; i < first; i++)
        {
            Lanes.Add(shift, 1.0 / first, data.Row(i));
        }

        var padded = (p + TileColumns - 1) / TileColumns * TileColumns;
        var parts = Math.Clamp((n + PartRows - 1) / PartRows, 1, MostParts);
        var sums = new double[parts][];
        var products = new double[parts][];
        Parallel.For(0, parts, new ParallelOptions { CancellationToken = cancellation }, part =>
        {
            var from = (int)((long)n * part / parts);
            var to = (int)((long)n * (part + 1) / parts);
            sums[part] = new double[padded];
            products[part] = new double[padded * padded];
            Accumulate(data, from, to, p, padded, shift, sums[part], products[part], cancellation);
        });

        for (var part = 1; part < parts; part++)
        {
            Lanes.Add(sums[0], 1, sums[part]);
            Lanes.Add(products[0], 1, products[part]);
        }

        var result = new double[p * p];
        for (var i = 0; i < p; i++)
        {
            for (var j = i; j < p; j++)
            {
                result[i * p + j] = result[j * p + i] = products[0][i * padded + j] - sums[0][i] * sums[0][j] / n;
            }
        }

        for (var j = 0; j < p; j++)
        {
            shift[j] += sums[0][j] / n;
        }

        return (shift, result);
    }

    private static void Accumulate(
        double[,] data, int from, int to, int p, int padded, double[] shift, double[] sums, double[] products, CancellationToken cancellation)
    {
        var packed = new double[BlockRows * padded];
        for (var start = from; start < to; start += BlockRows)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = Math.Min(BlockRows, to - start);
            for (var i = 0; i < rows; i++)
            {
                Lanes.Shift(data.Row(start + i), shift, packed.AsSpan(i * padded, p), sums.AsSpan(0, p));
            }

            for (var i = 0; i < padded; i += TileRows)
            {
                for (var j = i / TileColumns * TileColumns; j < padded; j += TileColumns)
                {
                    Tile(packed, rows, padded, i, j, products);
                }
            }
        }
    }

    private static void Tile(double[] packed, int rows, int padded, int i, int j, double[] products)
    {
        Vector256<double> a0 = default, a1 = default, a2 = default, b0 = default, b1 = default, b2 = default;
        Vector256<double> c0 = default, c1 = default, c2 = default, d0 = default, d1 = default, d2 = default;
        ref var row = ref MemoryMarshal.GetArrayDataReference(packed);
        for (var r = 0; r < rows; r++)
        {
            var left = (nuint)(r * padded + i);
            var right = (nuint)(r * padded + j);
            var x = Vector256.LoadUnsafe(ref row, right);
            var y = Vector256.LoadUnsafe(ref row, right + 4);
            var z = Vector256.LoadUnsafe(ref row, right + 8);
            var s = Vector256.Create(Unsafe.Add(ref row, left));
            a0 = Vector256.FusedMultiplyAdd(s, x, a0);
            a1 = Vector256.FusedMultiplyAdd(s, y, a1);
            a2 = Vector256.FusedMultiplyAdd(s, z, a2);
            s = Vector256.Create(Unsafe.Add(ref row, left + 1));
            b0 = Vector256.FusedMultiplyAdd(s, x, b0);
            b1 = Vector256.FusedMultiplyAdd(s, y, b1);
            b2 = Vector256.FusedMultiplyAdd(s, z, b2);
            s = Vector256.Create(Unsafe.Add(ref row, left + 2));
            c0 = Vector256.FusedMultiplyAdd(s, x, c0);
            c1 = Vector256.FusedMultiplyAdd(s, y, c1);
            c2 = Vector256.FusedMultiplyAdd(s, z, c2);
            s = Vector256.Create(Unsafe.Add(ref row, left + 3));
            d0 = Vector256.FusedMultiplyAdd(s, x, d0);
            d1 = Vector256.FusedMultiplyAdd(s, y, d1);
            d2 = Vector256.FusedMultiplyAdd(s, z, d2);
        }

        Store(products, i * padded + j, a0, a1, a2);
        Store(products, (i + 1) * padded + j, b0, b1, b2);
        Store(products, (i + 2) * padded + j, c0, c1, c2);
        Store(products, (i + 3) * padded + j, d0, d1, d2);
    }

    private static void Store(double[] products, int at, Vector256<double> x, Vector256<double> y, Vector256<double> z)
    {
        ref var target = ref MemoryMarshal.GetArrayDataReference(products);
        (Vector256.LoadUnsafe(ref target, (nuint)at) + x).StoreUnsafe(ref target, (nuint)at);
        (Vector256.LoadUnsafe(ref target, (nuint)at + 4) + y).StoreUnsafe(ref target, (nuint)at + 4);
        (Vector256.LoadUnsafe(ref target, (nuint)at + 8) + z).StoreUnsafe(ref target, (nuint)at + 8);
    }
}
