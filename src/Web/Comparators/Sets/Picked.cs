using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Comparators.Sets;

public sealed class SetForm
{
    public string? Name { get; init; }
    public string? Place { get; init; }
    public List<Id<Organisation>> Schools { get; init; } = [];
    public string? Q { get; init; }
    public int Token { get; init; }
}

public sealed record PickRow(Id<Organisation> Id, string Name, string Municipality, bool IsChosen);

/// <summary>Schools to choose from: those that are chosen, then those that the search finds.</summary>
public sealed record Picked(SetForm Form, IReadOnlyList<PickRow> Rows, int Found, IReadOnlyList<(string Place, string Name)> Places)
{
    public const int Shown = 50;

    public bool IsMore => Found > Shown;

    public static async Task<Picked> Of(Db db, Viewer viewer, IScopes scopes, SetForm form, CancellationToken stop)
    {
        var may = db.Comparable(viewer);
        var asked = may.Where(o => !form.Schools.Contains(o.Id));
        foreach (var word in Database.Fold(form.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)) asked = asked.Where(o => o.SearchName.Contains(word) || db.Municipalities.Any(m => m.Id == o.Municipality && m.SearchName.Contains(word)));
        var chosen = await Select(db, may.Where(o => form.Schools.Contains(o.Id)), true).ToListAsync(stop);
        var found = string.IsNullOrWhiteSpace(form.Q) && chosen.Count > 0 ? [] : await Select(db, asked, false).Take(Shown).ToListAsync(stop);
        var names = await scopes.Names([.. KeepSet.Places(viewer).Select(p => p.Scope).OfType<Guid>()]);
        return new(form, [.. chosen, .. found], found.Count < Shown ? found.Count : await asked.CountAsync(stop), [.. KeepSet.Places(viewer).Select(p => (p.Place, p.Scope is { } scope ? names.GetValueOrDefault(scope, "") : Texts.Say("Область")))]);
    }

    private static IQueryable<PickRow> Select(Db db, IQueryable<Organisation> schools, bool chosen) =>
        from school in schools
        join municipality in db.Municipalities on school.Municipality equals municipality.Id
        orderby school.Name, school.Id
        select new PickRow(school.Id, school.Name, municipality.Name, chosen);
}
