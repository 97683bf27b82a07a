using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stupeni.Statistics.Algebra;

/// <summary>
/// Vectorised loops over contiguous numbers; operands have equal lengths. Always four lanes, so that sums are added in the same
/// order on every machine.
/// </summary>
internal static class Lanes
{
    private const int Width = 4;

    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var a = Vector256<double>.Zero;
        var b = Vector256<double>.Zero;
        ref var rx = ref MemoryMarshal.GetReference(x);
        ref var ry = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= x.Length - 2 * Width; i += 2 * Width)
        {
            a += Vector256.LoadUnsafe(ref rx, (nuint)i) * Vector256.LoadUnsafe(ref ry, (nuint)i);
            b += Vector256.LoadUnsafe(ref rx, (nuint)(i + Width)) * Vector256.LoadUnsafe(ref ry, (nuint)(i + Width));
        }

        var sum = Vector256.Sum(a + b);
        for (; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    /// <summary>y += a x.</summary>
    public static void Add(Span<double> y, double a, ReadOnlySpan<double> x)
    {
        var va = Vector256.Create(a);
        ref var rx = ref MemoryMarshal.GetReference(x);
        ref var ry = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= x.Length - Width; i += Width)
        {
            (Vector256.LoadUnsafe(ref ry, (nuint)i) + va * Vector256.LoadUnsafe(ref rx, (nuint)i)).StoreUnsafe(ref ry, (nuint)i);
        }

        for (; i < x.Length; i++)
        {
            y[i] += a * x[i];
        }
    }

    /// <summary>z += a x + b y.</summary>
    public static void Add(Span<double> z, double a, ReadOnlySpan<double> x, double b, ReadOnlySpan<double> y)
    {
        var va = Vector256.Create(a);
        var vb = Vector256.Create(b);
        ref var rx = ref MemoryMarshal.GetReference(x);
        ref var ry = ref MemoryMarshal.GetReference(y);
        ref var rz = ref MemoryMarshal.GetReference(z);
        var i = 0;
        for (; i <= x.Length - Width; i += Width)
        {
            var at = (nuint)i;
            var sum = Vector256.LoadUnsafe(ref rz, at) + va * Vector256.LoadUnsafe(ref rx, at) + vb * Vector256.LoadUnsafe(ref ry, at);
            sum.StoreUnsafe(ref rz, at);
        }

        for (; i < x.Length; i++)
        {
            z[i] += a * x[i] + b * y[i];
        }
    }

    /// <summary>target = x − shift; sums += target.</summary>
    public static void Shift(ReadOnlySpan<double> x, ReadOnlySpan<double> shift, Span<double> target, Span<double> sums)
    {
        ref var rx = ref MemoryMarshal.GetReference(x);
        ref var rc = ref MemoryMarshal.GetReference(shift);
        ref var rt = ref MemoryMarshal.GetReference(target);
        ref var rs = ref MemoryMarshal.GetReference(sums);
        var i = 0;
        for (; i <= x.Length - Width; i += Width)
        {
            var at = (nuint)i;
            var d = Vector256.LoadUnsafe(ref rx, at) - Vector256.LoadUnsafe(ref rc, at);
            d.StoreUnsafe(ref rt, at);
            (Vector256.LoadUnsafe(ref rs, at) + d).StoreUnsafe(ref rs, at);
        }

        for (; i < x.Length; i++)
        {
            target[i] = x[i] - shift[i];
            sums[i] += target[i];
        }
    }

    /// <summary>(x, y) becomes (c x − s y, s x + c y).</summary>
    public static void Rotate(Span<double> x, Span<double> y, double c, double s)
    {
        var vc = Vector256.Create(c);
        var vs = Vector256.Create(s);
        ref var rx = ref MemoryMarshal.GetReference(x);
        ref var ry = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= x.Length - Width; i += Width)
        {
            var a = Vector256.LoadUnsafe(ref rx, (nuint)i);
            var b = Vector256.LoadUnsafe(ref ry, (nuint)i);
            (vc * a - vs * b).StoreUnsafe(ref rx, (nuint)i);
            (vs * a + vc * b).StoreUnsafe(ref ry, (nuint)i);
        }

        for (; i < x.Length; i++)
        {
            (x[i], y[i]) = (c * x[i] - s * y[i], s * x[i] + c * y[i]);
        }
    }
}
