using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>What people have said of names, to be asked by a check. Whether it leads to something the viewer may see is for the indexes to tell.</summary>
internal sealed class DecidedNames
{
    private readonly ILookup<string, DecidedName> byKey;

    private DecidedNames(IEnumerable<DecidedName> names) => byKey = names.ToLookup(n => n.Key);

    /// <param name="import">Whose own answers hold too.</param>
    public static async Task<DecidedNames> Load(Db db, Id<Import>? import, CancellationToken stop) => new(await db.NameDecisions.AsNoTracking()
        .Where(d => d.RevokedAt == null && (d.Import == null || d.Import == import)).OrderBy(d => d.At)
        .Select(d => new DecidedName(d.Key, d.Answer, d.Organisation, d.Municipality, d.By, d.ByName, d.At)).ToListAsync(stop));

    /// <summary>That its rows stay out of this import, or that it is a new one.</summary>
    public DecidedName? Aside(NameQuestion? question) => question is null ? null : byKey[question.Key].LastOrDefault(d => d.Answer != NameAnswer.Same);

    public IEnumerable<DecidedName> Same(NameQuestion? question) => question is null ? [] : byKey[question.Key].Where(d => d.Answer == NameAnswer.Same);
}

internal sealed record DecidedName(string Key, NameAnswer Answer, Id<Organisation>? Organisation, Id<Municipality>? Municipality, Id<Person>? By, string ByName, DateTime At)
{
    /// <summary>One's own decision counts; another's where one may change what it leads to.</summary>
    public bool CountsFor(Viewer viewer, bool mayEdit) => mayEdit || By == viewer.Person;

    public Message Says(string text, string whose) => new("«{0}» — это «{1}»: так решено {2}, {3}.", text, whose, Numbers.Day(At), ByName);
}
