using System.Globalization;
using Stupeni.Organisations;

namespace Stupeni.Demo.Sample;

/// <summary>An invented organisation that is not a school: kindergartens, centres of additional education, services around schools.</summary>
internal sealed record OtherOrganisation(string Code, string Name, OrganisationType Type, InventedMunicipality Municipality, Settlement Settlement, int? Pupils)
{
    public static IEnumerable<OtherOrganisation> In(InventedMunicipality municipality, IReadOnlyList<InventedSchool> schools, Chance chance)
    {
        var code = 5000;
        var gardens = chance.Shuffled(Roots.Gardens);
        var central = municipality.IsUrban ? 3 : 1;
        for (var number = 1; number <= central; number++)
            yield return Make($"Детский сад № {number} «{gardens[number]}» {municipality.Centre.Name}", OrganisationType.Preschool, municipality.Centre, 60 + chance.Below(180));
        if (schools.Select(s => s.Settlement).FirstOrDefault(s => s != municipality.Centre) is { } village)
            yield return Make($"{village.Masculine} детский сад «{gardens[0]}»", OrganisationType.Preschool, village, 12 + chance.Below(50));
        yield return Make($"{municipality.Centre.Masculine} центр творчества", OrganisationType.AdditionalEducation, municipality.Centre, 90 + chance.Below(900));
        if (municipality.IsUrban) yield return Make($"{municipality.Centre.Feminine} спортивная школа", OrganisationType.AdditionalEducation, municipality.Centre, 150 + chance.Below(600));
        yield return Make($"{municipality.Centre.Masculine} методический центр", OrganisationType.ServiceOrganisation, municipality.Centre, null);
        if (municipality.Number == 0) yield return Make("Среднереченский институт развития образования", OrganisationType.ServiceOrganisation, municipality.Centre, null);

        OtherOrganisation Make(string name, OrganisationType type, Settlement settlement, int? pupils) =>
            new($"{municipality.Code}{(++code).ToString("0000", CultureInfo.InvariantCulture)}", name, type, municipality, settlement, pupils);
    }
}
