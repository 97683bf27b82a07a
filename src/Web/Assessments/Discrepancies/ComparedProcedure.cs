using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments.Rules;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Discrepancies;

/// <summary>A procedure with all that its discrepancies rest on, as far as it changes: as long as the stamp is the same, so are they. An import changes the stamps of its own procedures only.</summary>
/// <param name="IsDeclared">Whether anything is declared of it.</param>
internal sealed record ComparedProcedure(AssessmentProcedure Procedure, MarkScale? Scale, bool IsDeclared, string Stamp)
{
    public bool HasScale => Scale is { Condition: "" };

    public static async Task<List<ComparedProcedure>> Of(Db db, Id<AssessmentProcedure>? only, CancellationToken stop)
    {
        var procedures = db.Procedures.AsNoTracking();
        if (only is { } id) procedures = procedures.Where(p => p.Id == id);

        // Sheets and declared rows never change, they come and go with an import: how many are of which tells them all.
        var sheets = (await db.ScoreSheets.Where(s => s.State == SheetState.Current && procedures.Any(p => p.Id == s.Procedure)).GroupBy(s => new { s.Procedure, s.Import }).Select(g => new Brought(g.Key.Procedure, g.Key.Import, g.Count())).ToListAsync(stop)).ToLookup(b => b.Procedure);
        var declared = (await db.DeclaredResults.Where(d => procedures.Any(p => p.Id == d.Procedure)).GroupBy(d => new { d.Procedure, d.Import }).Select(g => new Brought(g.Key.Procedure, g.Key.Import, g.Count())).ToListAsync(stop)).ToLookup(b => b.Procedure);
        var forms = await db.TestForms.Where(f => procedures.Any(p => p.Id == f.Procedure)).Select(f => new { f.Procedure, Tasks = f.Tasks.Count, Max = f.Tasks.Sum(t => t.Max) }).ToDictionaryAsync(f => f.Procedure, stop);
        var scales = await db.MarkScales.AsNoTracking().ToListAsync(stop);
        var register = $"{await db.Organisations.CountAsync(stop)} {await db.Organisations.SumAsync(o => o.Token, stop)} {Names(await db.Municipalities.AsNoTracking().Select(m => m.Name).ToListAsync(stop))}";
        return [.. (await procedures.ToListAsync(stop)).Select(p => (Procedure: p, Scale: PassRule.ScaleOf(ProcedureKey.Of(p), scales)))
            .Select(p => new ComparedProcedure(p.Procedure, p.Scale, declared.Contains(p.Procedure.Id),
                $"{Told(sheets[p.Procedure.Id])}|{Told(declared[p.Procedure.Id])}|{forms.GetValueOrDefault(p.Procedure.Id)}|{p.Scale?.Id}|{register}"))];
    }

    private static string Told(IEnumerable<Brought> parts) => string.Join(',', parts.OrderBy(b => b.Import.Value).Select(b => $"{b.Import}:{b.Count}"));

    private static int Names(IEnumerable<string> names) => names.Order(StringComparer.Ordinal).Aggregate(0, HashCode.Combine);

    private sealed record Brought(Id<AssessmentProcedure> Procedure, Id<Import> Import, int Count);
}
