using Microsoft.EntityFrameworkCore;

namespace Stupeni.Accounts;

/// <summary>The viewer's own views, for the link beside the filters of a list.</summary>
public sealed class SavedViews(Db db, Viewer viewer)
{
    public IQueryable<SavedView> Mine => db.SavedViews.Where(v => v.Person == viewer.Person);

    public Task<int> Count(string list) => Mine.CountAsync(v => v.List == list);
}

/// <summary>Where one is: which list, under which conditions.</summary>
public sealed record ViewHere(string List, string Query);
