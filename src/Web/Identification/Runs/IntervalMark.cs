using System.Globalization;
using Stupeni.Platform;

namespace Stupeni.Identification.Runs;

/// <summary>A share, its interval and the threshold on a line from 0 to 100 %.</summary>
/// <param name="Hollow">Too few participants for the rule to count it.</param>
public sealed record IntervalMark(Figure Figure, int Threshold, bool Hollow)
{
    public string Label => Texts.Say("{0}, интервал от {1} до {2}, порог {3}", Numbers.Percent(Figure.Value), Numbers.Decimal(Figure.Lower ?? 0), Numbers.Percent(Figure.Upper ?? 0), Numbers.Percent(Threshold, 0));

    public static string X(double? percent) => string.Create(CultureInfo.InvariantCulture, $"{percent ?? 0:0.##}%");
}
