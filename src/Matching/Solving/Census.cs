using System.Numerics;
using System.Runtime.CompilerServices;

namespace Stupeni.Matching.Solving;

/// <summary>What kind of numbers the weights are, and the whole numbers made of them.</summary>
internal sealed class Census
{
    private const int MostDecimals = 6;

    public double Largest { get; private set; }

    /// <summary>Decimals that all weights seen have at most; more than six counts as not a decimal.</summary>
    public int Decimals { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<double> weights)
    {
        var (largest, broken, c) = (Vector<double>.Zero, Vector<long>.Zero, 0);
        for (; c <= weights.Length - Vector<double>.Count; c += Vector<double>.Count)
        {
            var weight = new Vector<double>(weights[c..]);
            var size = Vector.Abs(weight);
            largest = Vector.ConditionalSelect(Vector.GreaterThan(size, largest), size, largest);
            broken |= Vector.AndNot(Vector.Equals(weight, weight), Vector.Equals(weight, Vector.Floor(weight)));
        }

        var whole = broken == Vector<long>.Zero;
        for (var k = 0; k < Vector<double>.Count; k++) Largest = Math.Max(Largest, largest[k]);
        for (; c < weights.Length; c++)
        {
            if (double.IsNaN(weights[c])) continue;
            Largest = Math.Max(Largest, Math.Abs(weights[c]));
            whole &= weights[c] == Math.Floor(weights[c]);
        }

        if (whole) return;

        foreach (var weight in weights)
        {
            if (double.IsNaN(weight)) continue;
            while (Decimals <= MostDecimals && !Fits(weight, Math.Pow(10, Decimals))) Decimals++;
        }
    }

    /// <summary>As they are, or times a power of ten, when that stays under the limit; else times the largest power of two that does.</summary>
    public Scaling Choose(double limit)
    {
        if (Decimals == 0) return new Scaling(1, 0);

        var tens = Math.Pow(10, Decimals);
        if (Decimals <= MostDecimals && Largest * tens <= limit) return new Scaling(tens, 0);

        var twos = Math.ScaleB(1, Math.ILogB(limit) - Math.ILogB(Largest) - 1);
        return new Scaling(twos, 0.5 / twos);
    }

    private static bool Fits(double weight, double tens) => Math.Round(weight * tens) / tens == weight;
}
