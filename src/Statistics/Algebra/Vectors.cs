using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stupeni.Statistics.Algebra;

/// <summary>Sums of products over spans in a fixed order (four lanes), so that results do not depend on the machine.</summary>
internal static class Vectors
{
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var n = Math.Min(a.Length, b.Length);
        var sum = Vector256<double>.Zero;
        var i = 0;
        for (; i <= n - 4; i += 4)
        {
            sum += Vector256.LoadUnsafe(ref x, (nuint)i) * Vector256.LoadUnsafe(ref y, (nuint)i);
        }

        var total = Vector256.Sum(sum);
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
}
