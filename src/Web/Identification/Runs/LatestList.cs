using Stupeni.Accounts;

namespace Stupeni.Identification.Runs;

/// <summary>The newest list, under the same conditions: the address that saved views keep, for runs grow old.</summary>
public static class LatestList
{
    public const string Address = "/identification/latest";

    public static void MapIdentification(this IEndpointRouteBuilder routes) => routes.MapGet(Address, Find).WithMetadata(new NeedsAttribute(Permission.SeeLists));

    private static async Task<IResult> Find(Db db, Viewer viewer, HttpRequest request, CancellationToken stop) =>
        TypedResults.Redirect(await db.RunsSeenBy(viewer, stop) is [var latest, ..] ? $"/identification/{latest.Number}{request.QueryString}" : "/identification");
}
