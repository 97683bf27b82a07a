using Stupeni.Statistics;
using Stupeni.Statistics.Inference;

namespace Stupeni.Schools.Rules;

/// <summary>How many of a group are below the threshold.</summary>
public readonly record struct Counted(int Below, int N)
{
    /// <summary>A group is spoken of from ten participants on (FIOKO, recommendations of 2026).</summary>
    public const int Enough = 10;

    public bool IsEnough => N >= Enough;

    public double Percent => 100.0 * Below / N;
}

/// <summary>The share below the threshold of a school less another's, as if the pupils of both were drawn independently.</summary>
/// <param name="Adjusted">p after Holm over all differences that are looked at together.</param>
public sealed record ResultDifference(TwoProportions Test, Estimate Adjusted)
{
    public const double Level = 0.05;

    /// <summary>In percentage points; above zero the other has fewer below the threshold.</summary>
    public double Points => 100 * Test.Difference.Value;
    public double Lower => 100 * Test.Newcombe.Lower;
    public double Upper => 100 * Test.Newcombe.Upper;

    private bool IsSure => Adjusted is { IsPresent: true, Value: < Level };

    /// <summary>The other does better, and chance hardly explains it: the interval leaves zero out, and so does the test among all that are made.</summary>
    public bool OtherDoesBetter => IsSure && Lower > 0;

    public bool OtherDoesWorse => IsSure && Upper < 0;

    /// <summary>One for each pair, in their order; null where a group is too small to speak of.</summary>
    public static IReadOnlyList<ResultDifference?> Of(IReadOnlyList<(Counted Own, Counted Other)> pairs)
    {
        var tests = pairs.Select(p => p.Own.IsEnough && p.Other.IsEnough ? TwoProportions.Compare(p.Own.Below, p.Own.N, p.Other.Below, p.Other.N) : null).ToList();
        var adjusted = Multiplicity.Adjust([.. tests.Select(t => t?.Test.P ?? double.NaN)], Adjustment.Holm);
        return [.. tests.Select((t, at) => t is null ? null : new ResultDifference(t, adjusted[at]))];
    }
}
