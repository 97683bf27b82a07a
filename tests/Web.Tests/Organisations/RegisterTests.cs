using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Organisations;

public sealed class RegisterTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_region_sees_all_a_municipality_its_own_and_a_head_the_own_school()
    {
        var (here, there) = (await app.Municipality("Южный округ"), await app.Municipality("Северный округ"));
        var (own, neighbour, far) = (await app.School(here, "Южная СОШ № 1"), await app.School(here, "Южная СОШ № 2"), await app.School(there, "Северная СОШ"));

        Assert.Equal([own.Id, neighbour.Id, far.Id], await Seen("RegionalCoordinator", null, own, neighbour, far));
        Assert.Equal([own.Id, neighbour.Id], await Seen("MunicipalCoordinator", here.Id.Value, own, neighbour, far));
        Assert.Equal([own.Id], await Seen("SchoolHead", own.Id.Value, own, neighbour, far));
    }

    [Fact]
    public async Task Somebody_elses_school_is_not_found_and_the_try_is_recorded()
    {
        var (here, there) = (await app.Municipality("Речной округ"), await app.Municipality("Лесной округ"));
        var far = await app.School(there, "Лесная СОШ");
        using var coordinator = await app.SignedIn("MunicipalCoordinator", here.Id.Value);

        foreach (var path in new[] { $"/organisations/{far.Id}/facts", $"/organisations/{far.Id}/history", $"/organisations/{far.Id}/edit", $"/organisations/{far.Id}/end" })
            Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get(path)).StatusCode);

        await Eventually(() => app.Ask(db => db.Changes.AnyAsync(c => c.Kind == ChangeKind.Refused && c.Label == $"/organisations/{far.Id}/facts")));
    }

    [Fact]
    public async Task The_list_is_filtered_by_what_the_address_says_and_finds_yo_as_ye()
    {
        var municipality = await app.Municipality("Озёрный округ");
        var wanted = await app.School(municipality, "Зелёноборская СОШ", new("Зелёноборская СОШ") { Locality = Locality.Rural });
        await app.School(municipality, "Городская гимназия", new("Городская гимназия") { Locality = Locality.Urban });
        using var browser = await app.SignedIn("RegionalCoordinator");

        var page = await browser.Open($"/organisations?q=зеленоборская&municipality={municipality.Id}&locality=Rural&type=School&state=Active");

        Assert.Equal([$"/organisations/{wanted.Id}"], page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!));
        Assert.Contains("1\u00a0организация", page.QuerySelector("#found")!.TextContent);
    }

    [Fact]
    public async Task A_long_list_goes_page_by_page_in_Russian_order_and_none_is_lost_or_twice()
    {
        var municipality = await app.Municipality("Длинный округ");
        await app.Do(async db =>
        {
            db.AddRange(Enumerable.Range(1, 120).Select(i => Organisation.Open(Make.Code(), OrganisationType.School, municipality.Id, new(i % 3 == 0 ? "Ёлкинская СОШ" : $"{(char)('А' + i % 30)}-школа № {i}"))));
            await db.SaveChangesAsync();
        });
        using var browser = await app.SignedIn("RegionalCoordinator");

        var names = new List<string>();
        var links = new List<string>();
        for (var url = $"/organisations?municipality={municipality.Id}"; url is not null;)
        {
            var page = await browser.Open(url);
            names.AddRange(page.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
            links.AddRange(page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!));
            url = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(120, links.Distinct().Count());
        Assert.Equal(120, links.Count);
        Assert.Equal(names.Order(StringComparer.Create(new("ru-RU"), System.Globalization.CompareOptions.NumericOrdering)), names);
    }

    [Fact]
    public async Task The_workbook_holds_what_the_page_shows()
    {
        var municipality = await app.Municipality("Книжный округ");
        var school = await app.School(municipality, "Книжная СОШ");
        using var browser = await app.SignedIn("RegionalCoordinator");

        var bytes = await (await browser.Get($"/organisations/list.xlsx?municipality={municipality.Id}")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        var sheet = Spreadsheet.Read(bytes, "list.xlsx", Limits.Default, PersonalColumns.None, TestContext.Current.CancellationToken).Sheets[0];
        Assert.Equal(2, sheet.Rows.Count);
        Assert.Equal([school.Code, "Книжная СОШ", "Школа", "Книжный округ"], sheet.Rows[1].Cells.ToArray().Take(4));
    }

    [Fact]
    public async Task A_renamed_school_keeps_its_history_with_the_reason()
    {
        var school = await app.School(await app.Municipality("Новый округ"), "Старая СОШ");
        using var browser = await app.SignedIn("RegionalCoordinator");

        var answer = await browser.Submit($"/organisations/{school.Id}/edit", new() { ["Form.Name"] = "Новая СОШ", ["Form.Why"] = "приказ № 12" });

        Assert.Equal($"/organisations/{school.Id}/facts", answer.Headers.Location!.ToString());
        var history = (await browser.Open($"/organisations/{school.Id}/history")).QuerySelector("main")!.TextContent;
        Assert.Contains("Старая СОШ", history);
        Assert.Contains("Новая СОШ", history);
        Assert.Contains("приказ № 12", history);
    }

    [Fact]
    public async Task The_second_of_two_who_edit_at_once_sees_it_and_nothing_is_overwritten()
    {
        var school = await app.School(await app.Municipality("Общий округ"), "Общая СОШ");
        using var first = await app.SignedIn("RegionalCoordinator");
        using var second = await app.SignedIn("RegionalCoordinator");
        await first.Submit($"/organisations/{school.Id}/edit", new() { ["Form.Name"] = "Первая правка", ["Form.Why"] = "а" });

        var late = await second.Submit($"/organisations/{school.Id}/edit", new() { ["Form.Name"] = "Вторая правка", ["Form.Why"] = "б", ["Form.Token"] = "0" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("изменил другой человек", (await Browser.Read(late)).QuerySelector(".st-errsum")!.TextContent);
        Assert.Equal("Первая правка", (await app.Again(school)).Name);
    }

    [Theory]
    [InlineData("Form.Inn", "7707083894", "ИНН")]
    [InlineData("Form.Login", "450001", "Логин")]
    [InlineData("Form.Name", "", "Заполните")]
    [InlineData("Form.Pupils", "много", "не подходит")]
    public async Task A_wrong_field_is_named_and_nothing_is_saved(string field, string typed, string said)
    {
        var school = await app.School(await app.Municipality("Точный округ"), "Точная СОШ");
        using var browser = await app.SignedIn("RegionalCoordinator");

        var page = await Browser.Read(await browser.Submit($"/organisations/{school.Id}/edit", new() { ["Form.Why"] = "проверка", [field] = typed }));

        Assert.Contains(said, page.QuerySelector($"#{field.Replace('.', '_')}-error")!.TextContent);
        Assert.Equal(typed, page.QuerySelector($"#{field.Replace('.', '_')}")!.GetAttribute("value"));
        Assert.Equal("Точная СОШ", (await app.Again(school)).Name);
    }

    [Fact]
    public async Task A_new_organisation_has_a_code_of_its_own()
    {
        var municipality = await app.Municipality("Свежий округ");
        using var browser = await app.SignedIn("RegionalCoordinator");
        var form = new Dictionary<string, string?> { ["Form.Code"] = Make.Code(), ["Form.Name"] = "Свежая СОШ", ["Form.Municipality"] = municipality.Id.ToString(), ["Form.Type"] = "School" };

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit("/organisations/new", form)).StatusCode);
        var again = await Browser.Read(await browser.Submit("/organisations/new", form));

        Assert.Contains("уже занят", again.QuerySelector("#Form_Code-error")!.TextContent);
    }

    [Fact]
    public async Task A_merged_school_stays_with_its_history_and_its_successor_shows_it()
    {
        var municipality = await app.Municipality("Слитный округ");
        var (small, big) = (await app.School(municipality, "Малая СОШ"), await app.School(municipality, "Большая СОШ"));
        using var browser = await app.SignedIn("RegionalCoordinator");

        await browser.Submit($"/organisations/{small.Id}/end", new() { ["Form.Successor"] = big.Code, ["Form.On"] = "2026-08-31", ["Form.Why"] = "постановление № 318" });

        Assert.Contains("Большая СОШ", (await browser.Open($"/organisations/{small.Id}/facts")).QuerySelector("main")!.TextContent);
        Assert.Contains("постановление № 318", (await browser.Open($"/organisations/{big.Id}/history")).QuerySelector("main")!.TextContent);
        Assert.Equal(OrganisationState.Merged, (await app.Again(small)).State);
    }

    private async Task<List<Id<Organisation>>> Seen(string role, Guid? scope, params Organisation[] among)
    {
        using var browser = await app.SignedIn(role, scope);
        var seen = new List<Id<Organisation>>();
        foreach (var organisation in among)
            if ((await browser.Open($"/organisations?q={organisation.Code}")).QuerySelectorAll("tbody th a").Any(a => a.GetAttribute("href") == $"/organisations/{organisation.Id}")) seen.Add(organisation.Id);
        return seen;
    }

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 100 && !await holds(); i++) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.True(await holds());
    }
}
