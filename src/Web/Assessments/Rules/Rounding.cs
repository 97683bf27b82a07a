namespace Stupeni.Assessments.Rules;

/// <summary>How far two figures may be apart and still be one: half of the last digit that a report writes. What is counted from sheets, and counts of people, are not rounded.</summary>
public static class Rounding
{
    /// <summary>What binary fractions add by themselves.</summary>
    public const double Noise = 1e-6;

    /// <param name="decimals">Digits after the comma in the file.</param>
    public static double Of(int decimals) => 0.5 * Math.Pow(10, -decimals);

    public static bool Explains(double one, double oneRounded, double other, double otherRounded) => Math.Abs(one - other) <= oneRounded + otherRounded + Noise;
}
