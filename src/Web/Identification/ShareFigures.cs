using Stupeni.Platform;
using Stupeni.Statistics.Inference;

namespace Stupeni.Identification;

/// <summary>A share below the threshold as a figure: value and 95 % Wilson interval in per cent.</summary>
public static class ShareFigures
{
    public static Figure Of(int below, int participants)
    {
        var interval = Proportion.Wilson(below, participants);
        return new()
        {
            Title = "Доля ниже порога", Value = Figure.Share(below, participants), Lower = 100 * interval.Lower, Upper = 100 * interval.Upper, Numerator = below, Denominator = participants, N = participants,
            Formula = "ниже порога ÷ участники × 100 %; интервал Уилсона", Method = "wilson", Source = "Результаты процедуры",
        };
    }
}
