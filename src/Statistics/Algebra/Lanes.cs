using System.Numerics;
using System.Runtime.InteropServices;

namespace Stupeni.Statistics.Algebra;

/// <summary>Vectorised loops over contiguous numbers; operands have equal lengths.</summary>
internal static class Lanes
{
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var width = Vector<double>.Count;
        var a = Vector<double>.Zero;
        var b = Vector<double>.Zero;
        ref var rx = ref MemoryMarshal.GetReference(x);
        ref var ry = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= x.Length - 2 * width; i += 2 * width)
        {
            a += Vector.LoadUnsafe(ref rx, (nuint)i) * Vector.LoadUnsafe(ref ry, (nuint)i);
            b += Vector.LoadUnsafe(ref rx, (nuint)(i + width)) * Vector.LoadUnsafe(ref ry, (nuint)(i + width));
        }

        var sum = Vector.Sum(a + b);
        for (; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    /// <summary>y += a x.</summary>
    public static void Add(Span<double> y, double a, ReadOnlySpan<double> x)
    {
        var width = Vector<double>.Count;
        var va = new Vector<double>(a);
        ref var rx = ref MemoryMarshal.GetReference(x);
        ref var ry = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= x.Length - width; i += width)
        {
            (Vector.LoadUnsafe(ref ry, (nuint)i) + va * Vector.LoadUnsafe(ref rx, (nuint)i)).StoreUnsafe(ref ry, (nuint)i);
        }

        for (; i < x.Length; i++)
        {
            y[i] += a * x[i];
        }
    }

    /// <summary>z += a x + b y.</summary>
    public static void Add(Span<double> z, double a, ReadOnlySpan<double> x, double b, ReadOnlySpan<double> y)
    {
        var width = Vector<double>.Count;
        var va = new Vector<double>(a);
        var vb = new Vector<double>(b);
        ref var rx = ref MemoryMarshal.GetReference(x);
        ref var ry = ref MemoryMarshal.GetReference(y);
        ref var rz = ref MemoryMarshal.GetReference(z);
        var i = 0;
        for (; i <= x.Length - width; i += width)
        {
            var at = (nuint)i;
            var sum = Vector.LoadUnsafe(ref rz, at) + va * Vector.LoadUnsafe(ref rx, at) + vb * Vector.LoadUnsafe(ref ry, at);
            sum.StoreUnsafe(ref rz, at);
        }

        for (; i < x.Length; i++)
        {
            z[i] += a * x[i] + b * y[i];
        }
    }

    /// <summary>(x, y) becomes (c x − s y, s x + c y).</summary>
    public static void Rotate(Span<double> x, Span<double> y, double c, double s)
    {
        var width = Vector<double>.Count;
        var vc = new Vector<double>(c);
        var vs = new Vector<double>(s);
        ref var rx = ref MemoryMarshal.GetReference(x);
        ref var ry = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= x.Length - width; i += width)
        {
            var a = Vector.LoadUnsafe(ref rx, (nuint)i);
            var b = Vector.LoadUnsafe(ref ry, (nuint)i);
            (vc * a - vs * b).StoreUnsafe(ref rx, (nuint)i);
            (vs * a + vc * b).StoreUnsafe(ref ry, (nuint)i);
        }

        for (; i < x.Length; i++)
        {
            (x[i], y[i]) = (c * x[i] - s * y[i], s * x[i] + c * y[i]);
        }
    }
}
