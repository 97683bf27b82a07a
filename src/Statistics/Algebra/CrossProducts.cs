using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Stupeni.Statistics.Algebra;

/// <summary>
/// Column means and centred sums of squares and products Σ(x − m)(x − m)' of n × p finite numbers, row-major, read once.
/// Rows are shifted by the mean of the first block, packed into a buffer that stays in the nearest cache, and multiplied in
/// register tiles; a column of ones beside them makes the sums. The shift is taken back at the end, so digits do not depend on where zero lies. The work is cut into
/// parts that depend on n only and added in order: the same result for any number of threads.
/// </summary>
internal static class CrossProducts
{
    /// <summary>Half of the nearest cache for 64 columns: the other half is left to what is read.</summary>
    private const int BlockRows = 32;
    private const int PartRows = 2048;
    private const int MostParts = 32;

    /// <summary>Numbers of a cache line.</summary>
    private const int Line = 64 / sizeof(double);

    private static int TileRows => Avx512F.IsSupported ? 8 : 4;

    private static int TileColumns => Avx512F.IsSupported ? 16 : 12;

    /// <summary>Columns are padded to whole tiles; the wide ones come in halves.</summary>
    private static int Padding => Avx512F.IsSupported ? 8 : 12;

    public static (double[] Means, double[] Products) Of(double[,] data, CancellationToken cancellation = default)
    {
        int n = data.GetLength(0), p = data.GetLength(1);
        var shift = new double[p];
        var first = Math.Min(n, BlockRows);
        for (var i = 0; i < first; i++)
        {
            Lanes.Add(shift, 1.0 / first, data.Row(i));
        }

        var padded = (p + Padding) / Padding * Padding;
        var parts = Math.Clamp((n + PartRows - 1) / PartRows, 1, MostParts);
        var products = new double[parts][];
        Parallel.For(0, parts, new ParallelOptions { CancellationToken = cancellation }, part =>
        {
            var from = (int)((long)n * part / parts);
            var to = (int)((long)n * (part + 1) / parts);
            products[part] = new double[padded * padded];
            Accumulate(data, from, to, p, padded, shift, products[part], cancellation);
        });

        for (var part = 1; part < parts; part++)
        {
            Lanes.Add(products[0], 1, products[part]);
        }

        double[] sums = [.. Enumerable.Range(0, p).Select(i => products[0][i * padded + p])];
        var result = new double[p * p];
        for (var i = 0; i < p; i++)
        {
            for (var j = i; j < p; j++)
            {
                result[i * p + j] = result[j * p + i] = products[0][i * padded + j] - sums[i] * sums[j] / n;
            }
        }

        for (var j = 0; j < p; j++)
        {
            shift[j] += sums[j] / n;
        }

        return (shift, result);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Accumulate(double[,] data, int from, int to, int p, int padded, double[] shift, double[] products, CancellationToken cancellation)
    {
        var packed = Aligned(BlockRows * padded);
        for (var i = 0; i < BlockRows; i++)
        {
            packed[i * padded + p] = 1;
        }

        for (var start = from; start < to; start += BlockRows)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = Math.Min(BlockRows, to - start);
            for (var i = 0; i < rows; i++)
            {
                Lanes.Subtract(data.Row(start + i), shift, packed.Slice(i * padded, p));
            }

            ReadOnlySpan<double> ahead = data.Flat()[((start + rows) * p)..(Math.Min(start + rows + BlockRows, to) * p)];
            for (var i = 0; i < padded; i += TileRows)
            {
                Multiply(packed, rows, padded, i, products, ref ahead);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply(ReadOnlySpan<double> packed, int rows, int padded, int i, double[] products, ref ReadOnlySpan<double> ahead)
    {
        for (var j = Avx512F.IsSupported ? i : i / Padding * Padding; j < padded; j += TileColumns)
        {
            Fetch(ref ahead);
            if (!Avx512F.IsSupported)
            {
                Tiles.Narrow(packed, rows, padded, i, j, products);
            }
            else if (j + 16 <= padded)
            {
                Tiles.Wide(packed, rows, padded, i, j, products);
            }
            else
            {
                Tiles.Half(packed, rows, padded, i, j, products);
            }
        }
    }

    /// <summary>Asks for a few lines of the next block while this one is multiplied.</summary>
    private static unsafe void Fetch(ref ReadOnlySpan<double> ahead)
    {
        const int Few = 12 * Line;
        var now = ahead[..Math.Min(Few, ahead.Length)];
        fixed (double* numbers = now)
        {
            for (var k = 0; k < now.Length && Sse.IsSupported; k += Line)
            {
                Sse.Prefetch1(numbers + k);
            }
        }

        ahead = ahead[now.Length..];
    }

    /// <summary>Zeros that begin where a cache line does: no register is then loaded from two lines.</summary>
    private static Span<double> Aligned(int length)
    {
        var pinned = GC.AllocateArray<double>(length + Line - 1, pinned: true);
        var past = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0) % 64) / sizeof(double);
        return pinned.AsSpan((Line - past) % Line, length);
    }
}
