using System.Runtime.CompilerServices;

namespace Stupeni.Matching.Solving;

/// <summary>A binary heap, least key first; equal keys in the order of their nodes, so that the same problem always takes the same path.</summary>
internal sealed class Heap
{
    private double[] keys = new double[256];
    private int[] nodes = new int[256];
    private int count;

    public bool Empty => count == 0;
    public double LeastKey => keys[0];

    public void Clear() => count = 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(double key, int node)
    {
        if (count == keys.Length)
        {
            Array.Resize(ref keys, count * 2);
            Array.Resize(ref nodes, count * 2);
        }

        var at = count++;
        while (at > 0)
        {
            var up = (at - 1) >> 1;
            if (!Before(key, node, up)) break;
            (keys[at], nodes[at]) = (keys[up], nodes[up]);
            at = up;
        }

        (keys[at], nodes[at]) = (key, node);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Pop()
    {
        var top = nodes[0];
        var (key, node) = (keys[--count], nodes[count]);
        var at = 0;
        while (true)
        {
            var down = 2 * at + 1;
            if (down >= count) break;
            if (down + 1 < count && Before(keys[down + 1], nodes[down + 1], down)) down++;
            if (Before(key, node, down)) break;
            (keys[at], nodes[at]) = (keys[down], nodes[down]);
            at = down;
        }

        (keys[at], nodes[at]) = (key, node);
        return top;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Before(double key, int node, int other) => key < keys[other] || (key == keys[other] && node < nodes[other]);
}
