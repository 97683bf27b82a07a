namespace Stupeni.Browsing;

/// <summary>The other half of the pages: classes run side by side, the pages of one class do not.</summary>
public sealed class OtherPageTests(Site site)
{
    [Theory]
    [MemberData(nameof(Pages.ShownToo), MemberType = typeof(Pages))]
    public Task A_page_stands_in_nobodys_way(string who, string route) => site.StandsInNobodysWay(who, route);
}

internal static class PageSight
{
    public static async Task StandsInNobodysWay(this Site site, string who, string route)
    {
        await using var visit = await site.Visit(who);
        var answer = await visit.Open(site.Addresses.Of(route));
        Assert.True(answer.Ok || route is "/missing" or "/error", $"{answer.Url}: {answer.Status}");

        List<string> found = [.. await visit.Page.Twice(), .. await visit.Page.Barriers(Sight.Wide), .. await visit.Page.Barriers(Sight.Phone), .. await visit.Page.Sideways(Sight.Phone), .. await visit.Page.Sideways(Sight.Narrow)];

        Assert.True(found.Count == 0, string.Join('\n', found));
        visit.WasQuiet();
    }
}
