using Microsoft.EntityFrameworkCore;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Trends;

/// <summary>What the page of skills may be narrowed to: papers with results, municipalities, schools of the chosen one.</summary>
public sealed record SkillChoices(IReadOnlyList<AssessmentProcedure> Written, IReadOnlyList<Subject> Subjects, IReadOnlyList<(Id<Municipality> Id, string Name)> Municipalities, IReadOnlyList<(Id<Organisation> Id, string Name)> Schools, Id<Municipality>? Municipality, Id<Organisation>? School)
{
    public static readonly SkillChoices None = new([], [], [], [], null, null);

    public static async Task<SkillChoices> Of(Db db, IQueryable<Organisation> seen, Id<Municipality>? municipality, Id<Organisation>? school, CancellationToken stop)
    {
        var narrowed = Narrow(seen, municipality, school);
        var written = await db.Procedures.AsNoTracking().Where(p => p.Session == "").Where(db.HasSheets(narrowed)).ToListAsync(stop);
        var municipalities = await db.Municipalities.AsNoTracking().Where(m => seen.Any(o => o.Municipality == m.Id)).OrderBy(m => m.Name).Select(m => new { m.Id, m.Name }).ToListAsync(stop);
        var within = municipality ?? (municipalities is [var only] ? only.Id : null);
        var schools = await seen.Where(o => o.Id == school || (within != null && o.Municipality == within && db.ScoreSheets.Any(s => s.Organisation == o.Id && s.State == SheetState.Current))).OrderBy(o => o.Name).ThenBy(o => o.Id).Select(o => new { o.Id, o.Name }).ToListAsync(stop);
        return new(written, await db.Subjects.AsNoTracking().OrderBy(s => s.Position).ToListAsync(stop), [.. municipalities.Select(m => (m.Id, m.Name))], [.. schools.Select(s => (s.Id, s.Name))], municipality, school);
    }

    public IQueryable<Organisation> Narrow(IQueryable<Organisation> seen) => Narrow(seen, Municipality, School);

    /// <summary>The name of what is summed.</summary>
    public string Name => School is { } school ? Schools.First(s => s.Id == school).Name : Municipality is { } municipality ? Municipalities.First(m => m.Id == municipality).Name : Municipalities is [var only] ? only.Name : "";

    public IEnumerable<(string Code, string Name)> Papers => Written.DistinctBy(Code).Select(p => (Paper: p, Subject: Subjects.First(s => s.Code == p.Subject))).OrderBy(p => p.Paper.Kind).ThenBy(p => p.Subject.Position).ThenBy(p => p.Paper.MathLevel)
        .Select(p => (Code(p.Paper), ProcedureName.WithoutYear(new(p.Paper.Kind, p.Paper.Subject, 0, p.Paper.MathLevel, p.Paper.Year, ""), p.Subject.Said)));

    public IEnumerable<int> Grades(string? paper) => Written.Where(p => Code(p) == paper).Select(p => p.Grade).Distinct().Order();

    public IEnumerable<int> Years(string? paper) => Written.Where(p => Code(p) == paper).Select(p => p.Year.Ends).Distinct().OrderDescending();

    /// <summary>The paper that is asked for, or the nearest that was written: the same subject, then the same grade, then the latest.</summary>
    public AssessmentProcedure? Find(string? paper, int? grade, int? year) =>
        Written.OrderByDescending(p => Code(p) == (paper ?? "Vpr-MA-None")).ThenByDescending(p => p.Grade == grade).ThenByDescending(p => p.Year.Ends == year).ThenBy(p => p.Kind).ThenByDescending(p => p.Year).ThenBy(p => p.Subject, StringComparer.Ordinal).FirstOrDefault();

    private static string Code(AssessmentProcedure p) => $"{p.Kind}-{p.Subject}-{p.MathLevel}";

    private static IQueryable<Organisation> Narrow(IQueryable<Organisation> seen, Id<Municipality>? municipality, Id<Organisation>? school) =>
        school is not null ? seen.Where(o => o.Id == school) : municipality is not null ? seen.Where(o => o.Municipality == municipality) : seen;
}
