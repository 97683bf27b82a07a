using System.Globalization;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>The numbers by which an estimate becomes words: where a result is low, how sure is sure. Data with a source; never changed once made.</summary>
public sealed class EstimateEdition : IRecorded
{
    public Id<EstimateEdition> Id { get; init; } = Id<EstimateEdition>.New();
    public required string Edition { get; init; }

    /// <summary>A level is low below the one under which, by the model, this per cent of the region's schools lie.</summary>
    public required int LowPercent { get; init; }

    /// <summary>A level is high from the one under which this per cent lie.</summary>
    public required int HighPercent { get; init; }

    /// <summary>From this probability on something is likely; the rest to a hundred is unlikely.</summary>
    public required int SurePercent { get; init; }

    /// <summary>With fewer pupils in all there is no verdict.</summary>
    public required int MinPupils { get; init; }

    /// <summary>A procedure with results of fewer schools is left out: its model would not stand.</summary>
    public required int MinSchools { get; init; }

    /// <summary>How many comparable years a donor of practice has to have, each above what was expected.</summary>
    public required int MinYears { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public required string Source { get; init; }
    public required string EnglishSource { get; init; }
    public required string Confidence { get; init; }
    public required RuleOrigin Origin { get; init; }

    public string Label => Edition;
    Guid? IRecorded.Organisation => null;

    public string SaidSource => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? EnglishSource : Source;

    public bool IsLikely(double probability) => 100 * probability >= SurePercent;

    public bool IsUnlikely(double probability) => 100 * probability <= 100 - SurePercent;

    /// <summary>An edition of the region's own: the numbers that it has decided and the act that says so.</summary>
    public EstimateEdition Own(string? edition, int low, int high, int sure, int pupils, int years, DateOnly? from, string? source)
    {
        if (string.IsNullOrWhiteSpace(edition) || edition.Trim().Length > 40) throw new RuleBroken("Назовите редакцию, не длиннее 40 знаков.", nameof(edition));
        if (low is < 1 or > 40) throw new RuleBroken("Граница низкого результата — от 1 до 40 процентов школ.", nameof(low));
        if (high is < 50 or > 99) throw new RuleBroken("Граница высокого результата — от 50 до 99 процентов школ.", nameof(high));
        if (sure is < 60 or > 99) throw new RuleBroken("Уверенность — от 60 до 99 процентов.", nameof(sure));
        if (pupils is < 5 or > 100) throw new RuleBroken("Наименьшее число учеников — от 5 до 100.", nameof(pupils));
        if (years is < 1 or > 5) throw new RuleBroken("Число лет — от 1 до 5.", nameof(years));
        if (from is not { Year: >= 2000 and <= 2100 } day) throw new RuleBroken("Укажите, с какого дня действует редакция.", nameof(from));
        if (string.IsNullOrWhiteSpace(source) || source.Trim().Length > 500) throw new RuleBroken("Укажите акт, которым установлены числа, не длиннее 500 знаков.", nameof(source));
        return new()
        {
            Edition = edition.Trim(), LowPercent = low, HighPercent = high, SurePercent = sure, MinPupils = pupils, MinSchools = MinSchools, MinYears = years,
            EffectiveFrom = day, Source = source.Trim(), EnglishSource = source.Trim(), Confidence = "A", Origin = RuleOrigin.Own,
        };
    }
}
