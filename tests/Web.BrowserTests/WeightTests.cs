using Microsoft.Playwright;

namespace Stupeni.Browsing;

/// <summary>Pages are light enough for a school on a slow line: what came over the wire, compressed, with headers.</summary>
public sealed class WeightTests(Site site)
{
    private const double First = 300, Next = 60;

    [Fact]
    public async Task The_first_page_and_those_after_it_are_light()
    {
        await using var visit = await site.Visit(Who.Coordinator);
        var wire = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        var bytes = 0.0;
        wire.Event("Network.loadingFinished").OnEvent += (_, finished) => bytes += finished!.Value.GetProperty("encodedDataLength").GetDouble();
        await wire.SendAsync("Network.enable");

        var (found, hasDrawn) = (new List<string>(), false);
        foreach (var route in Pages.OfCoordinator)
        {
            bytes = 0;
            await visit.Page.GotoAsync(site.Addresses.Of(route), new() { WaitUntil = WaitUntilState.NetworkIdle });
            // What draws charts is fetched with the first of them and kept.
            var draws = !hasDrawn && await visit.Page.Locator("st-chart").CountAsync() > 0;
            hasDrawn |= draws;
            var (kilobytes, most) = (bytes / 1024, route == "/" || draws ? First : Next);
            if (kilobytes > most) found.Add($"{route}: {kilobytes:F0} KB");
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
