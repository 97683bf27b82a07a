using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Stupeni.Organisations;

namespace Stupeni.Imports;

public sealed class NameDecisionTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_doubtful_name_is_asked_once_for_all_files_and_remembered()
    {
        var (place, school) = await School("Верхнелужская СОШ");
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(Book("5", "", "Верхнелужска СОШ", place, 5), Book("6", "", "верхнелужска  сош", place, 6));

        var page = await coordinator.Open(import);
        Assert.Contains("Названия, которые нужно решить: 1", page.Text("#names"));
        Assert.Equal(2, page.QuerySelectorAll("#files ~ table .st-badge, table .st-badge").Count(b => b.TextContent.Contains("Нужно решить названия")));
        var names = await coordinator.Open($"{import}/names");
        Assert.Contains("6 строк", names.Text("fieldset").Replace('\u00a0', ' '));
        Assert.Contains($"Верхнелужская СОШ ({school.Code})", names.Text("fieldset"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Apply(import)).StatusCode);

        var decided = await coordinator.Decide(import, school.Id.ToString());
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Apply(import)).StatusCode);
        Assert.Equal(2, await app.Ask(db => db.ScoreSheets.CountAsync(s => s.Organisation == school.Id)));

        using var another = await app.SignedIn("RegionalCoordinator");
        var later = await another.Upload(Book("7", "", "Верхнелужска СОШ", place, 7));
        var file = (await another.Open(later)).QuerySelector("th[scope=row] a")!.GetAttribute("href")!;
        Assert.Contains("так решено", (await another.Open(file)).Text("[aria-labelledby=how-read]"));
        Assert.DoesNotContain("Предупреждения", (await another.Open(later)).Text("h2"));
        Assert.Equal(HttpStatusCode.Redirect, (await another.Apply(later)).StatusCode);
    }

    [Fact]
    public async Task A_decision_is_listed_revoked_and_then_asked_again()
    {
        var (place, school) = await School("Нижнелужская СОШ");
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        await coordinator.Decide(await coordinator.Upload(Book("5", "", "Нижнелужска СОШ", place, 5)), school.Id.ToString());

        Assert.Contains("Нижнелужская СОШ", (await coordinator.Open("/imports/names")).Text("table"));
        var row = (await coordinator.Open("/imports/names")).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Нижнелужска СОШ"));
        var form = row.QuerySelector("form")!;
        var held = form.QuerySelectorAll("input").OfType<IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Value);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Http.PostAsync("/imports/names", new FormUrlEncodedContent(held))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Http.PostAsync("/imports/names", new FormUrlEncodedContent(held))).StatusCode);

        var again = await coordinator.Upload(Book("6", "", "Нижнелужска СОШ", place, 6));
        Assert.Contains("Названия, которые нужно решить: 1", (await coordinator.Open(again)).Text("#names"));
    }

    [Fact]
    public async Task A_decision_leads_nobody_to_what_he_may_not_see()
    {
        var (mine, _) = await School("Левобережная СОШ");
        var (theirs, foreign) = await School("Левобережная СОШ № 1");
        using var region = await app.SignedIn("RegionalCoordinator");
        await region.Decide(await region.Upload(Book("5", "", "Левобережна СОШ № 1", theirs, 5)), foreign.Id.ToString());
        Assert.Contains(foreign.Code, (await region.Open("/imports/names")).Text("table"));

        var municipality = await app.Ask(db => db.Municipalities.Where(m => m.Name == mine).Select(m => m.Id).SingleAsync());
        using var coordinator = await app.SignedIn("MunicipalCoordinator", municipality.Value);
        Assert.DoesNotContain(foreign.Code, (await coordinator.Open("/imports/names")).Body!.TextContent);
        var import = await coordinator.Upload(Book("6", "", "Левобережна СОШ № 1", theirs, 6));
        Assert.DoesNotContain(foreign.Code, (await coordinator.Open(import)).Body!.TextContent);
        var held = (await coordinator.Open("/imports/new")).Held("main form");
        var decision = await app.Ask(db => db.NameDecisions.Where(d => d.Organisation == foreign.Id).Select(d => d.Id).FirstAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Http.PostAsync("/imports/names", new FormUrlEncodedContent(new Dictionary<string, string>(held) { ["Decision"] = $"{decision}", ["Token"] = "0" }))).StatusCode);
    }

    [Fact]
    public async Task Nobody_decides_for_an_organisation_to_which_he_may_not_bring_files()
    {
        var (place, _) = await School("Правобережная СОШ");
        var (_, foreign) = await School("Чужая СОШ");
        var municipality = await app.Ask(db => db.Municipalities.Where(m => m.Name == place).Select(m => m.Id).SingleAsync());
        using var coordinator = await app.SignedIn("MunicipalCoordinator", municipality.Value);
        var import = await coordinator.Upload(Book("5", "", "Правобережна СОШ", place, 5));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Decide(import, foreign.Id.ToString())).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Decide(import, NameChoice.Another, foreign.Code)).StatusCode);
        Assert.Equal(0, await app.Ask(db => db.NameDecisions.CountAsync(d => d.Organisation == foreign.Id)));
    }

    [Fact]
    public async Task Rows_may_be_left_out_of_one_import_only()
    {
        var (place, school) = await School("Дальнелужская СОШ");
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(Book("5", "", "Дальнелужска СОШ", place, 5), Book("good", school.Code, school.Name, place, 6));
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Decide(import, NameChoice.Skip)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Apply(import)).StatusCode);
        Assert.Equal(1, await app.Ask(db => db.ScoreSheets.CountAsync(s => s.Organisation == school.Id)));

        var again = await coordinator.Upload(Book("7", "", "Дальнелужска СОШ", place, 7));
        Assert.Contains("Названия, которые нужно решить: 1", (await coordinator.Open(again)).Text("#names"));
    }

    [Fact]
    public async Task Two_windows_deciding_the_same_name_the_second_sees_that_it_changed()
    {
        var (place, school) = await School("Среднелужская СОШ");
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(Book("5", "", "Среднелужска СОШ", place, 5));
        var held = (await coordinator.Open($"{import}/names")).Held("main form");
        await coordinator.Decide(import, school.Id.ToString());

        var answer = await coordinator.Http.PostAsync($"{import}/names", new FormUrlEncodedContent(new Dictionary<string, string>(held) { ["Form[0].Choice"] = NameChoice.Skip }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("изменил другой человек", (await Browser.Read(answer)).Text(".st-errsum"));
        Assert.Equal(1, await app.Ask(db => db.NameDecisions.CountAsync(d => d.Text == "Среднелужска СОШ")));
    }

    [Fact]
    public async Task A_municipality_spelt_wrong_is_decided_once_for_all_its_schools()
    {
        var (place, school) = await School("Лесная СОШ");
        var municipality = await app.Ask(db => db.Municipalities.Where(m => m.Name == place).Select(m => m.Id).SingleAsync());
        var wrong = place.Replace("ский", "скй", StringComparison.Ordinal);
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(Book("5", "", "Лесная СОШ", wrong, 5), Book("6", "", "МБОУ «Лесная средняя школа»", wrong, 6));
        Assert.Contains($"Муниципалитет «{wrong}»", (await coordinator.Open($"{import}/names")).Text("legend"));

        await coordinator.Decide(import, municipality.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Apply(import)).StatusCode);
        Assert.Equal(2, await app.Ask(db => db.ScoreSheets.CountAsync(s => s.Organisation == school.Id)));
    }

    [Fact]
    public async Task A_name_like_nothing_stays_an_error()
    {
        var (place, _) = await School("Приозёрная СОШ");
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(Book("5", "", "Завод железобетона", place, 5));
        Assert.Contains("Неизвестная организация «Завод железобетона»", (await coordinator.Open(import)).Text("section[aria-labelledby=errors]"));
    }

    private static (string, byte[]) Book(string name, string login, string school, string municipality, int grade) => ($"{name}.xlsx", F1Book.Of(login, school, municipality, grade));

    private async Task<(string Municipality, Organisation School)> School(string name)
    {
        var municipality = await app.Municipality($"Окраинский{Letters(Sample.Code())} район");
        return (municipality.Name, await app.School(municipality, name, new(name) { Login = null }));
    }

    /// <summary>Codes as letters: a number in a name tells one school from another.</summary>
    private static string Letters(string code) => string.Concat(code.Select(d => "абвгдежзик"[d - '0'])) + "ский";
}

internal static class Deciding
{
    /// <summary>Answers the first doubtful name.</summary>
    internal static Task<HttpResponseMessage> Decide(this Browser browser, string import, string choice, string other = "") =>
        browser.Submit($"{import}/names", new() { ["Form[0].Choice"] = choice, ["Form[0].Other"] = other });
}
