namespace Stupeni.Browsing;

/// <summary>Every page by its route, and whom it is shown to here.</summary>
public static class Pages
{
    /// <summary>Answered by a file, not by a page.</summary>
    public static readonly string[] Files = ["/identification/{run:int}/list.xlsx", "/results/{procedure:guid}/reports.xlsx", "/identification/workshop/comparison.xlsx", "/identification/{run:int}/order.docx", "/organisations/{id:guid}/passport.docx", "/growth/{study:int}/schools.xlsx"];

    public static readonly string[] OfCoordinator =
    [
        "/", "/search", "/methods", "/methods/{method}", "/about/accessibility", "/me", "/permissions", "/people", "/people/new", "/people/{id}", "/history", "/region", "/scope", "/views", "/views/new", "/jobs", "/jobs/{id}/{handler?}", "/sign-out", "/error", "/missing",
        "/organisations", "/organisations/new", "/organisations/{id:guid}", "/organisations/{id}/facts", "/organisations/{id}/history", "/organisations/{id:guid}/edit", "/organisations/{id:guid}/end", "/organisations/{id:guid}/watch", "/organisations/{id:guid}/results",
        "/imports", "/imports/new", "/imports/{id:guid}", "/imports/{id:guid}/changes", "/imports/{id:guid}/discard", "/imports/{id:guid}/undo", "/imports/{id:guid}/upload", "/imports/{id:guid}/names", "/imports/names", "/imports/{id:guid}/mended", "/imports/{id:guid}/files/{file:guid}", "/imports/{import:guid}/files/{file:guid}/map",
        "/results", "/results/{procedure:guid}", "/results/{procedure:guid}/{organisation:guid}", "/results/sheets/{id:guid}", "/results/{procedure:guid}/reports/{report}", "/results/{procedure:guid}/{organisation:guid}/for-school", "/reference", "/reference/thresholds/new", "/reference/scales/new", "/reference/rules", "/reference/rules/new",
        "/results/discrepancies", "/results/discrepancies/{procedure:guid}/{report}/{level}/{unit:guid?}", "/imports/{import:guid}/files/{file:guid}/report",
        "/results/trends", "/results/trends/skills", "/organisations/{id:guid}/trends", "/reference/comparability/new", "/reference/comparability/{id:guid}/remove",
        "/imports/mappings", "/imports/mappings/{id:guid}", "/imports/{import:guid}/files/{file:guid}/passport", "/organisations/{id:guid}/context", "/organisations/{id:guid}/context/{year:int}", "/reference/context", "/reference/context/new", "/reference/estimates", "/reference/estimates/new", "/context", "/identification/{run:int}/official", "/identification/{run:int}/estimate",
        "/identification/workshop", "/identification/workshop/publish", "/identification/{run:int}/lineage", "/results/{procedure:guid}/lineage",
        "/organisations/{id:guid}/similar", "/organisations/{id:guid}/similar/results", "/organisations/{id:guid}/portrait", "/similar/sets", "/similar/sets/new", "/similar/sets/{id:guid}", "/similar/sets/{id:guid}/edit", "/reference/similar", "/reference/similar/new",
        "/growth", "/growth/{study:int}", "/imports/{import:guid}/files/{file:guid}/growth",
        "/identification", "/identification/new", "/identification/{run:int}", "/identification/{run:int}/schools/{organisation}", "/identification/{run:int}/compare/{other:int}",
        "/identification/{run:int}/work", "/identification/{run:int}/period", "/identification/{run:int}/confirm", "/identification/{run:int}/requisites", "/identification/{run:int}/approve", "/identification/{run:int}/amend", "/identification/{run:int}/approved", "/identification/{run:int}/objections", "/identification/{run:int}/objections/{objection:guid}",
    ];

    /// <summary>Pages that a head sees otherwise than the coordinator.</summary>
    public static readonly string[] OfHead = ["/", "/organisations/{id:guid}", "/results/sheets/{id:guid}", "/results/{procedure:guid}/reports/{report}", "/identification/{run:int}/schools/{organisation}", "/imports", "/organisations/{id:guid}/trends", "/organisations/{id:guid}/context", "/organisations/{id:guid}/context/{year:int}/edit", "/identification/{run:int}/schools/{organisation}/objection", "/identification/{run:int}/objections/{objection:guid}", "/organisations/{id:guid}/similar", "/organisations/{id:guid}/similar/results", "/organisations/{id:guid}/portrait", "/similar/sets/new"];

    public static readonly string[] OfAdministrator = ["/", "/people", "/people/{id}", "/history", "/organisations"];

    public static readonly string[] OfStranger = ["/sign-in", "/view/{handler?}", "/missing"];

    public static IEnumerable<string> All => OfCoordinator.Concat(OfHead).Concat(OfStranger).Concat(Files).Distinct();

    /// <summary>Pages by person, in two halves that are looked at side by side.</summary>
    public static TheoryData<string, string> Shown => [.. Each.Where((_, at) => at % 2 == 0)];

    public static TheoryData<string, string> ShownToo => [.. Each.Where((_, at) => at % 2 == 1)];

    private static IEnumerable<(string, string)> Each => new[] { (Who.Coordinator, OfCoordinator), (Who.Head, OfHead), (Who.Administrator, OfAdministrator), (Who.Stranger, OfStranger) }.SelectMany(s => s.Item2.Select(route => (s.Item1, route)));
}
