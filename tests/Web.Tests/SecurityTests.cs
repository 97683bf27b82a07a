using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Accounts;

namespace Stupeni;

/// <summary>Every route declares who may come, and this table knows every route: a new one fails here until its rights are written down.</summary>
public sealed class SecurityTests(App app) : IClassFixture<App>
{
    private const string Anyone = "anyone";
    private const string SignedIn = "signed in";

    private static readonly Dictionary<string, string> Known = new()
    {
        ["/health/live"] = Anyone, ["/health/ready"] = Anyone, ["/sign-in"] = Anyone, ["/sign-out"] = Anyone, ["/view/{handler?}"] = Anyone, ["/error"] = Anyone, ["/missing"] = Anyone,
        ["/"] = SignedIn, ["/search"] = SignedIn, ["/methods"] = SignedIn, ["/methods/{method}"] = SignedIn, ["/about/accessibility"] = SignedIn, ["/me"] = SignedIn, ["/permissions"] = SignedIn,
        ["/views"] = SignedIn, ["/views/new"] = SignedIn, ["/scope"] = SignedIn, ["/organisations/{id:guid}/watch"] = "SeeOrganisations", ["/identification/latest"] = "SeeLists",
        ["/people"] = "ManagePeople", ["/people/new"] = "ManagePeople", ["/people/{id}"] = "ManagePeople", ["/history"] = "SeeHistory",
        ["/organisations"] = "SeeOrganisations", ["/organisations/list.xlsx"] = "SeeOrganisations", ["/organisations/{id}/facts"] = "SeeOrganisations",
        ["/organisations/{id}/history"] = "SeeHistory SeeOrganisations", ["/organisations/new"] = "EditOrganisations SeeOrganisations",
        ["/identification"] = "SeeLists", ["/identification/new"] = "RunIdentification SeeLists", ["/identification/{run:int}"] = "SeeLists", ["/identification/{run:int}/list.xlsx"] = "SeeLists",
        ["/identification/{run:int}/schools/{organisation}"] = "SeeLists", ["/identification/{run:int}/compare/{other:int}"] = "SeeLists", ["/reference/rules"] = "SeeResults", ["/reference/rules/new"] = "EditReference SeeResults",
        ["/identification/workshop"] = "SeeResults", ["/identification/workshop/comparison.xlsx"] = "SeeResults", ["/identification/workshop/publish"] = "EditReference SeeResults",
        ["/results"] = "SeeResults", ["/results/{procedure:guid}"] = "SeeResults", ["/results/{procedure:guid}/{organisation:guid}"] = "SeeResults", ["/results/sheets/{id:guid}"] = "SeeResults",
        ["/results/{procedure:guid}/reports/{report}"] = "SeeResults", ["/results/{procedure:guid}/reports.xlsx"] = "SeeResults",
        ["/organisations/{id:guid}/results"] = "SeeResults", ["/reference"] = "SeeResults", ["/reference/scales/new"] = "EditReference SeeResults", ["/reference/thresholds/new"] = "EditReference SeeResults",
        ["/results/trends"] = "SeeResults", ["/results/trends/skills"] = "SeeResults", ["/organisations/{id:guid}/trends"] = "SeeResults", ["/reference/comparability/new"] = "EditReference SeeResults", ["/reference/comparability/{id:guid}/remove"] = "EditReference SeeResults",
        ["/imports/{import:guid}/files/{file:guid}/map"] = "ImportFiles",
        ["/imports/{import:guid}/files/{file:guid}/report"] = "ImportFiles", ["/results/discrepancies"] = "SeeResults", ["/results/discrepancies/{procedure:guid}/{report}/{level}/{unit:guid?}"] = "SeeResults",
        ["/imports"] = "ImportFiles", ["/imports/new"] = "ImportFiles", ["/imports/{id:guid}"] = "ImportFiles", ["/imports/{id:guid}/changes"] = "ImportFiles", ["/imports/{id:guid}/discard"] = "ImportFiles",
        ["/imports/{id:guid}/files/{file:guid}"] = "ImportFiles", ["/imports/{id:guid}/undo"] = "ImportFiles", ["/imports/{id:guid}/upload"] = "ImportFiles",
        ["/imports/{id:guid}/names"] = "ImportFiles", ["/imports/names"] = "ImportFiles", ["/imports/{id:guid}/mended"] = "ImportFiles", ["/results/{procedure:guid}/{organisation:guid}/for-school"] = "SeeResults",
        ["/imports/{id:guid}/errors.xlsx"] = "ImportFiles", ["/imports/{id:guid}/errors.json"] = "ImportFiles", ["/imports/templates/{kind}.xlsx"] = "ImportFiles",
        ["/imports/mappings"] = "ImportFiles", ["/imports/mappings/{id:guid}"] = "ImportFiles", ["/imports/{import:guid}/files/{file:guid}/passport"] = "ImportFiles", ["/identification/{run:int}/official"] = "SeeLists", ["/identification/{run:int}/estimate"] = "SeeLists", ["/identification/{run:int}/lineage"] = "SeeLists", ["/results/{procedure:guid}/lineage"] = "SeeResults",
        ["/organisations/{id:guid}/context"] = "SeeResults", ["/organisations/{id:guid}/context/{year:int}"] = "SeeResults", ["/organisations/{id:guid}/context/{year:int}/edit"] = "ImportFiles SeeResults", ["/reference/context"] = "SeeResults",
        ["/context"] = "SeeResults", ["/reference/estimates"] = "SeeResults", ["/reference/estimates/new"] = "EditReference SeeResults", ["/reference/context/new"] = "EditReference SeeResults",
        ["/identification/{run:int}/work"] = "DecideLists SeeLists", ["/identification/{run:int}/period"] = "DecideLists SeeLists", ["/identification/{run:int}/confirm"] = "DecideLists SeeLists", ["/identification/{run:int}/approve"] = "DecideLists SeeLists",
        ["/identification/{run:int}/amend"] = "DecideLists SeeLists", ["/identification/{run:int}/requisites"] = "DecideLists SeeLists", ["/identification/{run:int}/order.docx"] = "DecideLists SeeLists", ["/identification/{run:int}/approved"] = "SeeLists",
        ["/identification/{run:int}/objections"] = "SeeLists", ["/identification/{run:int}/objections/{objection:guid}"] = "SeeLists", ["/identification/{run:int}/schools/{organisation}/objection"] = "ObjectToLists SeeLists",
        ["/organisations/{id:guid}/similar"] = "SeeResults", ["/organisations/{id:guid}/similar/results"] = "SeeResults", ["/organisations/{id:guid}/portrait"] = "SeeResults", ["/organisations/{id:guid}/passport.docx"] = "SeeResults",
        ["/similar/sets"] = "SeeResults", ["/similar/sets/new"] = "ImportFiles SeeResults", ["/similar/sets/{id:guid}"] = "SeeResults", ["/similar/sets/{id:guid}/edit"] = "ImportFiles SeeResults", ["/reference/similar"] = "SeeResults", ["/reference/similar/new"] = "EditReference SeeResults",
        ["/growth"] = "SeeResults", ["/growth/{study:int}"] = "SeeResults", ["/growth/{study:int}/schools.xlsx"] = "SeeResults", ["/imports/{import:guid}/files/{file:guid}/growth"] = "ImportFiles",
        ["/jobs"] = SignedIn, ["/jobs/{id}/{handler?}"] = SignedIn, ["/organisations/{id:guid}"] = "SeeOrganisations", ["/region"] = "ManagePeople",
        ["/organisations/{id:guid}/edit"] = "EditOrganisations SeeOrganisations", ["/organisations/{id:guid}/end"] = "EditOrganisations SeeOrganisations",
    };

    private IEnumerable<RouteEndpoint> Routes => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    [Fact]
    public void Every_route_is_known_with_its_rights() =>
        Assert.Equal(Known.Select(k => $"{k.Key}: {k.Value}").Order(StringComparer.Ordinal), Routes.Select(r => $"{Path(r)}: {Rights(r)}").Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_everywhere_else()
    {
        using var stranger = app.Stranger();
        foreach (var (path, right) in Known.Where(k => k.Value != Anyone))
        {
            var answer = await stranger.Get(Filled(path));
            Assert.True(path.EndsWith(".json", StringComparison.Ordinal) ? answer.StatusCode == HttpStatusCode.Unauthorized : answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/sign-in"), $"{path} ({right}): {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Without_the_right_an_address_does_not_exist()
    {
        using var nobody = await app.SignedIn("Teacher", Guid.CreateVersion7());
        foreach (var (path, right) in Known.Where(k => k.Value is not (Anyone or SignedIn or "SeeOrganisations")))
        {
            var answer = await nobody.Get(Filled(path));
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{path} ({right}): {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Nothing_is_loaded_from_elsewhere_and_nothing_is_framed()
    {
        using var stranger = app.Stranger();
        var policy = (await stranger.Get("/sign-in")).Headers.GetValues("Content-Security-Policy").Single();

        Assert.DoesNotContain("http", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var stranger = app.Stranger();
        var answer = await stranger.Http.PostAsync("/sign-in", new FormUrlEncodedContent([new("Form.Login", "a"), new("Form.Password", "b")]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static string Path(RouteEndpoint route) => "/" + route.RoutePattern.RawText!.TrimStart('/');

    private static string Rights(RouteEndpoint route)
    {
        if (route.Metadata.GetMetadata<IAllowAnonymous>() is not null) return Anyone;
        var needs = route.Metadata.GetOrderedMetadata<NeedsAttribute>().Select(n => n.Permission.ToString()).Distinct().Order().ToList();
        return needs.Count > 0 ? string.Join(' ', needs) : route.Metadata.GetMetadata<SignedInAttribute>() is not null ? SignedIn : "undeclared";
    }

    /// <summary>The address with an id that names nothing.</summary>
    private static string Filled(string path) => System.Text.RegularExpressions.Regex.Replace(System.Text.RegularExpressions.Regex.Replace(path, @"\{[^}]+:int\}", "1"), @"\{[^}]+\}", path.Contains("methods") ? "wilson" : Guid.CreateVersion7().ToString());
}
