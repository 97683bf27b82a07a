using System.Net;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

public sealed class ForSchoolTests(ReportRegion brought) : IClassFixture<ReportRegion>
{
    [Fact]
    public async Task A_coordinator_hands_the_school_an_address_that_its_head_opens_and_others_do_not()
    {
        var schools = await brought.Schools();
        var (own, other) = (schools[ReportRegion.Berezovka], schools[ReportRegion.Verkhneluzhskaya]);
        using var coordinator = await brought.SignedIn("MunicipalCoordinator", SmallRegion.North.Id.Value);
        var report = brought.Url("tasks", ReportRegion.Berezovka);
        var link = (await coordinator.Open(report)).QuerySelector("a[href$=for-school]")!.GetAttribute("href")!;
        var page = await coordinator.Open(link);
        Assert.Contains("В школе пока никто не может войти", page.QuerySelector("main")!.TextContent);

        using var head = await brought.SignedIn("SchoolHead", own.Id.Value);
        using var stranger = await brought.SignedIn("SchoolHead", other.Id.Value);
        page = await coordinator.Open(link);
        Assert.Contains("Ссылку откроют: Проверочный SchoolHead", page.QuerySelector("main")!.TextContent);
        var address = new Uri(page.QuerySelector("#address")!.GetAttribute("value")!).PathAndQuery;
        Assert.Contains(own.Name, (await head.Open(address)).QuerySelector(".st-lead")!.TextContent);
        Assert.DoesNotContain(own.Name, await (await stranger.Get(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(link)).StatusCode);

        var workbook = page.QuerySelector("a[download]")!.GetAttribute("href")!;
        var file = await coordinator.Get(workbook);
        Assert.Contains(own.Code, file.Content.Headers.ContentDisposition!.FileName);
        Assert.StartsWith("mailto:?subject=", page.QuerySelector("a[href^=mailto]")!.GetAttribute("href"));
        Assert.Null((await head.Open(address)).QuerySelector("a[href$=for-school]"));
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get(link.Replace(own.Id.ToString(), Id<Organisations.Organisation>.New().ToString(), StringComparison.Ordinal))).StatusCode);
    }
}
