using Stupeni.Assessments.Results;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Trends;

/// <summary>Figures of a line, each with its formula, N and source.</summary>
public static class TrendFigures
{
    public static FigureOrigin From(this TrendSeries series, YearResult result, string href, Id<Organisation>? school = null) => new ProcedureHead(result.Procedure, series.Subject, [], "").From(result.Sums, href, school: school);

    /// <summary>Points scored of those possible.</summary>
    public static Figure Scored(this YearResult result, FigureOrigin from) => new()
    {
        Title = "Средний балл, % от максимума", Value = result is { Most: { } most, Sums.Scored: > 0 } ? 100 * result.Sums.ScoreSum / (result.Sums.Scored * most) : null, N = result.Sums.Scored,
        Method = "trends", Formula = "сумма баллов ÷ (участники с баллом × максимум) × 100", Source = from.Source, SourceHref = from.Href, LineageHref = from.Lineage, Hidden = "максимум не известен",
    };

    public static Figure Figure(this ShareChange change, string name, int family)
    {
        var interval = change.Comparison.Newcombe;
        return new()
        {
            Title = Texts.Say("{0}: изменение с {1} по {2} год", name, change.From.Year.Ends, change.To.Year.Ends), Value = change.Points, Unit = FigureUnit.Change, Lower = 100 * interval.Lower, Upper = 100 * interval.Upper, N = change.From.N + change.To.N,
            Method = "trends", Formula = Texts.Say("{0} из {1} − {2} из {3}", change.To.Below, change.To.N, change.From.Below, change.From.N), Source = Texts.Say("доли ниже порога двух лет из таблицы"), Edition = Corrected(change.Comparison.Test.P, change.Adjusted, family),
        };
    }

    /// <summary>p of a comparison before and after the correction for all that are made together.</summary>
    internal static string Corrected(double p, Statistics.Estimate adjusted, int family) => adjusted.IsPresent
        ? Texts.Say("p = {0}; с поправкой Холма на {1}: {2}", P(p), Texts.Count(family, "сравнение|сравнения|сравнений"), P(adjusted.Value)) : Texts.Say("проверять нечего: обе доли 0 или 100 %");

    private static string P(double p) => p < 0.001 ? "< " + Numbers.Decimal(0.001, 3) : Numbers.Decimal(p, 3);
}
