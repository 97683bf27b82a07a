using System.Globalization;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Statistics.Composites;

namespace Stupeni.Context;

/// <summary>How the index of social wellbeing is computed and from where circumstances count as hard: data with a source. Never changed once made.</summary>
public sealed class IndexEdition : IRecorded
{
    public Id<IndexEdition> Id { get; init; } = Id<IndexEdition>.New();
    public required string Edition { get; init; }
    public required Weighting Weighting { get; init; }

    /// <summary>An indicator counts if at least this per cent of the schools with a passport have it.</summary>
    public required int LeastSchoolsPercent { get; init; }

    /// <summary>A school gets an index if it has at least this per cent of the weight of all indicators.</summary>
    public required int LeastWeightPercent { get; init; }

    /// <summary>Circumstances are hard up to this percentile of the index over the region.</summary>
    public required int CutPercent { get; init; }

    /// <summary>With fewer schools nothing is estimated.</summary>
    public required int MinSchools { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public required string Source { get; init; }
    public required string EnglishSource { get; init; }
    public required string Confidence { get; init; }

    /// <summary>Made here, by the region; the others are shipped.</summary>
    public bool IsOwn { get; init; }

    public string Label => Edition;
    Guid? IRecorded.Organisation => null;

    public string SaidSource => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? EnglishSource : Source;

    /// <summary>An edition of the region's own: the numbers that it has decided and the act that says so.</summary>
    public IndexEdition Own(string? edition, Weighting weighting, int cut, int leastSchools, int leastWeight, DateOnly? from, string? source)
    {
        if (string.IsNullOrWhiteSpace(edition) || edition.Trim().Length > 40) throw new RuleBroken("Назовите редакцию, не длиннее 40 знаков.", nameof(edition));
        if (cut is < 5 or > 50) throw new RuleBroken("Граница неблагоприятного контекста — целое число от 5 до 50 процентов школ.", nameof(cut));
        if (leastSchools is < 1 or > 100) throw new RuleBroken("Доля школ с показателем — целое число от 1 до 100 процентов.", nameof(leastSchools));
        if (leastWeight is < 1 or > 100) throw new RuleBroken("Доля показателей у школы — целое число от 1 до 100 процентов.", nameof(leastWeight));
        if (from is not { Year: >= 2000 and <= 2100 } day) throw new RuleBroken("Укажите, с какого дня действует редакция.", nameof(from));
        if (string.IsNullOrWhiteSpace(source) || source.Trim().Length > 500) throw new RuleBroken("Укажите акт, которым установлены числа, не длиннее 500 знаков.", nameof(source));
        return new()
        {
            Edition = edition.Trim(), Weighting = weighting, CutPercent = cut, LeastSchoolsPercent = leastSchools, LeastWeightPercent = leastWeight, MinSchools = MinSchools,
            EffectiveFrom = day, Source = source.Trim(), EnglishSource = source.Trim(), Confidence = "A", IsOwn = true,
        };
    }
}
