using System.Text.Json;
using Stupeni.Platform;

namespace Stupeni.Identification.Workshop;

/// <summary>Bounds of sizes and what the model assumes where the region's data do not say, with their sources: Identification/workshop.json.</summary>
public sealed record WorkshopSettings
{
    public required string Edition { get; init; }

    /// <summary>From how many participants each band of sizes but the first begins.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }
    public required string SizesSource { get; init; }
    public required string EnglishSizesSource { get; init; }

    /// <summary>The share of schools, by their true level, that is called truly weakest.</summary>
    public required int WeakestPercent { get; init; }
    public required int Between { get; init; }
    public required int Lasting { get; init; }
    public required int Yearly { get; init; }
    public required int Pupil { get; init; }
    public required int MostBetween { get; init; }
    public required int MostPupil { get; init; }
    public required int Repetitions { get; init; }
    public required int LeastRepetitions { get; init; }
    public required int MostRepetitions { get; init; }

    /// <summary>Pupils' results drawn in all repetitions together: a large region takes fewer repetitions, so that nobody waits.</summary>
    public required long MostDraws { get; init; }
    public required int Seed { get; init; }
    public required string Source { get; init; }
    public required string EnglishSource { get; init; }

    public static WorkshopSettings Shipped { get; } = Read();

    /// <summary>Below it a school is called small: the bound of a limited sample.</summary>
    public int Small => Sizes[1];

    public string SaidSource => Texts.IsRussian ? Source : EnglishSource;

    public string SaidSizesSource => Texts.IsRussian ? SizesSource : EnglishSizesSource;

    private static WorkshopSettings Read()
    {
        using var file = typeof(WorkshopSettings).Assembly.GetManifestResourceStream("Stupeni.Identification.workshop.json")!;
        return JsonSerializer.Deserialize<WorkshopSettings>(file, JsonSerializerOptions.Web)!;
    }
}
