using Microsoft.EntityFrameworkCore;
using Stupeni.Organisations;

namespace Stupeni;

/// <summary>Rows for tests, with codes of their own.</summary>
public static class Make
{
    private static int next = 100_000;

    public static string Code() => Interlocked.Increment(ref next).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static Task<Municipality> Municipality(this App app, string name = "Верхнелужский район") => app.Save(Organisations.Municipality.Open(Code(), name));

    public static Task<Organisation> School(this App app, Municipality municipality, string name = "Белокрыльская СОШ", OrganisationFacts? facts = null) =>
        app.Save(Organisation.Open(Code(), OrganisationType.School, municipality.Id, facts ?? new(name)));

    public static Task<Organisation> Again(this App app, Organisation organisation) => app.Ask(db => db.Organisations.AsNoTracking().SingleAsync(o => o.Id == organisation.Id));
}
