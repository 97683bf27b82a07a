using System.Text.Json;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Imports.Register;

/// <summary>Everything an import may change of an organisation, as it stood: to compare and to take back.</summary>
public sealed record OrganisationSnapshot(OrganisationType Type, Id<Municipality> Municipality, OrganisationFacts Facts)
{
    public static OrganisationSnapshot Of(Organisation o) => new(o.Type, o.Municipality, new OrganisationFacts(o.Name)
    {
        Locality = o.Locality, Settlement = o.Settlement, Pupils = o.Pupils, Login = o.Login, Inn = o.Inn, Kpp = o.Kpp, Ogrn = o.Ogrn, Okpo = o.Okpo, Oktmo = o.Oktmo,
    });

    public void Describe(Organisation organisation)
    {
        (organisation.Type, organisation.Municipality) = (Type, Municipality);
        organisation.Describe(Facts);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Messages.Json);

    public static OrganisationSnapshot FromJson(string json) => JsonSerializer.Deserialize<OrganisationSnapshot>(json, Messages.Json)!;
}

/// <summary>An organisation that will be described anew: what it was when it was checked, and what it will be.</summary>
public sealed record OrganisationUpdate(Id<Organisation> Id, OrganisationSnapshot Before, OrganisationSnapshot After);

public sealed record OrganisationsPlan(IReadOnlyList<OrganisationUpdate> Updates) : IFilePlan;

public sealed record MunicipalityName(Id<Municipality> Id, string Before, string After);

public sealed record MunicipalitiesPlan(IReadOnlyList<MunicipalityName> Names) : IFilePlan;
