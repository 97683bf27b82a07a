using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni;

/// <summary>The whole product on a database of its own: SQLite in a temporary file, or PostgreSQL where TEST_PG names a server.</summary>
public class App : WebApplicationFactory<Program>
{
    private readonly string name = $"t{Guid.CreateVersion7():N}";

    public string Connection => Environment.GetEnvironmentVariable("TEST_PG") is { Length: > 0 } server
        ? $"{server};Database={name};Maximum Pool Size=20" : $"Data Source={Path.Combine(Path.GetTempPath(), name)}.db";

    /// <summary>The key of linked attempts, outside the database.</summary>
    public string KeyFile => Path.Combine(Path.GetTempPath(), $"{name}.key");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Participants:KeyFile", KeyFile);
        builder.UseSetting("ConnectionStrings:Db", Connection);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
    }

    /// <summary>Reads or writes past the pages, as the program itself.</summary>
    public async Task<T> Ask<T>(Func<Db, Task<T>> question)
    {
        using var scope = Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<Recording>().Viewer = Viewer.Program;
        return await question(scope.ServiceProvider.GetRequiredService<Db>());
    }

    public Task Do(Func<Db, Task> work) => Ask(async db =>
    {
        await work(db);
        return 0;
    });

    public Task<T> Save<T>(T row) where T : class => Ask(async db =>
    {
        db.Add(row);
        await db.SaveChangesAsync();
        return row;
    });

    /// <summary>A browser in which nobody has signed in.</summary>
    public Browser Stranger() => new(CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }));

    /// <summary>A browser of a new person with the role, signed in through the sign-in page.</summary>
    public Task<Browser> SignedIn(string role, Guid? scope = null) => SignedIn((role, scope));

    /// <summary>The same with several roles.</summary>
    public async Task<Browser> SignedIn(params (string Role, Guid? Scope)[] roles)
    {
        var login = $"{roles[0].Role}-{Guid.CreateVersion7():N}";
        const string Password = "верная-скрепка-12";
        using (var services = Services.CreateScope())
        {
            var people = services.ServiceProvider.GetRequiredService<UserManager<Person>>();
            var db = services.ServiceProvider.GetRequiredService<Db>();
            var person = new Person { UserName = login, Name = $"Проверочный {roles[0].Role}" };
            var made = await people.CreateAsync(person, Password);
            Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(e => e.Description)));
            foreach (var (role, scope) in roles)
            {
                var kind = await db.Roles.Where(r => r.Code == role).Select(r => r.Scope).SingleAsync();
                db.Add(new Grant { Person = person.Id, Role = role, ScopeKind = kind, Scope = scope });
            }

            await db.SaveChangesAsync();
        }

        var browser = Stranger();
        var answer = await browser.Submit("/sign-in", new() { ["Form.Login"] = login, ["Form.Password"] = Password });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    /// <summary>The host goes before its database does.</summary>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;

        var options = new DbContextOptionsBuilder<Db>();
        options.UseEngineOf(Connection);
        using var db = new Db(options.Options);
        db.Database.EnsureDeleted();
        File.Delete(KeyFile);
    }
}

/// <summary>A browser without script: it keeps cookies, reads pages and sends their forms with what they hold.</summary>
public sealed class Browser(HttpClient http) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    public HttpClient Http => http;

    public async Task<HttpResponseMessage> Get(string url) => await http.GetAsync(url, TestContext.Current.CancellationToken);

    /// <summary>The page, which must be there.</summary>
    public async Task<IHtmlDocument> Open(string url)
    {
        var answer = await Get(url);
        Assert.True(answer.IsSuccessStatusCode, $"{url}: {(int)answer.StatusCode} {answer.Headers.Location}");
        return await Read(answer);
    }

    public static async Task<IHtmlDocument> Read(HttpResponseMessage answer) => Parser.ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>Sends the page's form (the only POST form in main, or the one chosen by a selector) with its own fields, changed by what is typed.</summary>
    public async Task<HttpResponseMessage> Submit(string url, Dictionary<string, string?> typed, string form = "main form[method=post]", IEnumerable<(string Name, string File, byte[] Content)>? files = null)
    {
        var page = await Open(url);
        var chosen = page.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"{url} has no form {form}");
        var action = chosen.GetAttribute("action") is { Length: > 0 } target ? target : url;
        return await http.PostAsync(action, Body(chosen, typed, files), TestContext.Current.CancellationToken);
    }

    private static HttpContent Body(IHtmlFormElement form, Dictionary<string, string?> typed, IEnumerable<(string Name, string File, byte[] Content)>? files)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var control in form.Elements)
        {
            var (name, value) = control switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" } => (null, null),
                IHtmlInputElement input => (input.Name, input.Value),
                IHtmlSelectElement select => (select.Name, select.Value),
                IHtmlTextAreaElement area => (area.Name, area.Value),
                _ => (null, null),
            };
            if (name is { Length: > 0 } && !typed.ContainsKey(name)) fields.Add(new(name, value ?? ""));
        }

        fields.AddRange(typed.Where(t => t.Value is not null).Select(t => new KeyValuePair<string, string>(t.Key, t.Value!)));
        if (files is null) return new FormUrlEncodedContent(fields);

        var body = new MultipartFormDataContent();
        foreach (var field in fields) body.Add(new StringContent(field.Value), field.Key);
        foreach (var file in files) body.Add(new ByteArrayContent(file.Content), file.Name, file.File);
        return body;
    }

    public void Dispose() => http.Dispose();
}
