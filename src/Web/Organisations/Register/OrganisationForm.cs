using Stupeni.Platform;

namespace Stupeni.Organisations.Register;

/// <summary>What was typed about an organisation, for a new one and a known one.</summary>
public sealed class OrganisationForm
{
    public string? Code { get; init; }
    public string? Name { get; init; }
    public OrganisationType Type { get; init; }
    public Id<Municipality>? Municipality { get; init; }
    public Locality Locality { get; init; }
    public string? Settlement { get; init; }
    public int? Pupils { get; init; }
    public string? Login { get; init; }
    public string? Inn { get; init; }
    public string? Kpp { get; init; }
    public string? Ogrn { get; init; }
    public string? Okpo { get; init; }
    public string? Oktmo { get; init; }

    /// <summary>Why the organisation is changed: the history shows it.</summary>
    public string? Why { get; init; }
    public int Token { get; init; }

    public OrganisationFacts Facts => new(Name ?? "") { Locality = Locality, Settlement = Settlement, Pupils = Pupils, Login = Login, Inn = Inn, Kpp = Kpp, Ogrn = Ogrn, Okpo = Okpo, Oktmo = Oktmo };

    public static OrganisationForm Of(Organisation o) => new()
    {
        Code = o.Code, Name = o.Name, Type = o.Type, Municipality = o.Municipality, Locality = o.Locality, Settlement = o.Settlement, Pupils = o.Pupils,
        Login = o.Login, Inn = o.Inn, Kpp = o.Kpp, Ogrn = o.Ogrn, Okpo = o.Okpo, Oktmo = o.Oktmo, Token = o.Token,
    };
}
