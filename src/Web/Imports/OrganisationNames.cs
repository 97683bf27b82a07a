using Stupeni.Organisations;

namespace Stupeni.Imports;

/// <summary>Organisations as they are found when the code does not lead to them: by name, by a code that lost its zeros, by what is nearest.</summary>
internal sealed class OrganisationNames
{
    // Looking for what is near goes through all codes: enough for a bad file, not for a wrong one.
    private const int Suggestions = 200;

    private readonly Dictionary<string, List<KnownOrganisation>> byName = [];
    private readonly Dictionary<string, KnownOrganisation?> byBareCode = [];
    private readonly List<KnownOrganisation> all = [];
    private int suggested;

    internal void Add(KnownOrganisation organisation)
    {
        all.Add(organisation);
        var (name, bare) = (NameMatch.Key(organisation.Name), Bare(organisation.Code));
        if (byName.TryGetValue(name, out var same)) same.Add(organisation);
        else byName[name] = [organisation];
        byBareCode[bare] = byBareCode.ContainsKey(bare) ? null : organisation;
    }

    /// <summary>The only one of that name, in the municipality if one is named.</summary>
    internal KnownOrganisation? ByName(string name, KnownMunicipality? municipality)
    {
        if (!byName.TryGetValue(NameMatch.Key(name), out var same)) return null;
        var there = municipality is null ? same : same.Where(o => o.Municipality.Id == municipality.Id).ToList();
        return there.Count == 1 ? there[0] : null;
    }

    /// <summary>Spreadsheets take codes for numbers and drop the zeros in front.</summary>
    internal KnownOrganisation? ByBareCode(string code) => code.All(char.IsAsciiDigit) ? byBareCode.GetValueOrDefault(Bare(code)) : null;

    internal KnownOrganisation? Near(string code)
    {
        if (code.Length < 3 || ++suggested > Suggestions) return null;

        var (best, least) = ((KnownOrganisation?)null, Likeness.Allowed(code.Length));
        foreach (var organisation in all)
        {
            if (Likeness.Distance(code, organisation.Code, least) is { } distance && (best is null || distance < least)) (best, least) = (organisation, distance);
            else if (organisation.Login is { } login && Likeness.Distance(code, login, least) is { } other && (best is null || other < least)) (best, least) = (organisation, other);
        }

        return best;
    }

    private static string Bare(string code) => code.TrimStart('0');
}
