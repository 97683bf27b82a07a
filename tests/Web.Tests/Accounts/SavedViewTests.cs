using System.Net;
using AngleSharp.Html.Dom;

namespace Stupeni.Accounts;

public sealed class SavedViewTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_conditions_of_a_list_are_saved_under_a_name_opened_and_removed()
    {
        var municipality = await app.Municipality("Дальний округ");
        var school = await app.School(municipality, "Дальняя СОШ");
        await app.School(await app.Municipality("Ближний округ"), "Ближняя СОШ");
        using var browser = await app.SignedIn("RegionalCoordinator");

        var list = await browser.Open($"/organisations?q=&municipality={municipality.Id}&type=School&after=x%7Cy");
        var answer = await browser.Submit(Link(list, "Сохранить этот вид")!, new() { ["Form.Name"] = " Школы дальнего округа " });
        var back = await browser.Open(answer.Headers.Location!.ToString());
        Assert.Contains("Вид «Школы дальнего округа» сохранён", back.QuerySelector(".st-toast")!.TextContent);

        var mine = await browser.Open(Link(await browser.Open("/organisations"), "Мои виды: 1")!);
        var address = Link(mine, "Школы дальнего округа")!;
        Assert.Equal($"/organisations?municipality={municipality.Id}&type=School", address);
        Assert.Equal([$"/organisations/{school.Id}"], (await browser.Open(address)).QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!));

        Assert.Equal("/views", (await browser.Submit("/views", new())).Headers.Location!.ToString());
        Assert.Null(Link(await browser.Open("/views"), "Школы дальнего округа"));
        Assert.Null(Link(await browser.Open("/organisations"), "Мои виды: 1"));
    }

    [Theory]
    [InlineData("type=School", "", "Назовите вид")]
    [InlineData("type=School", "сельские школы", "уже есть")]
    [InlineData("", "Все", "Сначала выберите условия")]
    [InlineData("after=x", "Все", "Сначала выберите условия")]
    public async Task What_cannot_be_saved_is_said_and_what_was_typed_stays(string query, string name, string said)
    {
        using var browser = await app.SignedIn("RegionalCoordinator");
        await browser.Submit($"/views/new?list=%2Forganisations&query={Uri.EscapeDataString("?locality=Rural")}", new() { ["Form.Name"] = "Сельские школы" });

        var page = await Browser.Read(await browser.Submit($"/views/new?list=%2Forganisations&query={Uri.EscapeDataString("?" + query)}", new() { ["Form.Name"] = name }));

        Assert.Contains(said, page.QuerySelector(".st-errsum")!.TextContent);
        Assert.Equal(name, page.QuerySelector("#Form_Name")!.GetAttribute("value"));
        Assert.Single((await browser.Open("/views")).QuerySelectorAll("main .st-list li"));
    }

    [Fact]
    public async Task Views_are_each_persons_own()
    {
        using var owner = await app.SignedIn("RegionalCoordinator");
        using var other = await app.SignedIn("RegionalCoordinator");
        foreach (var browser in new[] { owner, other }) await browser.Submit("/views/new?list=%2Forganisations&query=%3Ftype%3DSchool", new() { ["Form.Name"] = "Школы" });
        var id = (await owner.Open("/views")).QuerySelector("main input[name=id]")!.GetAttribute("value");

        Assert.Equal(HttpStatusCode.NotFound, (await other.Submit("/views", new() { ["id"] = id })).StatusCode);

        Assert.NotNull(Link(await owner.Open("/views"), "Школы"));
    }

    [Fact]
    public async Task Only_lists_of_the_product_have_views()
    {
        using var browser = await app.SignedIn("RegionalCoordinator");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/views/new?list=https%3A%2F%2Felsewhere.example&query=%3Fa%3D1")).StatusCode);
        Assert.Equal("/views", (await browser.Get("/views/new?query=%3Fa%3D1")).Headers.Location!.ToString());
    }

    private static string? Link(IHtmlDocument page, string text) => page.QuerySelectorAll("main a").FirstOrDefault(a => a.TextContent.Trim() == text)?.GetAttribute("href");
}
