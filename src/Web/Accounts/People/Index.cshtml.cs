using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Accounts.People;

[BindProperties(SupportsGet = true)]
public sealed class IndexModel(Db db, Viewer viewer) : PageModel
{
    private const int PageSize = 50;

    public string? Q { get; set; }

    /// <summary>The last id of the page before: people are listed in the order they came.</summary>
    public Id<Person>? After { get; set; }

    public List<PersonRow> People { get; private set; } = [];
    public int Total { get; private set; }
    public Id<Person>? Next => People.Count == PageSize ? People[^1].Id : null;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var people = db.Managed(viewer);
        if (Q?.Trim() is { Length: > 0 } word) people = people.Where(p => p.Name.Contains(word) || p.Position.Contains(word) || p.UserName!.Contains(word));
        Total = await people.CountAsync(stop);
        if (After is { Value: var id }) people = people.Where(p => ((Guid)(object)p.Id).CompareTo(id) > 0);
        People = await db.People(people.OrderBy(p => p.Id).Take(PageSize), stop);
    }

    public string Link(Id<Person> after) => QueryHelpers.AddQueryString("/people", new Dictionary<string, string?> { ["q"] = Q, ["after"] = after.ToString() }.Where(p => p.Value is not null));
}
