using Microsoft.Playwright;

namespace Stupeni.Browsing;

/// <summary>A browser window with cookies of its own, watched: no request may leave this machine, nothing may be refused by the page's own policy.</summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>How long a busy machine may take, in milliseconds.</summary>
    public const int Patience = 60_000;

    private readonly string address;
    private readonly List<string> troubles = [];

    private Visit(string address, IPage page) => (this.address, Page) = (address, page);

    public IPage Page { get; }

    public static async Task<Visit> Begin(Site site, string? cookies, bool script, string? scheme)
    {
        var context = await site.Chromium.NewContextAsync(new() { BaseURL = site.Address, StorageState = cookies, JavaScriptEnabled = script, Locale = "ru-RU", ViewportSize = new() { Width = Sight.Wide, Height = 900 } });
        context.SetDefaultTimeout(Patience);
        if (scheme is not null) await context.AddCookiesAsync([new() { Name = "stupeni-vision", Value = $"{scheme}.2.1.on", Url = site.Address }]);
        var visit = new Visit(site.Address, await context.NewPageAsync());
        visit.Watch(context);
        return visit;
    }

    public async Task<IResponse> Open(string path) => await Page.GotoAsync(path) ?? throw new InvalidOperationException($"{path} did not answer");

    public async Task SignIn(string who)
    {
        await Open("/sign-in");
        await Page.Locator($"button[aria-label^='Войти: {who},']").ClickAsync();
        await Page.WaitForURLAsync("**/");
    }

    /// <summary>What went wrong so far that no reader of the page would see.</summary>
    public void WasQuiet() => Assert.Empty(troubles);

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    private void Watch(IBrowserContext context)
    {
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) troubles.Add($"asked for {request.Url}");
        };

        // A missing page is said to be missing in the console too.
        context.Console += (_, said) =>
        {
            if (said.Type == "error" && !said.Text.Contains("status of 404", StringComparison.Ordinal)) troubles.Add($"{said.Page?.Url}: {said.Text}");
        };
        context.WebError += (_, error) => troubles.Add(error.Error);
    }
}
