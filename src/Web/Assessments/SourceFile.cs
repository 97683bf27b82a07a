using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>A file behind figures of a procedure: its import, its hash as it came, and how much of the figures it brought.</summary>
/// <param name="Sha256">None where sheets came before the hash was kept with them.</param>
/// <param name="Mended">Cells mended here before the file was applied: its content is no longer what the hash says.</param>
public sealed record SourceFile(Id<AssessmentProcedure> Procedure, Id<Import> Import, int Number, DateTime At, string By, string? Sha256, string? Name, int Mended, int Sheets, int Schools, int Participants, int Judged);

public static class SourceFiles
{
    /// <summary>Files behind the current sheets of procedures among these organisations; with a moment, behind those that were current then. What has been undone since is gone and not among them.</summary>
    public static async Task<List<SourceFile>> FilesBehind(this Db db, IReadOnlyCollection<Id<AssessmentProcedure>> procedures, IQueryable<Organisation> organisations, DateTime? then = null, CancellationToken stop = default)
    {
        var sheets = (await db.SheetsOf(then, stop)).Where(s => procedures.Contains(s.Procedure) && organisations.Any(o => o.Id == s.Organisation));
        var groups = await (from sheet in sheets
                            group sheet by new { sheet.Procedure, sheet.Import, sheet.FileSha256 } into own
                            select new { own.Key, Sheets = own.Count(), Schools = own.Select(s => s.Organisation).Distinct().Count(), Participants = own.Sum(s => s.Participants), Judged = own.Sum(s => s.Judged) }).ToListAsync(stop);
        var ids = groups.Select(g => g.Key.Import).Distinct().ToList();
        var imports = await db.Imports.AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, stop);
        var files = (await db.ImportFiles.AsNoTracking().Where(f => ids.Contains(f.Import)).Select(f => new { f.Import, f.Sha256, f.Name, f.Mended }).ToListAsync(stop)).ToLookup(f => (f.Import, f.Sha256));
        return [.. from g in groups
                   let import = imports[g.Key.Import]
                   let file = g.Key.FileSha256 is { } hash ? files[(import.Id, hash)].FirstOrDefault() : null
                   orderby import.Number descending, file?.Name
                   select new SourceFile(g.Key.Procedure, import.Id, import.Number, import.AppliedAt ?? import.CreatedAt, import.ByName, g.Key.FileSha256, file?.Name, file?.Mended ?? 0, g.Sheets, g.Schools, g.Participants, g.Judged)];
    }

    /// <summary>Sheets that count now; with a moment, those that counted then and are still kept.</summary>
    public static async Task<IQueryable<ScoreSheet>> SheetsOf(this Db db, DateTime? then, CancellationToken stop)
    {
        if (then is not { } moment) return db.ScoreSheets.AsNoTracking().Where(s => s.State == SheetState.Current);

        var applied = db.Imports.Where(i => i.AppliedAt <= moment).Select(i => i.Id);
        var retired = (await db.ImportEffects.Where(e => e.Subject == nameof(ScoreSheet) && applied.Contains(e.Import)).Select(e => e.SubjectId).ToListAsync(stop)).ConvertAll(id => new Id<ScoreSheet>(id));
        return db.ScoreSheets.AsNoTracking().Where(s => s.State != SheetState.Retakes && applied.Contains(s.Import) && !retired.Contains(s.Id) && !db.ScoreSheets.Any(next => next.Replaces == s.Id && applied.Contains(next.Import)));
    }
}
