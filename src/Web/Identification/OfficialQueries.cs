using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>What an official list says of a school, and which import brought it.</summary>
public sealed record OfficialRow
{
    public required Id<Organisation> School { get; init; }
    public required string Name { get; init; }
    public required string Municipality { get; init; }
    public required SchoolYear Year { get; init; }
    public required OfficialList List { get; init; }
    public required bool Listed { get; init; }
    public required string Ground { get; init; }
    public required string ActNumber { get; init; }
    public required DateOnly? ActDate { get; init; }
    public required string Edition { get; init; }
    public required int Import { get; init; }

    /// <summary>«приказ № 183 от 24.01.2026»; empty where the list does not say.</summary>
    public string Act => string.Join(", ", new[]
    {
        Ground, ActNumber is "" || Ground.Contains(ActNumber, StringComparison.Ordinal) ? "" : $"№\u00a0{ActNumber}",
        ActDate is { } day && !Ground.Contains(Numbers.Day(day), StringComparison.Ordinal) ? Texts.Say("от {0}", Numbers.Day(day)) : "",
    }.Where(p => p.Length > 0));
}

public static class OfficialQueries
{
    /// <summary>The lists in which the school stands or stood, the latest first; only for those who may see lists of it.</summary>
    public static Task<List<OfficialRow>> OfficialOf(this Db db, Viewer viewer, Id<Organisation> school, CancellationToken stop = default) =>
        db.OfficialRows(viewer).Where(r => r.School == school && r.Listed).OrderByDescending(r => r.Year).ToListAsync(stop);

    /// <summary>Every word of a list of a year on the schools that the viewer may see.</summary>
    public static Task<List<OfficialRow>> OfficialIn(this Db db, Viewer viewer, SchoolYear year, OfficialList list, CancellationToken stop = default) =>
        db.OfficialRows(viewer).Where(r => r.Year == year && r.List == list).ToListAsync(stop);

    private static IQueryable<OfficialRow> OfficialRows(this Db db, Viewer viewer) =>
        from listing in db.OfficialListings.AsNoTracking()
        where listing.State == ListingState.Current
        join school in db.Organisations.VisibleTo(viewer, Permission.SeeLists) on listing.Organisation equals school.Id
        join municipality in db.Municipalities on school.Municipality equals municipality.Id
        join import in db.Imports on listing.Import equals import.Id
        select new OfficialRow
        {
            School = school.Id, Name = school.Name, Municipality = municipality.Name, Year = listing.Year, List = listing.List, Listed = listing.Listed,
            Ground = listing.Ground, ActNumber = listing.ActNumber, ActDate = listing.ActDate, Edition = listing.Edition, Import = import.Number,
        };
}
