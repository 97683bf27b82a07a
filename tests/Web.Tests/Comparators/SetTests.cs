using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace Stupeni.Comparators;

/// <summary>Schools that people pick to compare with: kept once, shared where they work, changed by their author, never telling one school by the difference.</summary>
public sealed class SetTests(Neighbourhood made) : IClassFixture<Neighbourhood>
{
    [Fact]
    public async Task A_coordinator_makes_a_set_compares_with_it_changes_and_deletes_it()
    {
        using var region = await made.SignedIn("RegionalCoordinator");
        var address = (await Keep(region, "Сельские юга", 1, 2, 11)).Headers.Location!.ToString();

        var main = Neighbourhood.Plain(await region.Open(made.Similar() + $"?set={address.Split('/')[^1]}"));
        Assert.Contains("Сравнение с набором «Сельские юга»: 3 школы.", main, StringComparison.Ordinal);
        Assert.Contains("Школа 12", main, StringComparison.Ordinal);
        Assert.DoesNotContain("Школа 04", main, StringComparison.Ordinal);

        var changed = (await region.Submit($"{address}/edit", new() { ["Form.Name"] = "Сельские" })).Headers.Location!.ToString();
        Assert.NotEqual(address, changed);
        Assert.Equal(404, (int)(await region.Get(address)).StatusCode);
        Assert.Equal("Сельские", (await region.Open(changed)).QuerySelector("h1")!.TextContent);
        Assert.Equal("/similar/sets", (await region.Submit(changed, [])).Headers.Location!.ToString());
        Assert.Equal(404, (int)(await region.Get(changed)).StatusCode);
        Assert.Equal(404, (int)(await region.Get(made.Similar() + $"?set={changed.Split('/')[^1]}")).StatusCode);
    }

    [Fact]
    public async Task The_same_form_sent_twice_keeps_one_set_and_a_name_is_taken_once()
    {
        using var region = await made.SignedIn("RegionalCoordinator");
        var first = await Keep(region, "Дважды", 1, 2);
        var second = await Keep(region, "Дважды", 1, 2);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await made.Ask(db => db.ComparatorSets.CountAsync(s => s.Name == "Дважды")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Keep(region, "Дважды", 3)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Keep(region, "", 3)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Keep(region, "Пустой")).StatusCode);
    }

    [Fact]
    public async Task What_was_changed_meanwhile_is_not_written_over()
    {
        using var region = await made.SignedIn("RegionalCoordinator");
        var address = (await Keep(region, "Спор", 1, 2)).Headers.Location!.ToString();
        var stale = await region.Submit($"{address}/edit", new() { ["Form.Name"] = "Спор двух", ["Form.Token"] = "7" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        Assert.Equal("Спор", (await region.Open(address)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Those_who_work_in_the_same_place_use_a_set_and_only_its_author_changes_it()
    {
        using var author = await made.SignedIn("Methodologist", made.North.Id.Value);
        using var same = await made.SignedIn("MunicipalCoordinator", made.North.Id.Value);
        using var other = await made.SignedIn("Methodologist", made.South.Id.Value);
        // A school of another municipality is not theirs to compare with: it stays out.
        var address = (await Keep(author, "Соседи", 2, 3, 11)).Headers.Location!.ToString();

        Assert.Equal(2, (await author.Open(address)).QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("Соседи", Neighbourhood.Plain(await same.Open("/similar/sets")), StringComparison.Ordinal);
        Assert.Contains("с набором «Соседи»", Neighbourhood.Plain(await same.Open(made.Similar() + $"/results?set={address.Split('/')[^1]}")), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await same.Get($"{address}/edit")).StatusCode);
        Assert.Null((await same.Open(address)).QuerySelector("main form[method=post]"));
        Assert.Equal(404, (int)(await other.Get(address)).StatusCode);
        using var analyst = await made.SignedIn("Analyst");
        Assert.Equal(404, (int)(await analyst.Get("/similar/sets/new")).StatusCode);
    }

    [Fact]
    public async Task A_heads_set_has_enough_schools_and_never_differs_by_one_from_what_was_summed_before()
    {
        using var head = await made.SignedIn("SchoolHead", made.Schools[3].Id.Value);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Keep(head, "Мало", 0, 1, 2)).StatusCode);
        var kept = await Keep(head, "Пять", 0, 1, 2, 4, 5);
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);

        var address = kept.Headers.Location!.ToString();
        Assert.Contains("Школа 01", Neighbourhood.Plain(await head.Open(address)), StringComparison.Ordinal);
        var compared = await head.Open(made.Similar(made.Schools[3]) + $"/results?set={address.Split('/')[^1]}");
        Assert.Contains("с набором «Пять»: 5 школ", Neighbourhood.Plain(compared), StringComparison.Ordinal);
        Assert.DoesNotContain("Школа 01", compared.DocumentElement.TextContent, StringComparison.Ordinal);

        Assert.Contains("результаты одной школы", Neighbourhood.Plain(await Browser.Read(await Keep(head, "Шесть", 0, 1, 2, 4, 5, 6))), StringComparison.Ordinal);
        var edited = await head.Submit($"{address}/edit", Typed("Пять", 0, 1, 2, 4, 6));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, edited.StatusCode);
        await head.Submit(address, []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Keep(head, "Заново", 0, 1, 2, 4, 6)).StatusCode);
    }

    [Fact]
    public async Task Schools_are_found_by_name_and_those_already_chosen_stay()
    {
        using var region = await made.SignedIn("RegionalCoordinator");
        var found = await Browser.Read(await region.Submit("/similar/sets/new", new(Typed("Поиск", 2)) { ["Form.Q"] = "южный", ["find"] = "true" }));
        var boxes = Boxes(found);
        Assert.Equal(made.Schools[2].Id.ToString(), Assert.Single(boxes, b => b.IsChecked).Value);
        Assert.Equal(7, boxes.Count(b => !b.IsChecked));
        Assert.Equal(10, Boxes(await region.Open($"/similar/sets/new?school={made.First.Id}")).Count(b => b.IsChecked));
        Assert.Equal(0, await made.Ask(db => db.ComparatorSets.CountAsync(s => s.Name == "Поиск")));
    }

    private static List<IHtmlInputElement> Boxes(IHtmlDocument page) => [.. page.QuerySelectorAll("input[name='Form.Schools']").OfType<IHtmlInputElement>()];

    private Task<HttpResponseMessage> Keep(Browser browser, string name, params int[] schools) => browser.Submit("/similar/sets/new", Typed(name, schools));

    /// <summary>Several boxes of one name: the dictionary of typed fields holds one, so the others are numbered.</summary>
    private Dictionary<string, string?> Typed(string name, params int[] schools)
    {
        var typed = new Dictionary<string, string?> { ["Form.Name"] = name, ["Form.Schools"] = null };
        foreach (var (at, school) in schools.Index()) typed[$"Form.Schools[{at}]"] = made.Schools[school].Id.ToString();
        return typed;
    }
}
