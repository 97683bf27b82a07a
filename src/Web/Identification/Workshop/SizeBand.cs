using Stupeni.Platform;
using Stupeni.Statistics.Inference;

namespace Stupeni.Identification.Workshop;

/// <summary>How often schools of one size are listed by either edition.</summary>
/// <param name="From">The least cohort of the band; the next band begins at <paramref name="Until"/>.</param>
public sealed record SizeBand(int From, int? Until, int Schools, int Was, int Now, int Entered)
{
    public string Name => Until is not { } until ? Texts.Say("{0} и больше", From) : From == 0 ? Texts.Say("меньше {0}", until) : $"{From}–{until - 1}";

    public static IReadOnlyList<SizeBand> Of(TriedYear year, IReadOnlyList<int> bounds)
    {
        int[] from = [0, .. bounds];
        return [.. from.Select((least, at) =>
        {
            int? until = at + 1 < from.Length ? from[at + 1] : null;
            var own = year.Schools.Where(s => s.Cohort >= least && (until is null || s.Cohort < until)).ToList();
            return new SizeBand(least, until, own.Count, own.Count(s => s.WasListed), own.Count(s => s.IsListed), own.Count(s => s.Enters));
        })];
    }

    public Figure Share(int listed, RunOrder order)
    {
        var interval = Proportion.Wilson(listed, Schools);
        return new()
        {
            Title = Texts.Say("В списке из школ с когортой {0}", Name), Value = Figure.Share(listed, Schools), Lower = 100 * interval.Lower, Upper = 100 * interval.Upper, Numerator = listed, Denominator = Schools, N = Schools,
            Formula = "школы в списке ÷ школы этого размера × 100 %; интервал Уилсона", Method = "identification-workshop", Source = "Результаты процедур", Edition = order.Edition(), Hidden = "таких школ нет",
        };
    }
}
