using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>A doubtful name over all files of an import.</summary>
public sealed record DoubtRow(ImportDoubt First, string File, int Files, int Rows)
{
    public IReadOnlyList<NameCandidate> Candidates { get; } = First.Likely;
}

/// <summary>A decision that is remembered, and what it leads to.</summary>
public sealed record DecisionRow(Id<NameDecision> Id, NameSubject Subject, string Text, string Code, string Context, string Whose, string WhoseCode, string ByName, DateTime At, int Token, Id<Person>? By, Id<Organisation>? Organisation, Id<Municipality>? Municipality);

public static class NameQueries
{
    /// <summary>Decisions that lead to what the viewer may bring files to; those of one import, to those who see it.</summary>
    public static IQueryable<NameDecision> VisibleTo(this IQueryable<NameDecision> decisions, Viewer viewer, Db db)
    {
        var (organisations, municipalities, imports) = (db.Organisations.VisibleTo(viewer, Permission.ImportFiles), db.Municipalities.VisibleTo(viewer, db.Organisations, Permission.ImportFiles), db.Imports.VisibleTo(viewer));
        return decisions.Where(d => organisations.Any(o => o.Id == d.Organisation) || municipalities.Any(m => m.Id == d.Municipality) || imports.Any(i => i.Id == d.Import));
    }

    /// <summary>Those that the viewer may take back: one's own, and those that lead to what one may change.</summary>
    public static IQueryable<NameDecision> RevocableBy(this IQueryable<NameDecision> decisions, Viewer viewer, Db db)
    {
        var reach = viewer.Reach(Permission.EditOrganisations);
        var municipalities = reach.Municipalities.Select(id => (Id<Municipality>?)new Id<Municipality>(id)).ToList();
        var organisations = db.Organisations.VisibleTo(viewer, Permission.EditOrganisations);
        return decisions.Where(d => d.RevokedAt == null && d.Import == null).VisibleTo(viewer, db)
            .Where(d => reach.Everywhere || (d.By != null && d.By == viewer.Person) || organisations.Any(o => o.Id == d.Organisation) || municipalities.Contains(d.Municipality));
    }

    /// <summary>Every doubtful name of the import once, those in most rows first.</summary>
    public static async Task<IReadOnlyList<DoubtRow>> DoubtsOf(this Db db, Id<Import> import, CancellationToken stop = default)
    {
        var rows = await (from file in db.ImportFiles.AsNoTracking()
                          where file.Import == import && file.State != FileState.Received
                          join doubt in db.ImportDoubts.AsNoTracking() on file.Id equals doubt.File
                          orderby file.Position, doubt.Position
                          select new { file.Name, Doubt = doubt }).ToListAsync(stop);
        return [.. rows.GroupBy(r => r.Doubt.Key).Select(g => new DoubtRow(g.First().Doubt, g.First().Name, g.Select(r => r.Doubt.File).Distinct().Count(), g.Sum(r => r.Doubt.Rows))).OrderBy(d => d.First.Subject).ThenByDescending(d => d.Rows)];
    }

    public static Task<int> CountDoubts(this Db db, Id<Import> import, CancellationToken stop = default) =>
        (from file in db.ImportFiles where file.Import == import && file.State != FileState.Received join doubt in db.ImportDoubts on file.Id equals doubt.File select doubt.Key).Distinct().CountAsync(stop);

    /// <summary>What is remembered, the latest first.</summary>
    public static Task<List<DecisionRow>> Remembered(this Db db, Viewer viewer, string words, int skip, int most, CancellationToken stop = default)
    {
        var folded = Database.Fold(words);
        var all = from decision in db.NameDecisions.AsNoTracking().Where(d => d.RevokedAt == null && d.Import == null).VisibleTo(viewer, db)
                  join organisation in db.Organisations on decision.Organisation equals (Id<Organisation>?)organisation.Id into organisations
                  from organisation in organisations.DefaultIfEmpty()
                  join municipality in db.Municipalities on decision.Municipality equals (Id<Municipality>?)municipality.Id into municipalities
                  from municipality in municipalities.DefaultIfEmpty()
                  orderby decision.At descending, decision.Id
                  where words == "" || decision.Text.Contains(words) || organisation.SearchName.Contains(folded) || municipality.Name.Contains(words)
                  select new DecisionRow(decision.Id, decision.Subject, decision.Text, decision.Code, decision.Context, organisation != null ? organisation.Name : municipality.Name, organisation != null ? organisation.Code : municipality.Code,
                      decision.ByName, decision.At, decision.Token, decision.By, decision.Organisation, decision.Municipality);
        return all.Skip(skip).Take(most).ToListAsync(stop);
    }
}
