using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Stupeni.Browsing;

/// <summary>Every page, for those who see it, wide and on a phone: nothing that axe finds, nothing to scroll sideways, nothing loaded from elsewhere, nothing in the console.</summary>
public sealed class PageTests(Site site)
{
    [Theory]
    [MemberData(nameof(Pages.Shown), MemberType = typeof(Pages))]
    public Task A_page_stands_in_nobodys_way(string who, string route) => site.StandsInNobodysWay(who, route);

    [Fact]
    public void No_page_is_left_out()
    {
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct();
        Assert.Equal([], routes.Except(Pages.All).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("bw")]
    [InlineData("wb")]
    [InlineData("blue")]
    public async Task Low_vision_colours_and_large_letters_stand_in_nobodys_way(string scheme)
    {
        await using var visit = await site.Visit(Who.Coordinator, scheme: scheme);
        var found = new List<string>();
        foreach (var route in new[] { "/", "/identification/{run:int}", "/identification/{run:int}/schools/{organisation}", "/results/{procedure:guid}/{organisation:guid}", "/imports/{id:guid}", "/organisations/{id:guid}" })
        {
            await visit.Open(site.Addresses.Of(route));
            found.AddRange([.. await visit.Page.Barriers(Sight.Wide), .. await visit.Page.Sideways(Sight.Narrow)]);
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Theory]
    [InlineData(Who.Coordinator)]
    [InlineData(Who.Head)]
    public async Task Every_report_stands_in_nobodys_way(string who)
    {
        await using var visit = await site.Visit(who);
        var found = new List<string>();
        foreach (var report in new[] { "marks", "journal", "scores", "tasks", "outcomes", "signs", who == Who.Head ? "pupils" : "items" })
        {
            var answer = await visit.Open(site.Addresses.Of("/results/{procedure:guid}/reports/") + "/" + report);
            Assert.True(answer.Ok, $"{answer.Url}: {answer.Status}");
            found.AddRange([.. await visit.Page.Twice(), .. await visit.Page.Barriers(Sight.Wide), .. await visit.Page.Barriers(Sight.Phone), .. await visit.Page.Sideways(Sight.Phone), .. await visit.Page.Sideways(Sight.Narrow)]);
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
        visit.WasQuiet();
    }

    [Fact]
    public async Task Usual_colours_are_those_of_the_product_and_low_vision_ones_are_asked_for()
    {
        await using var usual = await site.Visit(Who.Coordinator);
        await usual.Open(site.Addresses.Of("/results/{procedure:guid}/{organisation:guid}"));
        Assert.NotEqual("rgba(0, 0, 0, 0)", await Ground(usual));

        await using var white = await site.Visit(Who.Coordinator, scheme: "bw");
        await white.Open(site.Addresses.Of("/results/{procedure:guid}/{organisation:guid}"));
        Assert.NotEqual(await Ground(usual), await Ground(white));

        static Task<string> Ground(Visit visit) => visit.Page.Locator(".st-legend .h-high").First.EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor");
    }

    [Theory]
    [InlineData("/organisations/new")]
    [InlineData("/people/new")]
    [InlineData("/imports/new")]
    [InlineData("/identification/{run:int}/schools/{organisation}")]
    public async Task A_refused_form_says_so_to_everyone(string route)
    {
        await using var visit = await site.Visit(Who.Coordinator, script: false);
        await visit.Open(site.Addresses.Of(route));
        await visit.Page.Locator("main form[method=post] button.btn-primary").First.ClickAsync();
        await visit.Page.Locator(".st-err").First.WaitForAsync();

        await using var seen = await site.Visit(Who.Coordinator);
        await seen.Open(site.Addresses.Of(route));
        await seen.Page.EvaluateAsync("() => document.querySelectorAll('main form').forEach(f => f.noValidate = true)");
        await seen.Page.Locator("main form[method=post] button.btn-primary").First.ClickAsync();
        await seen.Page.Locator(".st-err").First.WaitForAsync();
        List<string> found = [.. await seen.Page.Barriers(Sight.Wide), .. await seen.Page.Barriers(Sight.Phone)];
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task Open_menus_stand_in_nobodys_way()
    {
        await using var visit = await site.Visit(Who.Coordinator);
        await visit.Open("/");
        await visit.Page.Locator(".st-top-end summary").ClickAsync();
        var found = await visit.Page.Barriers(Sight.Wide);
        await visit.Page.SetViewportSizeAsync(Sight.Phone, 900);
        await visit.Open("/");
        await visit.Page.Locator(".st-mobbar summary").ClickAsync();
        found.AddRange([.. await visit.Page.Barriers(Sight.Phone), .. await visit.Page.Sideways(Sight.Narrow)]);
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
