using System.Globalization;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Comparators;

/// <summary>By what schools are near each other, how many are compared and how much has to be known of them: data with a source. Never changed once made.</summary>
public sealed class ComparatorEdition : IRecorded
{
    public const int LongestWeight = 100;

    public Id<ComparatorEdition> Id { get; init; } = Id<ComparatorEdition>.New();
    public required string Edition { get; init; }

    /// <summary>How many of the nearest are taken.</summary>
    public required int Neighbours { get; init; }

    /// <summary>Schools are compared if at least this per cent of the weight is known of both.</summary>
    public required int LeastKnownPercent { get; init; }

    /// <summary>Results that the reader may not see by name are summed over at least so many schools.</summary>
    public required int LeastSchools { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public required string Source { get; init; }
    public required string EnglishSource { get; init; }
    public required string Confidence { get; init; }

    /// <summary>Made here, by the region; the others are shipped.</summary>
    public bool IsOwn { get; init; }
    public List<ComparatorWeight> Weights { get; init; } = [];

    public string Label => Edition;
    Guid? IRecorded.Organisation => null;

    public string SaidSource => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? EnglishSource : Source;

    /// <summary>An edition of the region's own: the numbers that it has decided and the act that says so. Fewer schools than shipped may not stand behind a sum.</summary>
    public ComparatorEdition Own(string? edition, int neighbours, int leastKnown, IReadOnlyDictionary<string, int> weights, DateOnly? from, string? source)
    {
        if (string.IsNullOrWhiteSpace(edition) || edition.Trim().Length > 40) throw new RuleBroken("Назовите редакцию, не длиннее 40 знаков.", nameof(edition));
        if (neighbours < LeastSchools || neighbours > 50) throw new RuleBroken("Похожих школ — от {0} до 50.", nameof(neighbours), LeastSchools);
        if (leastKnown is < 1 or > 100) throw new RuleBroken("Известная доля — целое число от 1 до 100 процентов.", nameof(leastKnown));
        if (weights.Values.Any(w => w is < 0 or > LongestWeight) || weights.Values.Sum() == 0) throw new RuleBroken("Вес — целое число от 0 до {0}; хотя бы один больше нуля.", nameof(weights), LongestWeight);
        if (from is not { Year: >= 2000 and <= 2100 } day) throw new RuleBroken("Укажите, с какого дня действует редакция.", nameof(from));
        if (string.IsNullOrWhiteSpace(source) || source.Trim().Length > 500) throw new RuleBroken("Укажите акт, которым установлены числа, не длиннее 500 знаков.", nameof(source));
        var own = new ComparatorEdition
        {
            Edition = edition.Trim(), Neighbours = neighbours, LeastKnownPercent = leastKnown, LeastSchools = LeastSchools, EffectiveFrom = day, Source = source.Trim(), EnglishSource = source.Trim(), Confidence = "A", IsOwn = true,
        };
        own.Weights.AddRange(Weights.Where(w => weights.GetValueOrDefault(w.Measure) > 0).Select(w => new ComparatorWeight { Edition = own.Id, Measure = w.Measure, Position = w.Position, Weight = weights[w.Measure] }));
        return own;
    }
}

/// <summary>How much a measure counts: the index of social wellbeing, size, rural, or the share of an indicator of the social passport.</summary>
public sealed class ComparatorWeight
{
    public Id<ComparatorEdition> Edition { get; init; }
    public required string Measure { get; init; }
    public required int Position { get; init; }
    public required int Weight { get; init; }
}
