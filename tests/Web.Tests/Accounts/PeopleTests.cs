using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Accounts;

public sealed class PeopleTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task An_administrator_lets_a_coordinator_in_and_the_record_says_so()
    {
        using var admin = await app.SignedIn("Administrator");
        var municipality = await app.Municipality();
        var login = $"k-{Make.Code()}";

        var answer = await admin.Submit("/people/new", new()
        {
            ["Form.Name"] = "Кузнецова Е. А.", ["Form.Role"] = "MunicipalCoordinator", ["Form.Place"] = municipality.Code, ["Form.Login"] = login, ["Form.Password"] = "длинная-фраза",
        });

        var page = await admin.Open(answer.Headers.Location!.ToString());
        Assert.Contains(municipality.Name, page.QuerySelector("main")!.TextContent);
        Assert.True(await app.Ask(db => db.Changes.AnyAsync(c => c.Kind == ChangeKind.Added && c.Subject == "Person" && c.Label == "Кузнецова Е. А." && c.PersonName.StartsWith("Проверочный"))));
        using var coordinator = app.Stranger();
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Submit("/sign-in", new() { ["Form.Login"] = login, ["Form.Password"] = "длинная-фраза" })).StatusCode);
    }

    [Theory]
    [InlineData("Form.Login", "", "Введите логин.")]
    [InlineData("Form.Name", "", "Введите фамилию")]
    [InlineData("Form.Password", "коротко", "не короче 10")]
    [InlineData("Form.Place", "нет такого", "нет")]
    [InlineData("Form.Place", "", "укажите, где она действует")]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(string field, string typed, string said)
    {
        using var admin = await app.SignedIn("Administrator");
        var form = new Dictionary<string, string?> { ["Form.Name"] = "Лебедева", ["Form.Role"] = "MunicipalCoordinator", ["Form.Place"] = (await app.Municipality()).Code, ["Form.Login"] = $"l-{Make.Code()}", ["Form.Password"] = "длинная-фраза" };
        form[field] = typed;

        var answer = await admin.Submit("/people/new", form);
        var page = await Browser.Read(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, page.QuerySelector($"#{field.Replace('.', '_')}-error")!.TextContent);
        if (field != "Form.Name") Assert.Equal("Лебедева", page.QuerySelector("#Form_Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_login_is_taken_once()
    {
        using var admin = await app.SignedIn("Administrator");
        var form = new Dictionary<string, string?> { ["Form.Name"] = "Орлова", ["Form.Role"] = "Analyst", ["Form.Login"] = $"o-{Make.Code()}", ["Form.Password"] = "длинная-фраза" };
        await admin.Submit("/people/new", form);

        var again = await Browser.Read(await admin.Submit("/people/new", form));

        Assert.Contains("Такой логин уже есть", again.QuerySelector("#Form_Login-error")!.TextContent);
    }

    [Fact]
    public async Task A_role_is_given_and_taken()
    {
        using var admin = await app.SignedIn("Administrator");
        var person = await app.Save(new Person { Name = "Соколова", UserName = $"s-{Make.Code()}" });
        await admin.Submit($"/people/{person.Id}", new() { ["Form.Role"] = "Analyst" }, "form#give");
        var given = await app.Ask(db => db.Grants.Where(g => g.Person == person.Id).SingleAsync());
        Assert.Equal("Analyst", given.Role);

        await admin.Submit($"/people/{person.Id}", new(), "form[action*=Take]");

        Assert.False(await app.Ask(db => db.Grants.AnyAsync(g => g.Person == person.Id)));
        Assert.True(await app.Ask(db => db.Changes.AnyAsync(c => c.Kind == ChangeKind.Removed && c.SubjectId == given.Id.Value)));
    }

    [Fact]
    public async Task Nobody_shuts_themselves_out()
    {
        using var admin = await app.SignedIn("Administrator");
        var self = await app.Ask(db => db.Changes.Where(c => c.Kind == ChangeKind.SignedIn).OrderByDescending(c => c.Id).Select(c => c.Person!.Value).FirstAsync());

        var page = await Browser.Read(await admin.Submit($"/people/{self}", new(), "form[action*=Block]"));

        Assert.Contains("самому себе", page.QuerySelector(".st-errsum")!.TextContent);
    }

    [Fact]
    public async Task A_person_who_is_not_there_is_not_found()
    {
        using var admin = await app.SignedIn("Administrator");
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Get($"/people/{Id<Person>.New()}")).StatusCode);
    }
}
