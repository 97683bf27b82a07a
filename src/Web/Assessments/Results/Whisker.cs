using System.Globalization;
using Stupeni.Assessments.Rules;
using Stupeni.Platform;
using Stupeni.Statistics.Inference;

namespace Stupeni.Assessments.Results;

/// <summary>A share below the threshold with its 95 % interval, to be drawn as a dot and a whisker on an axis from 0 to <paramref name="Most"/> per cent.</summary>
public sealed record Whisker(int Below, int N, double Most = 100)
{
    public double Share => 100.0 * Below / N;

    public double Lower => 100 * Proportion.Wilson(Below, N).Lower;

    public double Upper => 100 * Proportion.Wilson(Below, N).Upper;

    public bool IsFew => N < CompletionClass.FewestParticipants;

    public string X(double percent) => string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(100 * percent / Most, 0, 100):0.##}%");

    public string Label => Texts.Say("{0}, 95 % интервал {1} %; {2} из {3}", Numbers.Percent(Share), Numbers.Range(Lower, Upper), Below, N);
}
