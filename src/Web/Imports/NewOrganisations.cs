namespace Stupeni.Imports;

/// <summary>What the files of an import make: created in one piece before their kinds are carried out.</summary>
public sealed class NewOrganisations : IDraftPart
{
    private readonly Fresh<KnownMunicipality> municipalities = new();
    private readonly Fresh<NewOrganisation> organisations = new();

    public IReadOnlyList<KnownMunicipality> Municipalities => municipalities.All;
    public IReadOnlyList<NewOrganisation> Organisations => organisations.All;

    public void Add(KnownMunicipality municipality) => municipalities.Add(municipality);

    public void Add(NewOrganisation organisation) => organisations.Add(organisation);

    public string? Told() => DraftPart.Told(municipalities.Taken(), organisations.Taken());

    public void Recall(string kept)
    {
        var (made, added) = DraftPart.Recalled<KnownMunicipality, NewOrganisation>(kept);
        municipalities.Recall(made);
        organisations.Recall(added);
    }
}
