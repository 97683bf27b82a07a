using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;

namespace Stupeni.Assessments.Reference;

/// <param name="Organisation">The name of the one organisation that the flag concerns.</param>
public sealed record FlagRow(ComparabilityFlag Flag, string About, string? Organisation);

public static class FlagQueries
{
    /// <summary>Flags of procedures, and those of single organisations that the viewer may see: signs of bias in a school are not for its neighbours.</summary>
    public static async Task<IReadOnlyList<FlagRow>> FlagRows(this Db db, Viewer viewer, IReadOnlyDictionary<string, Subject> subjects, CancellationToken stop)
    {
        var seen = db.Organisations.VisibleTo(viewer, Permission.SeeResults);
        var rows = await (from flag in db.ComparabilityFlags.AsNoTracking()
                          where flag.Organisation == null || seen.Any(o => o.Id == flag.Organisation)
                          join organisation in db.Organisations on flag.Organisation equals organisation.Id into named
                          from organisation in named.DefaultIfEmpty()
                          select new { flag, Name = organisation == null ? null : organisation.Name }).ToListAsync(stop);
        return [.. rows.Select(r => new FlagRow(r.flag, r.flag.About(subjects), r.Name))
            .OrderByDescending(r => r.Flag.Year).ThenBy(r => r.Flag.Kind).ThenBy(r => r.About, StringComparer.CurrentCulture).ThenBy(r => r.Organisation, StringComparer.CurrentCulture)];
    }
}
