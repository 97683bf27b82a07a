using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Stupeni.Accounts;

[assembly: AssemblyFixture(typeof(Stupeni.Browsing.Site))]

namespace Stupeni.Browsing;

/// <summary>The whole product on a port of this machine with a small invented region in it, and one Chromium that all tests share.</summary>
public sealed class Site : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string name = $"b{Guid.CreateVersion7():N}";
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> signedIn = new();
    private IPlaywright playwright = null!;

    public Site() => UseKestrel(0);

    public string Address { get; private set; } = "";
    public IBrowser Chromium { get; private set; } = null!;
    public Region Region { get; private set; } = null!;
    public Addresses Addresses { get; private set; } = null!;

    private string Connection => Environment.GetEnvironmentVariable("TEST_PG") is { Length: > 0 } server
        ? $"{server};Database={name};Maximum Pool Size=20" : $"Data Source={Path.Combine(Path.GetTempPath(), name)}.db";

    public async ValueTask InitializeAsync()
    {
        StartServer();
        Address = $"http://127.0.0.1:{ClientOptions.BaseAddress.Port}";
        Region = await Region.Load(this);
        Addresses = await Addresses.Of(this);
        Assertions.SetDefaultExpectTimeout(Browsing.Visit.Patience);
        playwright = await Playwright.CreateAsync();
        Chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given : OnPath(),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        });
    }

    /// <summary>A window of somebody who is signed in, or of a stranger.</summary>
    public async Task<Visit> Visit(string who, bool script = true, string? scheme = null) => await Browsing.Visit.Begin(this, who == Who.Stranger ? null : await SignedIn(who), script, scheme);

    public async Task<T> Ask<T>(Func<IServiceProvider, Task<T>> question)
    {
        using var scope = Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<Recording>().Viewer = Viewer.Program;
        return await question(scope.ServiceProvider);
    }

    public override async ValueTask DisposeAsync()
    {
        if (Chromium is not null) await Chromium.CloseAsync();
        playwright?.Dispose();
        await Ask(async services => await services.GetRequiredService<Db>().Database.EnsureDeletedAsync());
        Region?.Forget();
        await base.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:Db", Connection);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
    }

    /// <summary>Cookies of somebody who pressed their button on the sign-in page; once for each.</summary>
    private Task<string> SignedIn(string who) => signedIn.GetOrAdd(who, _ => new(async () =>
    {
        await using var visit = await Browsing.Visit.Begin(this, null, script: true, scheme: null);
        await visit.SignIn(who);
        return await visit.Page.Context.StorageStateAsync();
    })).Value;

    private static string OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is not on PATH: name it in CHROMIUM.");
}
