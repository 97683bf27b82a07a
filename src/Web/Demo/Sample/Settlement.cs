namespace Stupeni.Demo.Sample;

/// <summary>An invented settlement and what is called after it: «с. Белокрылье», «Белокрыльская СОШ».</summary>
internal sealed record Settlement(string Name, string Feminine, string Masculine, bool IsTown);

/// <summary>A pair of roots. Past the last pair names repeat with a number.</summary>
internal sealed record SettlementName(string Village, string Town, int Round)
{
    private string Suffix => Round == 1 ? "" : $"-{Round}";

    /// <summary>«Белокрыльский», for a municipality around the town.</summary>
    public string Masculine => $"{Town}ий{Suffix}";

    public Settlement AsTown() => new($"г. {Town}{Suffix}", $"{Town}ая{Suffix}", Masculine, IsTown: true);

    public Settlement AsVillage(Chance chance) => new($"{(chance.Happens(0.75) ? "с." : chance.Happens(0.6) ? "д." : "п.")} {Village}{Suffix}", $"{Town}ая{Suffix}", Masculine, IsTown: false);

    /// <summary>All names in a random order, each once.</summary>
    public static IEnumerable<SettlementName> All(Chance chance)
    {
        var pairs = chance.Shuffled(from first in Roots.First from second in Roots.Second where !Roots.Real.Contains(first + second.Village) select (Village: first + second.Village, Town: first + second.Town));
        for (var round = 1; ; round++)
        {
            foreach (var (village, town) in pairs) yield return new(village, town, round);
        }
    }
}
