using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments;

public static class DeclaredQueries
{
    /// <summary>Reports of the units that the viewer's results reach: own schools, municipalities that are theirs as a whole, everything with the whole region. What F1 says above its rows is no report.</summary>
    public static IQueryable<DeclaredResult> VisibleTo(this IQueryable<DeclaredResult> declared, Viewer viewer, IQueryable<Organisation> organisations)
    {
        var reports = declared.Where(d => d.Report != DeclaredReport.Participants);
        var reach = viewer.Reach(Permission.SeeResults);
        if (reach.Everywhere) return reports;

        var whole = reach.Municipalities.Select(id => (Id<Municipality>?)new Id<Municipality>(id)).ToList();
        var seen = organisations.VisibleTo(viewer, Permission.SeeResults);
        return reports.Where(d => seen.Any(o => o.Id == d.Organisation) || (d.Organisation == null && d.Municipality != null && whole.Contains(d.Municipality)));
    }
}
