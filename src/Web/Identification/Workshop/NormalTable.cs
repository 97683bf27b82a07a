using Stupeni.Statistics.Distributions;

namespace Stupeni.Identification.Workshop;

/// <summary>P(X ≤ x) of a standard normal between points 1/256 apart, within 10⁻⁶: a simulation asks for it tens of millions of times.</summary>
internal static class NormalTable
{
    private const int Steps = 256;
    private const double Far = 6;
    private static readonly double[] Points = [.. Enumerable.Range(0, (int)(2 * Far * Steps) + 2).Select(i => Normal.Lower(i / (double)Steps - Far))];

    public static double Lower(double x)
    {
        if (!(x > -Far)) return 0;
        if (x >= Far) return 1;
        var at = (x + Far) * Steps;
        var left = (int)at;
        return Points[left] + (at - left) * (Points[left + 1] - Points[left]);
    }
}
