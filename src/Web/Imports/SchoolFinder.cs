namespace Stupeni.Imports;

/// <summary>Numbers the schools of a file as rows name them; what is wrong with a name is told once.</summary>
internal sealed class SchoolFinder(OrganisationIndex index, FindingList findings)
{
    public const int None = -1;

    private readonly List<KnownOrganisation> schools = [];
    private readonly Dictionary<OrganisationAsked, (int Place, DoubtfulName? Doubt)> asked = [];

    public KnownOrganisation this[int school] => schools[school];

    public int Count => schools.Count;

    /// <summary>The schools by their numbers, as far as rows have named them.</summary>
    public IReadOnlyList<KnownOrganisation> All => [.. schools];

    /// <summary>How the names were understood, and which nobody has decided yet.</summary>
    public FileNames Names { get; } = new();

    public int Find(OrganisationAsked question, Spot at)
    {
        if (asked.TryGetValue(question, out var known))
        {
            if (known.Doubt is not null) Names.Doubt(known.Doubt, at.Sheet, at.Row);
            return known.Place;
        }

        var answer = index.Find(question);
        var place = answer.Organisation is { } school ? Place(school) : None;
        asked[question] = (place, answer.Doubt);
        Names.Note(answer.Note);
        if (answer.Doubt is { } doubt) Names.Doubt(doubt, at.Sheet, at.Row);
        else if (answer.Skipped) Names.Skip(question.Name);
        else if (place == None) findings.Error(at, answer.Error ?? new("Неизвестный код ОО."), answer.Mend);
        if (answer.Warning is { } warning) findings.Warning(at, warning);
        return place;
    }

    private int Place(KnownOrganisation school)
    {
        if (schools.FindIndex(s => s.Id == school.Id) is >= 0 and var known) return known;
        schools.Add(school);
        return schools.Count - 1;
    }
}
