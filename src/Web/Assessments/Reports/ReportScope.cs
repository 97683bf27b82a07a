using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>Whose results a report shows: <see cref="Shown"/>, beside what it belongs to (<see cref="Above"/>) and by what it consists of (<see cref="Below"/>).</summary>
/// <param name="Choices">Municipalities, and schools of the chosen one, that the viewer may choose.</param>
public sealed record ReportScope(ProcedureScope At, ReportUnit Shown, IReadOnlyList<ReportUnit> Above, IReadOnlyList<ReportUnit> Below, ScopeChoices Choices)
{
    public ReportUnit? Region => Above.FirstOrDefault(u => u.Kind == UnitKind.Region);

    public IEnumerable<ReportUnit> All => [.. Above, Shown, .. Below];
}

/// <summary>What the address asks for.</summary>
public sealed record ProcedureScope(Id<AssessmentProcedure> Procedure, Id<Municipality>? Municipality, Id<Organisation>? School)
{
    public string Address(ReportKind report) => $"/results/{Procedure}/reports/{report.Code()}{Query}";

    public string Query => School is { } school ? $"?municipality={Municipality}&school={school}" : Municipality is { } municipality ? $"?municipality={municipality}" : "";
}

public sealed record ScopeChoices(IReadOnlyList<(Id<Municipality> Id, string Name)> Municipalities, IReadOnlyList<(Id<Organisation> Id, string Name)> Schools);

/// <summary>Finds what a viewer may see of a procedure: one with a single school or municipality need not choose.</summary>
public sealed class ReportScopes(Db db, Viewer viewer, RegionUnits region, SimilarUnits similar)
{
    public async Task<ReportScope?> Find(ProcedureScope asked, int tasks, CancellationToken stop)
    {
        var declared = db.DeclaredResults.VisibleTo(viewer, db.Organisations).Where(d => d.Procedure == asked.Procedure);
        var seen = db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeResults).Where(o => db.ScoreSheets.Any(s => s.Procedure == asked.Procedure && s.State == SheetState.Current && s.Organisation == o.Id) || declared.Any(d => d.Organisation == o.Id));
        var municipalities = await db.Municipalities.AsNoTracking().Where(m => seen.Any(o => o.Municipality == m.Id) || declared.Any(d => d.Municipality == m.Id)).OrderBy(m => m.Name).Select(m => new { m.Id, m.Name }).ToListAsync(stop);
        var at = asked with { Municipality = asked.Municipality ?? (municipalities is [var only] ? only.Id : asked.School is { } alone ? await seen.Where(o => o.Id == alone).Select(o => (Id<Municipality>?)o.Municipality).SingleOrDefaultAsync(stop) : null) };
        if (at.School is not null && at.Municipality is null) return null;
        if ((municipalities.Count == 0 && !(viewer.MayEverywhere(Permission.SeeResults) && await declared.AnyAsync(stop))) || (at.Municipality is { } wanted && municipalities.TrueForAll(m => m.Id != wanted)) ) return null;

        var schools = at.Municipality is { } inside ? await seen.Where(o => o.Municipality == inside).OrderBy(o => o.Name).ThenBy(o => o.Id).Select(o => new { o.Id, o.Name }).ToListAsync(stop) : [];
        // Another municipality was chosen while a school stood beside it.
        if (at.School is { } asks && schools.TrueForAll(s => s.Id != asks))
        {
            if (!await seen.AnyAsync(o => o.Id == asks, stop)) return null;
            at = at with { School = null };
        }

        at = at with { School = at.School ?? (schools is [var single] && municipalities.Count == 1 ? single.Id : null) };

        var counts = await region.Of(at.Procedure, tasks, stop);
        var choices = new ScopeChoices([.. municipalities.Select(m => (m.Id, m.Name))], [.. schools.Select(s => (s.Id, s.Name))]);
        var sheets = at.Municipality is null && viewer.MayEverywhere(Permission.SeeResults) ? [] : await db.CurrentSheets(at.Procedure, at.School is { } one ? seen.Where(o => o.Id == one) : at.Municipality is { } of ? seen.Where(o => o.Municipality == of) : seen).Counts(db).ToListAsync(stop);
        var like = at.School is { } compared && await similar.Of(compared, at.Procedure, tasks, stop) is { } found ? found with { Href = null } : null;
        return at switch
        {
            { School: { } id } => Of(at, UnitKind.School, schools.First(s => s.Id == id).Name, tasks, choices, counts,
                [.. sheets.OrderBy(s => s.Class, StringComparer.Ordinal).Select(s => ReportUnit.Of(UnitKind.Class, s.Class is "" ? Texts.Say("Без класса") : s.Class, $"/results/sheets/{s.Id}", tasks, [s]))], schools: 1, like),
            { Municipality: { } id } => Of(at, UnitKind.Municipality, municipalities.First(m => m.Id == id).Name, tasks, choices, counts,
                [.. schools.Select(s => ReportUnit.Of(UnitKind.School, s.Name, $"?municipality={id}&school={s.Id}", tasks, [.. sheets.Where(x => x.Organisation == s.Id)]) with { School = s.Id })]),
            _ when viewer.MayEverywhere(Permission.SeeResults) => Of(at, UnitKind.Region, Texts.Say("Область"), tasks, choices, counts,
                [.. municipalities.Where(m => counts.Municipalities.ContainsKey(m.Id)).Select(m => counts.Municipalities[m.Id] with { Href = $"?municipality={m.Id}" })]),
            _ => Of(at, UnitKind.Municipality, Texts.Say("Ваши муниципалитеты"), tasks, choices, counts,
                [.. municipalities.Select(m => ReportUnit.Of(UnitKind.Municipality, m.Name, $"?municipality={m.Id}", tasks, [.. sheets.Where(x => x.Municipality == m.Id)]))]),
        };
    }

    private static ReportScope Of(ProcedureScope at, UnitKind kind, string name, int tasks, ScopeChoices choices, RegionCounts counts, IReadOnlyList<ReportUnit> below, int? schools = null, ReportUnit? like = null)
    {
        var shown = ReportUnit.Of(kind, name, null, tasks, below);
        if (schools is { } count) shown = shown with { Sums = shown.Sums with { Schools = count }, School = at.School };
        List<ReportUnit> above = kind == UnitKind.Region ? [] : [.. counts.Above(kind == UnitKind.School ? at.Municipality : null), .. like is null ? [] : new[] { like }];
        return new(at, shown, above, kind == UnitKind.School && below.Count == 1 ? [] : below, choices);
    }
}
