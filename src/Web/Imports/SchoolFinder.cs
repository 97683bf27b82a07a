
namespace Stupeni.Imports;

/// <summary>Numbers the schools of a file as rows name them; what is wrong with a name is told once.</summary>
internal sealed class SchoolFinder(OrganisationIndex index, FindingList findings)
{
    public const int None = -1;

    private readonly List<KnownOrganisation> schools = [];
    private readonly Dictionary<OrganisationAsked, int> asked = [];

    public KnownOrganisation this[int school] => schools[school];

    public int Count => schools.Count;

    public int Find(OrganisationAsked question, Spot at)
    {
        if (asked.TryGetValue(question, out var known)) return known;

        var answer = index.Find(question);
        if (answer.Organisation is not { } school)
        {
            findings.Error(at, answer.Error ?? new("Неизвестный код ОО."), answer.Mend);
            return asked[question] = None;
        }

        if (answer.Warning is { } warning) findings.Warning(at, warning);
        var place = schools.FindIndex(s => s.Id == school.Id);
        if (place < 0)
        {
            place = schools.Count;
            schools.Add(school);
        }

        return asked[question] = place;
    }
}
