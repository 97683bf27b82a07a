using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Organisations;

/// <summary>An educational organisation: a legal entity known by its regional code. A merged one stays, with its history.</summary>
public sealed class Organisation : IRecorded
{
    public Id<Organisation> Id { get; init; } = Id<Organisation>.New();

    /// <summary>The regional code («код ОО»), unique; codes of closed organisations are not given again.</summary>
    public required string Code { get; init; }
    public required string Name { get; set; }
    public string SearchName { get; private set; } = "";
    public required OrganisationType Type { get; set; }
    public required Id<Municipality> Municipality { get; set; }
    public Locality Locality { get; set; }

    /// <summary>The town or village.</summary>
    public string Settlement { get; set; } = "";
    public int? Pupils { get; set; }

    /// <summary>Its login in ФИС ОКО: edu and digits; unique, may change in time.</summary>
    public string? Login { get; set; }
    public string? Inn { get; set; }
    public string? Kpp { get; set; }
    public string? Ogrn { get; set; }
    public string? Okpo { get; set; }
    public string? Oktmo { get; set; }
    public OrganisationState State { get; private set; }
    public Id<Organisation>? MergedInto { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    public int Token { get; init; }

    public string Label => Name;
    Guid? IRecorded.Organisation => Id.Value;

    public static Organisation Open(string code, OrganisationType type, Id<Municipality> municipality, OrganisationFacts facts, Id<Organisation>? id = null)
    {
        var organisation = new Organisation { Id = id ?? Id<Organisation>.New(), Code = Filled(code, nameof(code), 20), Name = facts.Name, Type = type, Municipality = municipality };
        organisation.Describe(facts);
        return organisation;
    }

    /// <summary>Takes over what is known of the organisation now; identifiers are checked by their digits.</summary>
    public void Describe(OrganisationFacts facts)
    {
        var name = Filled(facts.Name, nameof(facts.Name), 300);
        Identifiers.Check(facts);
        (Name, SearchName, Locality, Settlement, Pupils) = (name, Database.Fold($"{name} {Code}"), facts.Locality, (facts.Settlement ?? "").Trim(), facts.Pupils);
        (Login, Inn, Kpp, Ogrn, Okpo, Oktmo) = (Blank(facts.Login)?.ToLowerInvariant(), Blank(facts.Inn), Blank(facts.Kpp), Blank(facts.Ogrn), Blank(facts.Okpo), Blank(facts.Oktmo));
    }

    public void MergeInto(Organisation successor, DateOnly on)
    {
        if (State != OrganisationState.Active) throw new RuleBroken("Организация уже закрыта или присоединена.", nameof(successor));
        if (successor.Id == Id) throw new RuleBroken("Организацию нельзя присоединить к самой себе.", nameof(successor));
        if (successor.State != OrganisationState.Active) throw new RuleBroken("«{0}» закрыта: присоединить можно только к действующей организации.", nameof(successor), successor.Name);
        (State, MergedInto, EndedOn) = (OrganisationState.Merged, successor.Id, on);
    }

    public void Close(DateOnly on)
    {
        if (State != OrganisationState.Active) throw new RuleBroken("Организация уже закрыта или присоединена.", nameof(on));
        (State, EndedOn) = (OrganisationState.Closed, on);
    }

    public void Reopen() => (State, MergedInto, EndedOn) = (OrganisationState.Active, null, null);

    private static string Filled(string? text, string about, int longest) => text?.Trim() switch
    {
        null or "" => throw new RuleBroken("Заполните поле.", about),
        { } long_ when long_.Length > longest => throw new RuleBroken("Не длиннее {0} знаков.", about, longest),
        { } fine => fine,
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

public enum OrganisationType { School, Preschool, AdditionalEducation, ServiceOrganisation }

public enum Locality { Unknown, Urban, Rural }

public enum OrganisationState { Active, Merged, Closed }

/// <summary>What a form or a file says of an organisation, beside its code, type and municipality.</summary>
public sealed record OrganisationFacts(string Name)
{
    public Locality Locality { get; init; }
    public string? Settlement { get; init; }
    public int? Pupils { get; init; }
    public string? Login { get; init; }
    public string? Inn { get; init; }
    public string? Kpp { get; init; }
    public string? Ogrn { get; init; }
    public string? Okpo { get; init; }
    public string? Oktmo { get; init; }
}
