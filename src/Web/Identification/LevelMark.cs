using System.Globalization;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>A level, its interval, what was expected and the cut, on a line from 300 to 700.</summary>
public sealed record LevelMark(SchoolEstimate School, double Cut)
{
    private const double From = 300, To = 700;

    public string Label => Texts.Say("уровень {0}, интервал {1}, ожидаемый {2}, граница низкого {3}", EstimateWords.Level(School.Level), EstimateWords.Range(School.Level, School.Error), EstimateWords.Level(School.Expected), EstimateWords.Level(Cut));

    public double Lower => School.Level - (1.96 * School.Error);

    public double Upper => School.Level + (1.96 * School.Error);

    public static double Scaled(double value) => 500 + (100 * value);

    public static string X(double value) => string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp((Scaled(value) - From) / (To - From) * 100, 0, 100):0.##}%");
}
