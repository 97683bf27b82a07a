using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stupeni.Statistics.Algebra;

/// <summary>
/// Vectorised loops over contiguous numbers, as far as the shorter operand goes. Always four lanes, so that sums are added in the same
/// order on every machine.
/// </summary>
internal static class Lanes
{
    private const int Width = 4;

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var n = Math.Min(a.Length, b.Length);
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
        var i = 0;
        for (; i <= n - 16; i += 16)
        {
            s0 += Vector256.LoadUnsafe(ref x, (nuint)i) * Vector256.LoadUnsafe(ref y, (nuint)i);
            s1 += Vector256.LoadUnsafe(ref x, (nuint)i + 4) * Vector256.LoadUnsafe(ref y, (nuint)i + 4);
            s2 += Vector256.LoadUnsafe(ref x, (nuint)i + 8) * Vector256.LoadUnsafe(ref y, (nuint)i + 8);
            s3 += Vector256.LoadUnsafe(ref x, (nuint)i + 12) * Vector256.LoadUnsafe(ref y, (nuint)i + 12);
        }

        for (; i <= n - 4; i += 4)
        {
            s0 += Vector256.LoadUnsafe(ref x, (nuint)i) * Vector256.LoadUnsafe(ref y, (nuint)i);
        }

        var total = Vector256.Sum((s0 + s1) + (s2 + s3));
        for (; i < n; i++)
        {
            total += Unsafe.Add(ref x, i) * Unsafe.Add(ref y, i);
        }

        return total;
    }

    /// <summary>target += factor · source.</summary>
    public static void Add(Span<double> target, double factor, ReadOnlySpan<double> source)
    {
        ref var x = ref MemoryMarshal.GetReference(target);
        ref var y = ref MemoryMarshal.GetReference(source);
        var n = Math.Min(target.Length, source.Length);
        var scale = Vector256.Create(factor);
        var i = 0;
        for (; i <= n - 4; i += 4)
        {
            (Vector256.LoadUnsafe(ref x, (nuint)i) + scale * Vector256.LoadUnsafe(ref y, (nuint)i)).StoreUnsafe(ref x, (nuint)i);
        }

        for (; i < n; i++)
        {
            Unsafe.Add(ref x, i) += factor * Unsafe.Add(ref y, i);
        }
    }

    /// <summary>target += factor · source + other factor · other source.</summary>
    public static void Add(Span<double> target, double factor, ReadOnlySpan<double> source, double otherFactor, ReadOnlySpan<double> other)
    {
        ref var x = ref MemoryMarshal.GetReference(target);
        ref var y = ref MemoryMarshal.GetReference(source);
        ref var z = ref MemoryMarshal.GetReference(other);
        var n = Math.Min(target.Length, Math.Min(source.Length, other.Length));
        var (a, b) = (Vector256.Create(factor), Vector256.Create(otherFactor));
        var i = 0;
        for (; i <= n - 4; i += 4)
        {
            var sum = a * Vector256.LoadUnsafe(ref y, (nuint)i) + b * Vector256.LoadUnsafe(ref z, (nuint)i);
            (Vector256.LoadUnsafe(ref x, (nuint)i) + sum).StoreUnsafe(ref x, (nuint)i);
        }

        for (; i < n; i++)
        {
            Unsafe.Add(ref x, i) += factor * Unsafe.Add(ref y, i) + otherFactor * Unsafe.Add(ref z, i);
        }
    }

    /// <summary>target *= source, element by element.</summary>
    public static void Multiply(Span<double> target, ReadOnlySpan<double> source)
    {
        ref var x = ref MemoryMarshal.GetReference(target);
        ref var y = ref MemoryMarshal.GetReference(source);
        var n = Math.Min(target.Length, source.Length);
        var i = 0;
        for (; i <= n - 4; i += 4)
        {
            (Vector256.LoadUnsafe(ref x, (nuint)i) * Vector256.LoadUnsafe(ref y, (nuint)i)).StoreUnsafe(ref x, (nuint)i);
        }

        for (; i < n; i++)
        {
            Unsafe.Add(ref x, i) *= Unsafe.Add(ref y, i);
        }
    }

    public static double Sum(ReadOnlySpan<double> a)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        var sum = Vector256<double>.Zero;
        var i = 0;
        for (; i <= a.Length - 4; i += 4)
        {
            sum += Vector256.LoadUnsafe(ref x, (nuint)i);
        }

        var total = Vector256.Sum(sum);
        for (; i < a.Length; i++)
        {
            total += Unsafe.Add(ref x, i);
        }

        return total;
    }

    /// <summary>target = x − y. Compiled at full speed from the first call, as what is called once on a large table deserves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Subtract(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> target)
    {
        ref var rx = ref MemoryMarshal.GetReference(x);
        ref var ry = ref MemoryMarshal.GetReference(y);
        ref var rt = ref MemoryMarshal.GetReference(target);
        var i = 0;
        for (; i <= x.Length - Width; i += Width)
        {
            (Vector256.LoadUnsafe(ref rx, (nuint)i) - Vector256.LoadUnsafe(ref ry, (nuint)i)).StoreUnsafe(ref rt, (nuint)i);
        }

        for (; i < x.Length; i++)
        {
            target[i] = x[i] - y[i];
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
