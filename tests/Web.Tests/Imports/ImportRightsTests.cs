using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;

namespace Stupeni.Imports;

public sealed class ImportRightsTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("Administrator", false)]
    [InlineData("RegionalCoordinator", true)]
    [InlineData("RegionalOperator", true)]
    [InlineData("Analyst", false)]
    [InlineData("MunicipalCoordinator", true)]
    [InlineData("Methodologist", true)]
    [InlineData("SchoolHead", true)]
    [InlineData("SchoolTeamTechnician", true)]
    [InlineData("SchoolTeamCurator", false)]
    [InlineData("ExternalCurator", false)]
    [InlineData("Teacher", false)]
    public async Task Only_those_who_import_find_the_pages(string role, bool may)
    {
        var (municipality, school) = await Place();
        using var browser = await app.SignedIn(role, role is "MunicipalCoordinator" or "Methodologist" ? municipality : role.Contains("School", StringComparison.Ordinal) || role is "ExternalCurator" or "Teacher" ? school : null);
        foreach (var url in new[] { "/imports", "/imports/new", "/imports/templates/organisations.xlsx" })
            Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.Get(url)).StatusCode);
    }

    [Fact]
    public async Task Strangers_are_asked_to_sign_in()
    {
        using var stranger = app.Stranger();
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.Get("/imports")).StatusCode);
    }

    [Fact]
    public async Task An_import_is_seen_by_its_maker_and_by_those_of_the_region_only()
    {
        var (municipality, _) = await Place();
        using var maker = await app.SignedIn("MunicipalCoordinator", municipality);
        using var neighbour = await app.SignedIn("MunicipalCoordinator", municipality);
        using var region = await app.SignedIn("RegionalOperator");
        var import = await maker.Upload(("a.csv", Sample.Csv(Sample.Row(Sample.Code(), pupils: "много"))));
        var file = (await maker.Open(import)).QuerySelector("th[scope=row] a")!.GetAttribute("href")!;

        foreach (var url in new[] { import, file, $"{import}/upload", $"{import}/changes", $"{import}/names", $"{import}/mended", $"{import}/undo", $"{import}/discard", $"{import}/errors.xlsx", $"{import}/errors.json" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Get(url)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await region.Get(url)).StatusCode);
        }

        Assert.DoesNotContain(import, (await neighbour.Open("/imports")).Body!.InnerHtml);
        Assert.Contains(import, (await region.Open("/imports")).Body!.InnerHtml);
        var held = (await maker.Open(import)).Held("#decide");
        var strange = (await neighbour.Open("/imports/new")).Held("main form");
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Http.PostAsync($"{import}?handler=Apply", new FormUrlEncodedContent(new Dictionary<string, string>(held) { ["_form"] = strange["_form"] }))).StatusCode);
        await Eventually(() => app.Ask(db => db.Changes.AnyAsync(c => c.Kind == ChangeKind.Refused && c.Label == import)));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var nobody = Guid.CreateVersion7();
        var import = await coordinator.Upload(("a.csv", Sample.Csv(Sample.Row(Sample.Code()))));
        foreach (var url in new[] { $"/imports/{nobody}", $"/imports/{nobody}/upload", $"/imports/{nobody}/undo", $"/imports/{nobody}/discard", $"/imports/{nobody}/changes", $"/imports/{nobody}/errors.xlsx", $"/imports/{nobody}/errors.json", $"{import}/files/{nobody}", "/imports/templates/nothing.xlsx", "/imports/templates/vpr.xlsx" })
            Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get(url)).StatusCode);
    }

    [Fact]
    public async Task A_municipal_coordinator_touches_only_organisations_of_the_municipality()
    {
        var (mine, _) = await Place();
        var (foreign, _) = await Place();
        var (own, theirs, fresh) = (await School(mine), await School(foreign), Sample.Code());
        var (here, there) = (await Name(mine), await Name(foreign));
        using var coordinator = await app.SignedIn("MunicipalCoordinator", mine);

        var wrong = await coordinator.Upload(("a.csv", Sample.Csv(Sample.Row(own, "Своя", here), Sample.Row(theirs, "Чужая", here), Sample.Row(fresh, "Новая", there), Sample.Row(Sample.Code(), "Неведомо где", "Небывалый район"))));
        var errors = (await coordinator.Open(wrong)).Text("section[aria-labelledby=errors] tbody");
        Assert.Contains($"{theirs} Неизвестный код ОО.", errors);
        Assert.Contains($"Муниципалитета «{there}» нет среди ваших.", errors);
        Assert.Contains("Муниципалитета «Небывалый район» нет среди ваших.", errors);
        Assert.DoesNotContain(own, errors);

        await coordinator.Bring(("b.csv", Sample.Csv(Sample.Row(own, "Своя", here), Sample.Row(fresh, "Новая", here))));
        Assert.Equal(["Новая", "Своя"], await app.Ask(db => db.Organisations.Where(o => o.Code == own || o.Code == fresh).OrderBy(o => o.Name).Select(o => o.Name).ToListAsync()));
        Assert.NotEqual("Чужая", await app.Ask(db => db.Organisations.Where(o => o.Code == theirs).Select(o => o.Name).SingleAsync()));
    }

    [Fact]
    public async Task Who_may_import_but_not_edit_organisations_changes_no_facts()
    {
        var (municipality, _) = await Place();
        var code = await School(municipality);
        using var methodologist = await app.SignedIn("Methodologist", municipality);
        var import = await methodologist.Upload(("a.csv", Sample.Csv(Sample.Row(code, "Другое имя", await Name(municipality)))));
        Assert.Contains("нет права менять сведения", (await methodologist.Open(import)).Text("section[aria-labelledby=errors]"));
    }

    private async Task<(Guid Municipality, Guid School)> Place()
    {
        var code = Sample.Code();
        var municipality = await app.Save(Municipality.Open(code, $"Округ {code}"));
        var school = await app.Save(Organisation.Open(Sample.Code(), OrganisationType.School, municipality.Id, new($"Школа {code}")));
        return (municipality.Id.Value, school.Id.Value);
    }

    private async Task<string> School(Guid municipality) => (await app.Save(Organisation.Open(Sample.Code(), OrganisationType.School, new(municipality), new("Школа")))).Code;

    private Task<string> Name(Guid municipality) => app.Ask(db => db.Municipalities.Where(m => m.Id == new Platform.Id<Municipality>(municipality)).Select(m => m.Name).SingleAsync());

    private static async Task Eventually(Func<Task<bool>> so)
    {
        for (var tries = 0; tries < 100 && !await so(); tries++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.True(await so());
    }
}
