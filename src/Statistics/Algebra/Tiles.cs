using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stupeni.Statistics.Algebra;

/// <summary>
/// The inner loops of <see cref="CrossProducts"/>: products of a few columns with a few others over the packed rows of a block, kept in
/// registers. Every product is a sum over rows in their order, so both widths give the same digits.
/// </summary>
internal static class Tiles
{
    /// <summary>Products of 4 columns from i with 12 columns from j, in 256-bit registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Narrow(ReadOnlySpan<double> packed, int rows, int padded, int i, int j, double[] products)
    {
        Vector256<double> a0 = default, a1 = default, a2 = default, b0 = default, b1 = default, b2 = default;
        Vector256<double> c0 = default, c1 = default, c2 = default, d0 = default, d1 = default, d2 = default;
        ref var row = ref MemoryMarshal.GetReference(packed);
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

    /// <summary>Products of 8 columns from i with 16 columns from j, in 512-bit registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Wide(ReadOnlySpan<double> packed, int rows, int padded, int i, int j, double[] products)
    {
        Vector512<double> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        Vector512<double> e0 = default, e1 = default, f0 = default, f1 = default, g0 = default, g1 = default, h0 = default, h1 = default;
        ref var row = ref MemoryMarshal.GetReference(packed);
        for (var r = 0; r < rows; r++)
        {
            var left = (nuint)(r * padded + i);
            var right = (nuint)(r * padded + j);
            var x = Vector512.LoadUnsafe(ref row, right);
            var y = Vector512.LoadUnsafe(ref row, right + 8);
            var s = Vector512.Create(Unsafe.Add(ref row, left));
            a0 = Vector512.FusedMultiplyAdd(s, x, a0);
            a1 = Vector512.FusedMultiplyAdd(s, y, a1);
            s = Vector512.Create(Unsafe.Add(ref row, left + 1));
            b0 = Vector512.FusedMultiplyAdd(s, x, b0);
            b1 = Vector512.FusedMultiplyAdd(s, y, b1);
            s = Vector512.Create(Unsafe.Add(ref row, left + 2));
            c0 = Vector512.FusedMultiplyAdd(s, x, c0);
            c1 = Vector512.FusedMultiplyAdd(s, y, c1);
            s = Vector512.Create(Unsafe.Add(ref row, left + 3));
            d0 = Vector512.FusedMultiplyAdd(s, x, d0);
            d1 = Vector512.FusedMultiplyAdd(s, y, d1);
            s = Vector512.Create(Unsafe.Add(ref row, left + 4));
            e0 = Vector512.FusedMultiplyAdd(s, x, e0);
            e1 = Vector512.FusedMultiplyAdd(s, y, e1);
            s = Vector512.Create(Unsafe.Add(ref row, left + 5));
            f0 = Vector512.FusedMultiplyAdd(s, x, f0);
            f1 = Vector512.FusedMultiplyAdd(s, y, f1);
            s = Vector512.Create(Unsafe.Add(ref row, left + 6));
            g0 = Vector512.FusedMultiplyAdd(s, x, g0);
            g1 = Vector512.FusedMultiplyAdd(s, y, g1);
            s = Vector512.Create(Unsafe.Add(ref row, left + 7));
            h0 = Vector512.FusedMultiplyAdd(s, x, h0);
            h1 = Vector512.FusedMultiplyAdd(s, y, h1);
        }

        Store(products, i * padded + j, a0, a1);
        Store(products, (i + 1) * padded + j, b0, b1);
        Store(products, (i + 2) * padded + j, c0, c1);
        Store(products, (i + 3) * padded + j, d0, d1);
        Store(products, (i + 4) * padded + j, e0, e1);
        Store(products, (i + 5) * padded + j, f0, f1);
        Store(products, (i + 6) * padded + j, g0, g1);
        Store(products, (i + 7) * padded + j, h0, h1);
    }

    private static void Store(double[] products, int at, Vector512<double> x, Vector512<double> y)
    {
        ref var target = ref MemoryMarshal.GetArrayDataReference(products);
        (Vector512.LoadUnsafe(ref target, (nuint)at) + x).StoreUnsafe(ref target, (nuint)at);
        (Vector512.LoadUnsafe(ref target, (nuint)at + 8) + y).StoreUnsafe(ref target, (nuint)at + 8);
    }

    /// <summary>Products of 8 columns from i with 8 columns from j, in 512-bit registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Half(ReadOnlySpan<double> packed, int rows, int padded, int i, int j, double[] products)
    {
        Vector512<double> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        ref var row = ref MemoryMarshal.GetReference(packed);
        for (var r = 0; r < rows; r++)
        {
            var left = (nuint)(r * padded + i);
            var x = Vector512.LoadUnsafe(ref row, (nuint)(r * padded + j));
            a = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref row, left)), x, a);
            b = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref row, left + 1)), x, b);
            c = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref row, left + 2)), x, c);
            d = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref row, left + 3)), x, d);
            e = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref row, left + 4)), x, e);
            f = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref row, left + 5)), x, f);
            g = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref row, left + 6)), x, g);
            h = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref row, left + 7)), x, h);
        }

        Store(products, i * padded + j, a);
        Store(products, (i + 1) * padded + j, b);
        Store(products, (i + 2) * padded + j, c);
        Store(products, (i + 3) * padded + j, d);
        Store(products, (i + 4) * padded + j, e);
        Store(products, (i + 5) * padded + j, f);
        Store(products, (i + 6) * padded + j, g);
        Store(products, (i + 7) * padded + j, h);
    }

    private static void Store(double[] products, int at, Vector512<double> x)
    {
        ref var target = ref MemoryMarshal.GetArrayDataReference(products);
        (Vector512.LoadUnsafe(ref target, (nuint)at) + x).StoreUnsafe(ref target, (nuint)at);
    }
}
