using System.Net;

namespace Stupeni.Accounts;

public sealed class WorkPlaceTests(App app) : IClassFixture<App>
{
    private const string Scope = ".st-top form[action=\"/scope\"]";

    [Fact]
    public async Task Who_has_one_place_has_nothing_to_choose()
    {
        var municipality = await app.Municipality("Единственный округ");
        using var browser = await app.SignedIn("MunicipalCoordinator", municipality.Id.Value);
        var page = await browser.Open("/organisations");

        Assert.Null(page.QuerySelector(Scope));
        Assert.Equal("Единственный округ", page.QuerySelector(".st-scope b")!.TextContent);
    }

    [Fact]
    public async Task The_chosen_place_alone_is_seen_until_another_is_chosen()
    {
        var (north, south) = (await app.Municipality("Северный край"), await app.Municipality("Южный край"));
        var (cold, warm) = (await app.School(north, "Северная СОШ"), await app.School(south, "Южная СОШ"));
        using var browser = await app.SignedIn(("MunicipalCoordinator", north.Id.Value), ("MunicipalCoordinator", south.Id.Value));
        Assert.Equal(["Северная СОШ", "Южная СОШ"], await Seen(browser));
        Assert.Equal(["Везде, где у меня есть роль", "Северный край", "Южный край"], (await browser.Open("/")).QuerySelectorAll($"{Scope} button span").Select(b => b.FirstChild!.TextContent).Order(StringComparer.Create(new("ru-RU"), ignoreCase: true)));

        var answer = await Choose(browser, north.Id.Value.ToString());

        Assert.Equal("/", answer.Headers.Location!.ToString());
        Assert.DoesNotContain("max-age", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["Северная СОШ"], await Seen(browser));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/organisations/{warm.Id}/facts")).StatusCode);
        Assert.Equal("Северный край", (await browser.Open($"/organisations/{cold.Id}")).QuerySelector(".st-scope b")!.TextContent);

        await Choose(browser, south.Id.Value.ToString());
        Assert.Equal(["Южная СОШ"], await Seen(browser));

        await Choose(browser, "");
        Assert.Equal(["Северная СОШ", "Южная СОШ"], await Seen(browser));
    }

    [Theory]
    [InlineData("Administrator", ScopeKind.Region)]
    [InlineData("RegionalCoordinator", ScopeKind.Region)]
    [InlineData("RegionalOperator", ScopeKind.Region)]
    [InlineData("Analyst", ScopeKind.Region)]
    [InlineData("MunicipalCoordinator", ScopeKind.Municipality)]
    [InlineData("Methodologist", ScopeKind.Municipality)]
    [InlineData("SchoolHead", ScopeKind.Organisation)]
    [InlineData("SchoolTeamCurator", ScopeKind.Organisation)]
    [InlineData("SchoolTeamModerator", ScopeKind.Organisation)]
    [InlineData("SchoolTeamTechnician", ScopeKind.Organisation)]
    [InlineData("ExternalCurator", ScopeKind.Organisation)]
    [InlineData("Teacher", ScopeKind.Organisation)]
    public async Task In_a_place_each_role_may_what_it_may_alone_and_no_more(string role, ScopeKind kind)
    {
        var (here, there) = (await app.Municipality("Здешний округ"), await app.Municipality("Тамошний округ"));
        var (own, far) = (await app.School(here, "Здешняя СОШ"), await app.School(there, "Тамошняя СОШ"));
        var scope = kind switch { ScopeKind.Region => (Guid?)null, ScopeKind.Municipality => here.Id.Value, _ => own.Id.Value };
        (string, Guid?) more = kind == ScopeKind.Region ? ("SchoolHead", far.Id.Value) : ("RegionalCoordinator", null);
        using var alone = await app.SignedIn(role, scope);
        using var both = await app.SignedIn((role, scope), more);

        await Choose(both, scope?.ToString() ?? "region");

        string[] paths =
        [
            "/organisations", "/organisations/new", "/results", "/reference", "/reference/scales/new", "/identification", "/identification/new", "/imports", "/people", "/history", "/region",
            $"/organisations/{own.Id}/facts", $"/organisations/{own.Id}/edit", $"/organisations/{far.Id}/facts", $"/organisations/{far.Id}/history", $"/organisations/{far.Id}/edit",
        ];
        foreach (var path in paths) Assert.Equal((path, (await alone.Get(path)).StatusCode), (path, (await both.Get(path)).StatusCode));
        Assert.Equal(await Nav(alone), await Nav(both));
    }

    [Fact]
    public async Task A_forged_choice_gains_nothing()
    {
        var (own, other) = (await app.Municipality("Законный округ"), await app.Municipality("Запретный округ"));
        await app.School(own, "Законная СОШ");
        var far = await app.School(other, "Запретная СОШ");
        var second = await app.Municipality("Второй округ");
        using var browser = await app.SignedIn(("MunicipalCoordinator", own.Id.Value), ("Methodologist", second.Id.Value));

        foreach (var forged in new[] { "region", other.Id.Value.ToString(), far.Id.Value.ToString(), "program", "", "'; --" })
        {
            Assert.Equal(["Законная СОШ"], await Seen(browser, forged));
            Assert.Equal(HttpStatusCode.NotFound, (await Get(browser, $"/organisations/{far.Id}/facts", forged)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await Get(browser, "/people", forged)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Choose(browser, other.Id.Value.ToString())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Choose(browser, "region")).StatusCode);
        var bare = await browser.Http.PostAsync("/scope", new FormUrlEncodedContent([new("place", own.Id.Value.ToString())]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        Assert.Equal(["Законная СОШ"], await Seen(browser));
    }

    [Fact]
    public async Task Signing_out_forgets_the_choice()
    {
        var (one, two) = (await app.Municipality("Первый край"), await app.Municipality("Другой край"));
        using var browser = await app.SignedIn(("MunicipalCoordinator", one.Id.Value), ("MunicipalCoordinator", two.Id.Value));
        await Choose(browser, one.Id.Value.ToString());

        var answer = await browser.Submit("/sign-out", new(), "main form[action=\"/sign-out\"], main form");

        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("stupeni-place=;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Single_keys_are_switched_off_and_on_again()
    {
        using var browser = await app.SignedIn("RegionalCoordinator");
        Assert.NotEqual("off", (await browser.Open("/")).DocumentElement.GetAttribute("data-keys"));

        await browser.Submit("/me", new() { ["single"] = null }, Keys);
        var page = await browser.Open("/me");
        Assert.Equal("off", page.DocumentElement.GetAttribute("data-keys"));
        Assert.Null(page.QuerySelector($"{Keys} input[name=single]")!.GetAttribute("checked"));

        await browser.Submit("/me", new() { ["single"] = "true" }, Keys);
        Assert.NotEqual("off", (await browser.Open("/organisations")).DocumentElement.GetAttribute("data-keys"));
    }

    private const string Keys = "main form[action*=Keys]";

    private static Task<HttpResponseMessage> Choose(Browser browser, string place) => browser.Submit("/", new() { ["place"] = place }, Scope);

    private static async Task<List<string>> Seen(Browser browser, string? forged = null) =>
        [.. (await Browser.Read(await Get(browser, "/organisations", forged))).QuerySelectorAll("tbody th a").Select(a => a.TextContent)];

    private static async Task<List<string>> Nav(Browser browser) => [.. (await browser.Open("/")).QuerySelectorAll(".st-nav a").Select(a => a.GetAttribute("href")!)];

    private static Task<HttpResponseMessage> Get(Browser browser, string path, string? forged)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (forged is not null) request.Headers.TryAddWithoutValidation("Cookie", $"stupeni-place={Uri.EscapeDataString(forged)}");
        return browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
