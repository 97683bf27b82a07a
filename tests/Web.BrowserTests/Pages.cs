namespace Stupeni.Browsing;

/// <summary>Every page by its route, and whom it is shown to here.</summary>
public static class Pages
{
    /// <summary>Answered by a file, not by a page.</summary>
    public static readonly string[] Files = ["/identification/{run:int}/list.xlsx", "/results/{procedure:guid}/reports.xlsx", "/growth/{study:int}/schools.xlsx"];

    public static readonly string[] OfCoordinator =
    [
        "/", "/search", "/methods", "/methods/{method}", "/about/accessibility", "/me", "/permissions", "/people", "/people/new", "/people/{id}", "/history", "/region", "/scope", "/views", "/views/new", "/jobs", "/jobs/{id}/{handler?}", "/sign-out", "/error", "/missing",
        "/organisations", "/organisations/new", "/organisations/{id:guid}", "/organisations/{id}/facts", "/organisations/{id}/history", "/organisations/{id:guid}/edit", "/organisations/{id:guid}/end", "/organisations/{id:guid}/watch", "/organisations/{id:guid}/results",
        "/imports", "/imports/new", "/imports/{id:guid}", "/imports/{id:guid}/changes", "/imports/{id:guid}/discard", "/imports/{id:guid}/undo", "/imports/{id:guid}/upload", "/imports/{id:guid}/names", "/imports/names", "/imports/{id:guid}/mended", "/imports/{id:guid}/files/{file:guid}", "/imports/{import:guid}/files/{file:guid}/map",
        "/results", "/results/{procedure:guid}", "/results/{procedure:guid}/{organisation:guid}", "/results/sheets/{id:guid}", "/results/{procedure:guid}/reports/{report}", "/results/{procedure:guid}/{organisation:guid}/for-school", "/reference", "/reference/thresholds/new", "/reference/scales/new", "/reference/rules", "/reference/rules/new",
        "/results/discrepancies", "/results/discrepancies/{procedure:guid}/{report}/{level}/{unit:guid?}", "/imports/{import:guid}/files/{file:guid}/report",
        "/results/trends", "/results/trends/skills", "/organisations/{id:guid}/trends", "/reference/comparability/new", "/reference/comparability/{id:guid}/remove",
        "/imports/mappings", "/imports/mappings/{id:guid}", "/imports/{import:guid}/files/{file:guid}/passport", "/organisations/{id:guid}/context", "/organisations/{id:guid}/context/{year:int}", "/reference/context", "/reference/context/new", "/reference/estimates", "/reference/estimates/new", "/context", "/identification/{run:int}/official", "/identification/{run:int}/estimate",
        "/growth", "/growth/{study:int}", "/imports/{import:guid}/files/{file:guid}/growth",
        "/identification", "/identification/new", "/identification/{run:int}", "/identification/{run:int}/schools/{organisation}", "/identification/{run:int}/compare/{other:int}",
    ];

    /// <summary>Pages that a head sees otherwise than the coordinator.</summary>
    public static readonly string[] OfHead = ["/", "/organisations/{id:guid}", "/results/sheets/{id:guid}", "/results/{procedure:guid}/reports/{report}", "/identification/{run:int}/schools/{organisation}", "/imports", "/organisations/{id:guid}/trends", "/organisations/{id:guid}/context", "/organisations/{id:guid}/context/{year:int}/edit"];

    public static readonly string[] OfAdministrator = ["/", "/people", "/people/{id}", "/history", "/organisations"];

    public static readonly string[] OfStranger = ["/sign-in", "/view/{handler?}", "/missing"];

    public static IEnumerable<string> All => OfCoordinator.Concat(OfHead).Concat(OfStranger).Concat(Files).Distinct();

    public static TheoryData<string, string> Shown => [.. new[] { (Who.Coordinator, OfCoordinator), (Who.Head, OfHead), (Who.Administrator, OfAdministrator), (Who.Stranger, OfStranger) }.SelectMany(s => s.Item2.Select(route => (s.Item1, route)))];
}
