using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Stupeni.Accounts;

public sealed class SignInTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_person_signs_in_and_goes_on_to_where_they_were_going()
    {
        var login = await Person("Иванова");
        using var browser = app.Stranger();

        var answer = await browser.Submit("/sign-in?back=%2Fpermissions", new() { ["Form.Login"] = login, ["Form.Password"] = "длинная-фраза" });

        Assert.Equal("/permissions", answer.Headers.Location!.ToString());
        Assert.Contains("Матрица прав", (await browser.Open("/permissions")).Body!.TextContent);
        Assert.True(await app.Ask(db => db.Changes.AnyAsync(c => c.Kind == ChangeKind.SignedIn && c.Label == "Иванова")));
    }

    [Fact]
    public async Task A_wrong_password_and_a_wrong_login_are_refused_in_the_same_words()
    {
        var login = await Person("Петрова");
        using var browser = app.Stranger();

        var known = await Browser.Read(await browser.Submit("/sign-in", new() { ["Form.Login"] = login, ["Form.Password"] = "не-та-фраза-12" }));
        var unknown = await Browser.Read(await browser.Submit("/sign-in", new() { ["Form.Login"] = "никто-такой", ["Form.Password"] = "не-та-фраза-12" }));

        Assert.Contains("не подходит", known.QuerySelector(".st-errsum")!.TextContent);
        Assert.Equal(known.QuerySelector(".st-errsum")!.TextContent, unknown.QuerySelector(".st-errsum")!.TextContent);
        Assert.Equal(login, known.QuerySelector("#Form_Login")!.GetAttribute("value"));
        Assert.Equal("", known.QuerySelector("#Form_Password")!.GetAttribute("value"));
    }

    [Fact]
    public async Task After_five_wrong_passwords_even_the_right_one_waits()
    {
        var login = await Person("Сидорова");
        using var browser = app.Stranger();
        for (var i = 0; i < 5; i++) await browser.Submit("/sign-in", new() { ["Form.Login"] = login, ["Form.Password"] = "не-та-фраза-12" });

        var answer = await browser.Submit("/sign-in", new() { ["Form.Login"] = login, ["Form.Password"] = "длинная-фраза" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_blocked_person_is_out_at_once()
    {
        var login = await Person("Орлова");
        using var browser = app.Stranger();
        await browser.Submit("/sign-in", new() { ["Form.Login"] = login, ["Form.Password"] = "длинная-фраза" });
        await app.Do(async db =>
        {
            (await db.Users.SingleAsync(p => p.UserName == login)).Block(DateTime.UnixEpoch.AddYears(50), self: false);
            await db.SaveChangesAsync();
        });

        await browser.Get("/permissions");

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/permissions")).StatusCode);
    }

    [Fact]
    public async Task Demo_people_are_offered_only_where_there_are_any_and_enter_without_a_password()
    {
        using var browser = app.Stranger();
        var before = await browser.Open("/sign-in");
        Assert.Null(before.QuerySelector("#demo-title"));

        var demo = await app.Save(new Person { Name = "Среднереченская область", Position = "Региональный координатор", IsDemo = true, UserName = "demo-coordinator", NormalizedUserName = "DEMO-COORDINATOR", SecurityStamp = "x" });
        var page = await browser.Open("/sign-in");
        Assert.Contains("Региональный координатор", page.Body!.TextContent);

        var answer = await browser.Submit("/sign-in", new() { ["person"] = demo.Id.ToString() }, "form[action*=Demo]");
        Assert.Equal("/", answer.Headers.Location!.ToString());
        await app.Do(async db => await db.Users.Where(p => p.Id == demo.Id).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task Nobody_but_a_demo_person_enters_without_a_password()
    {
        var login = await Person("Зуева");
        var demo = await app.Save(new Person { Name = "Область", Position = "Аналитик", IsDemo = true, UserName = "demo-analyst", NormalizedUserName = "DEMO-ANALYST", SecurityStamp = "x" });
        var id = await app.Ask(db => db.Users.Where(p => p.UserName == login).Select(p => p.Id).SingleAsync());
        using var browser = app.Stranger();

        var answer = await browser.Submit("/sign-in", new() { ["person"] = id.ToString() }, "form[action*=Demo]");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await app.Do(async db => await db.Users.Where(p => p.Id == demo.Id).ExecuteDeleteAsync());
    }

    private async Task<string> Person(string name)
    {
        using var scope = app.Services.CreateScope();
        var login = $"{name}-{Guid.CreateVersion7():N}";
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(new() { Name = name, UserName = login }, "длинная-фраза");
        Assert.True(made.Succeeded);
        return login;
    }
}
