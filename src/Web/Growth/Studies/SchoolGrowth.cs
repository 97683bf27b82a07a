using System.Globalization;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Statistics;
using Stupeni.Statistics.Regression;

namespace Stupeni.Growth.Studies;

/// <summary>What a school adds beyond what was expected of its pupils: shrunken, with its interval.</summary>
/// <param name="Kept">How much of the plain difference is kept after shrinking, 0 to 1; NaN with a slope.</param>
public sealed record SchoolGrowth(Id<Organisation>? Organisation, string Name, int Pupils, Estimate Effect, Estimate Slope, double Adds, double Kept)
{
    /// <summary>Below it a school is said to have few pupils.</summary>
    public const int Few = 10;

    private const double Wide = 1.959963984540054;

    public double Low => Effect.Value - Wide * Effect.StandardError;

    public double High => Effect.Value + Wide * Effect.StandardError;

    public bool IsFew => Pupils < Few;

    public bool IsAbove => Low > 0;

    public bool IsBelow => High < 0;

    /// <summary>In the order of their names, numbers by size; never by what they add.</summary>
    public static IReadOnlyList<SchoolGrowth> Of(MixedFit fit, IReadOnlyList<StudySchool> schools, Func<StudySchool, bool> isSeen)
    {
        var effects = fit.Groups.ToDictionary(g => g.Group);
        return [.. schools.Where(s => isSeen(s) && effects.ContainsKey(s.Position)).Select(s =>
        {
            var own = effects[s.Position];
            var kept = own.Slope.IsPresent || !(fit.InterceptVariance.Value > 0) ? double.NaN : 1 - own.Intercept.StandardError * own.Intercept.StandardError / fit.InterceptVariance.Value;
            return new SchoolGrowth(s.Organisation, s.Label, own.Rows, own.Intercept, own.Slope, 1 - own.ProbabilityBelow(0).Value, kept);
        }).OrderBy(s => int.TryParse(s.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue).ThenBy(s => s.Name, StringComparer.CurrentCulture)];
    }
}
