using System.Globalization;

namespace Stupeni.Demo.Sample;

/// <summary>The schools of an invented region: places, kinds, sizes, names, effects.</summary>
internal static class InventSchools
{
    private const double OwnEffect = 0.56;

    public static List<InventedSchool> Of(SampleSize size, IReadOnlyList<InventedMunicipality> municipalities, Queue<SettlementName> names, Chance chance)
    {
        var plans = SchoolSizes.Places(size, chance.Branch("places")).GroupBy(p => p).SelectMany(g => Plans(municipalities[g.Key], g.Count(), names, chance.Branch("schools", g.Key))).ToList();
        var sizes = SchoolSizes.Share([.. plans.Select(p => p.Wish)], size.Pupils);
        var years = size.SchoolYears.ToList();
        return [.. plans.Select((plan, number) => Make(plan, number, sizes[number], years, chance.Branch("school", number)))];
    }

    private static IEnumerable<Plan> Plans(InventedMunicipality municipality, int count, Queue<SettlementName> names, Chance chance)
    {
        var central = municipality.IsUrban ? Math.Max(1, (int)(count * 0.88 + 0.5)) : Math.Max(1, (int)(count * 0.25 + 0.5));
        var code = 0;
        for (var number = 1; number <= count; number++)
        {
            var centre = number <= central;
            var settlement = centre ? municipality.Centre : names.Dequeue().AsVillage(chance);
            var kind = Kind(settlement.IsTown, centre, number, chance);
            yield return new(municipality, settlement, kind, Name(municipality, settlement, kind, centre && central > 1 ? number : 0), $"{municipality.Code}{(++code).ToString("0000", CultureInfo.InvariantCulture)}", SchoolSizes.Wish(settlement.IsTown, centre, chance));
        }
    }

    private static InventedKind Kind(bool town, bool centre, int number, Chance chance)
    {
        var draw = chance.Unit();
        if (town && number > 1) return draw < 0.1 ? InventedKind.Gymnasium : draw < 0.17 ? InventedKind.Lyceum : InventedKind.Secondary;
        return !centre && draw < 0.22 ? InventedKind.Basic : InventedKind.Secondary;
    }

    private static string Name(InventedMunicipality municipality, Settlement settlement, InventedKind kind, int number)
    {
        var word = kind switch { InventedKind.Gymnasium => "гимназия", InventedKind.Lyceum => "лицей", InventedKind.Basic => "ООШ", _ => "СОШ" };
        if (municipality.IsUrban && number > 0) return $"{char.ToUpperInvariant(word[0])}{word[1..]} № {number} {settlement.Name}";
        return $"{(kind == InventedKind.Lyceum ? settlement.Masculine : settlement.Feminine)} {word}{(number > 0 ? $" № {number}" : "")}";
    }

    private static InventedSchool Make(Plan plan, int number, int pupils, List<int> years, Chance chance)
    {
        var chosen = plan.Kind is InventedKind.Gymnasium or InventedKind.Lyceum;
        var disadvantage = chance.Normal() - (chosen ? 0.9 : 0) + (plan.Settlement.IsTown ? 0 : 0.45);
        var effects = InventedSchool.Walk(years, OwnEffect, chance.Branch("effects"));
        return new(number, plan.Code, plan.Name, plan.Municipality, plan.Settlement, plan.Kind, pupils, disadvantage, effects);
    }

    private sealed record Plan(InventedMunicipality Municipality, Settlement Settlement, InventedKind Kind, string Name, string Code, double Wish);
}
