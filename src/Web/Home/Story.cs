using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Identification;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Home;

/// <summary>An organisation in sentences: what is strong, what is possible trouble, and what to do next.</summary>
public sealed record Story(Organisation Organisation, string Municipality, SchoolYear? Year, IReadOnlyList<StoryResult> Results, ListState? List, IReadOnlyList<OfficialRow> Official)
{
    /// <summary>Below this many participants a share tells of pupils, not of the school.</summary>
    public const int EnoughParticipants = 10;

    /// <summary>A share at or above it is possible trouble; it is the share of every edition of the rule so far.</summary>
    public const int TroublePercent = 30;

    public IEnumerable<StoryResult> Strong => Results.Where(r => r.Judged >= EnoughParticipants && r.BelowThreshold * 100 <= r.Judged * 10).OrderBy(r => (double)r.BelowThreshold / r.Judged).Take(2);

    public IEnumerable<StoryResult> Trouble => Results.Where(r => r.Judged >= EnoughParticipants && r.BelowThreshold * 100 >= r.Judged * TroublePercent).OrderByDescending(r => (double)r.BelowThreshold / r.Judged);

    public int Small => Results.Count(r => r.Judged is > 0 and < EnoughParticipants);
}

public sealed record StoryResult(Id<AssessmentProcedure> Procedure, string Name, int Judged, int BelowThreshold)
{
    public Figure Share => new()
    {
        Title = "Доля ниже минимального порога", Value = Figure.Share(BelowThreshold, Judged), Numerator = BelowThreshold, Denominator = Judged, N = Judged,
        Method = "share-below-threshold", Formula = "ниже порога ÷ участники × 100", Source = Name,
    };
}

public static class StoryQueries
{
    public static async Task<Story?> Story(this Db db, Viewer viewer, Id<Organisation> id, CancellationToken stop)
    {
        if (await db.Organisations.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(o => o.Id == id, stop) is not { } organisation) return null;

        var municipality = await db.Municipalities.Where(m => m.Id == organisation.Municipality).Select(m => m.Name).SingleAsync(stop);
        var seen = db.Organisations.VisibleTo(viewer, Permission.SeeResults).Where(o => o.Id == id);
        var rows = await db.Results(seen, db.Procedures).ToListAsync(stop);
        var year = rows.Count == 0 ? (SchoolYear?)null : rows.Max(r => r.Year);
        var names = await db.ProcedureNames([.. rows.Where(r => r.Year == year).Select(r => r.Procedure)], stop);
        return new(organisation, municipality, year, [.. rows.Where(r => r.Year == year).Select(r => new StoryResult(r.Procedure, names[r.Procedure], r.Judged, r.BelowThreshold)).OrderBy(r => r.Name, StringComparer.CurrentCulture)], await db.ListState(viewer, id, stop), await db.OfficialOf(viewer, id, stop));
    }

    private static async Task<Dictionary<Id<AssessmentProcedure>, string>> ProcedureNames(this Db db, IReadOnlyCollection<Id<AssessmentProcedure>> ids, CancellationToken stop) =>
        (await (from p in db.Procedures.AsNoTracking() where ids.Contains(p.Id) join s in db.Subjects on p.Subject equals s.Code select new { Procedure = p, Subject = s }).ToListAsync(stop))
            .ToDictionary(p => p.Procedure.Id, p => ProcedureName.Of(p.Procedure, p.Subject));
}
