using Stupeni.Context;
using Stupeni.Platform;

namespace Stupeni.Comparators;

/// <summary>One thing by which schools are near each other. Shares are of the social passport, in per cent; the size is compared by how many times, not by how many.</summary>
public sealed record Measure(string Code, int Weight, ContextIndicator? Indicator)
{
    public const string Index = "Index", Size = "Size", Rural = "Rural";

    public string Name => Code switch
    {
        Index => Texts.Say("Индекс социального благополучия"),
        Size => Texts.Say("Число обучающихся"),
        Rural => Texts.Say("Местность"),
        _ => Indicator!.Said,
    };

    /// <summary>A value as people read it.</summary>
    public string Say(double value) => Code switch
    {
        Index => Numbers.Decimal(value, 0),
        Size => Numbers.Whole((long)Math.Round(Math.Pow(2, value))),
        Rural => Texts.Say(value > 0.5 ? "село" : "город"),
        _ => Numbers.Percent(value, 0),
    };

    public static double OfSize(int? pupils) => pupils is > 0 and var count ? Math.Log2(count) : double.NaN;
}
