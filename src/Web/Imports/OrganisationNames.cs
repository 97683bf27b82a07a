using Stupeni.Organisations;

namespace Stupeni.Imports;

/// <summary>Organisations as they are found when the code does not lead to them: by name, by a code that lost its zeros, by what is nearest.</summary>
internal sealed class OrganisationNames
{
    // Looking for what is near goes through all codes: enough for a bad file, not for a wrong one.
    private const int Suggestions = 200, Likenesses = 1000;

    private readonly Dictionary<string, List<KnownOrganisation>> byName = [];
    private readonly Dictionary<string, KnownOrganisation?> byBareCode = [];
    private readonly List<(KnownOrganisation Known, string Name)> all = [];
    private int suggested, asked;

    internal void Add(KnownOrganisation organisation)
    {
        var (name, bare) = (NameMatch.Organisation(organisation.Name), Bare(organisation.Code));
        all.Add((organisation, name));
        if (byName.TryGetValue(name, out var same)) same.Add(organisation);
        else byName[name] = [organisation];
        byBareCode[bare] = byBareCode.ContainsKey(bare) ? null : organisation;
    }

    /// <summary>The only one of that name, in the municipality if one is named.</summary>
    internal KnownOrganisation? ByName(string name, KnownMunicipality? municipality)
    {
        if (name.Length == 0 || !byName.TryGetValue(NameMatch.Organisation(name), out var same)) return null;
        var there = municipality is null ? same : same.Where(o => o.Municipality.Id == municipality.Id).ToList();
        return there.Count == 1 ? there[0] : null;
    }

    /// <summary>What the name may mean: those of the municipality first; of others only what is nearly the same.</summary>
    internal List<NameCandidate> Like(string name, KnownMunicipality? municipality)
    {
        if (++asked > Likenesses) return [];

        var key = NameMatch.Organisation(name);
        return [.. all.Select(o => (o.Known, Like: NameLikeness.Of(key, o.Name))).Where(o => o.Like is not null)
            .Select(o => (o.Known, o.Like!.Value.Why, Percent: municipality is null || o.Known.Municipality.Id == municipality.Id ? o.Like.Value.Percent : o.Like.Value.Percent >= 85 ? o.Like.Value.Percent - 30 : 0))
            .Where(o => o.Percent > 0).OrderByDescending(o => o.Percent).ThenBy(o => o.Known.Code, StringComparer.Ordinal).Take(DoubtfulName.Most)
            .Select(o => new NameCandidate(o.Known.Id.Value, $"{o.Known.Name} ({o.Known.Code}), {o.Known.Municipality.Name}", o.Percent, o.Why))];
    }

    /// <summary>Spreadsheets take codes for numbers and drop the zeros in front.</summary>
    internal KnownOrganisation? ByBareCode(string code) => code.All(char.IsAsciiDigit) ? byBareCode.GetValueOrDefault(Bare(code)) : null;

    internal KnownOrganisation? Near(string code)
    {
        if (code.Length < 3 || ++suggested > Suggestions) return null;

        var (best, least) = ((KnownOrganisation?)null, Likeness.Allowed(code.Length));
        foreach (var (organisation, _) in all)
        {
            if (Likeness.Distance(code, organisation.Code, least) is { } distance && (best is null || distance < least)) (best, least) = (organisation, distance);
            else if (organisation.Login is { } login && Likeness.Distance(code, login, least) is { } other && (best is null || other < least)) (best, least) = (organisation, other);
        }

        return best;
    }

    private static string Bare(string code) => code.TrimStart('0');
}
