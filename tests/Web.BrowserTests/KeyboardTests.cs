using Microsoft.Playwright;

namespace Stupeni.Browsing;

/// <summary>Everything can be reached and done without a mouse, and one sees where one is.</summary>
public sealed class KeyboardTests(Site site)
{
    private const int MostStops = 150;

    private const string Stop = """
        () => {
          const around = e => { const style = getComputedStyle(e); return style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth); };
          const e = document.activeElement, box = e.getBoundingClientRect();
          return { what: e === document.body ? '' : e.outerHTML.slice(0, 120), outline: Math.max(around(e), around(e.parentElement ?? e)), hidden: box.width === 0 || box.height === 0 };
        }
        """;

    [Fact]
    public async Task The_first_stop_leads_past_the_navigation()
    {
        await using var visit = await site.Visit(Who.Coordinator);
        await visit.Open("/");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.Locator("a.st-skip")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.Locator("a.st-skip")).ToBeInViewportAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Each_stop_of_the_home_page_is_seen()
    {
        await using var visit = await site.Visit(Who.Coordinator);
        await visit.Open("/");
        var (stops, unseen) = (0, new List<string>());
        for (; stops < MostStops; stops++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var stop = await visit.Page.EvaluateAsync<System.Text.Json.JsonElement>(Stop);
            var what = stop.GetProperty("what").GetString()!;
            if (what == "") break;
            if (stop.GetProperty("outline").GetDouble() < 1.5 || stop.GetProperty("hidden").GetBoolean()) unseen.Add(what);
        }

        Assert.InRange(stops, 10, MostStops - 1);
        Assert.True(unseen.Count == 0, string.Join('\n', unseen));
    }

    [Fact]
    public async Task A_list_is_filtered_and_a_school_opened_by_keys_alone()
    {
        await using var visit = await site.Visit(Who.Coordinator);
        var page = visit.Page;
        await visit.Open(site.Addresses.Of("/identification/{run:int}"));
        var name = (await page.Locator("tbody th a").Last.InnerTextAsync()).Trim();

        await Reach(page, ".st-filters #q");
        await page.Keyboard.TypeAsync(name);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**q=**");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Reach(page, "tbody th a");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(name);
    }

    private static async Task Reach(IPage page, string selector)
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return;
        }

        Assert.Fail($"{selector} cannot be reached by Tab.");
    }
}
