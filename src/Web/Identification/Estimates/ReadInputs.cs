using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments;
using Stupeni.Context;
using Stupeni.Growth;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification.Estimates;

internal static class ReadInputs
{
    /// <summary>Totals of the run's schools in its procedures, from the tallies beside the sheets, with context, place and size.</summary>
    public static async Task<EstimateInputs> EstimateInputs(this Db db, IdentificationRun run, CancellationToken stop)
    {
        var known = await (from school in db.RunSchools.AsNoTracking()
                           where school.Run == run.Id
                           join organisation in db.Organisations on school.Organisation equals organisation.Id
                           select new { organisation.Id, organisation.Code, organisation.Locality, organisation.Pupils }).ToListAsync(stop);
        List<ModelSchool> schools = [.. known.OrderBy(s => s.Code, StringComparer.Ordinal).Select((s, at) => new ModelSchool(at, s.Id, s.Code, s.Locality == Locality.Rural, s.Pupils is > 0 ? s.Pupils : null))];
        var places = schools.ToDictionary(s => s.Id, s => s.Place);
        var left = await NotUsed(db, run.Id, stop);
        var versions = await db.LatestIndices(stop);
        var procedures = await db.ProceduresOf(run.Id, stop);
        var studies = await db.StudiesOf([.. procedures.Select(p => p.Id)], stop);
        var scored = new List<ScoredProcedure>();
        foreach (var procedure in procedures.OrderBy(p => p.Year).ThenBy(p => p.Label, StringComparer.Ordinal))
        {
            // Of the procedure's own year, or the nearest before it, or else the earliest there is.
            var index = versions.Where(v => v.Year <= procedure.Year).MaxBy(v => v.Year) ?? versions.MinBy(v => v.Year);
            if (left.Contains((procedure.Id, null))) continue;
            var totals = await Totals(db, procedure.Id, places, left, stop);
            var prior = studies.TryGetValue(procedure.Id, out var study) ? Pupils(study, places, left) : null;
            scored.Add(prior?.Covers(totals) == true ? new(procedure, prior.Totals(), index, prior) : new(procedure, totals, index));
        }

        var indices = new Dictionary<Id<ContextIndex>, (double?[], bool[])>();
        foreach (var version in scored.Select(s => s.Index?.Id).Distinct().OfType<Id<ContextIndex>>())
        {
            var (values, hard) = (new double?[schools.Count], new bool[schools.Count]);
            foreach (var row in await db.IndexOfSchools(version, stop)) if (places.TryGetValue(row.Organisation, out var at)) (values[at], hard[at]) = (row.Value, row.IsHard);
            indices[version] = (values, hard);
        }

        return new(schools, scored, indices, Stamp(schools, scored, indices));
    }

    /// <summary>What was not held for everyone; results that carry signs of bias or belong to a school before it was merged, for the school.</summary>
    private static async Task<HashSet<(Id<AssessmentProcedure>, Id<Organisation>?)>> NotUsed(Db db, Id<IdentificationRun> run, CancellationToken stop) =>
        [.. (await db.RunFlags.AsNoTracking().Where(f => f.Run == run).ToListAsync(stop)).Where(f => f.Flag is Comparability.NotHeld or Comparability.BiasSigns or Comparability.MergedSchool).Select(f => (f.Procedure, f.Organisation))];

    private static async Task<List<SchoolTotals>> Totals(Db db, Id<AssessmentProcedure> procedure, Dictionary<Id<Organisation>, int> places, HashSet<(Id<AssessmentProcedure>, Id<Organisation>?)> left, CancellationToken stop)
    {
        var counts = new SortedDictionary<int, SortedDictionary<double, int>>();
        var sheets = db.ScoreSheets.AsNoTracking().Where(s => s.Procedure == procedure && s.State == SheetState.Current);
        await foreach (var sheet in sheets.Select(s => new { s.Id, s.Organisation, s.Tallies }).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!places.TryGetValue(sheet.Organisation, out var place) || left.Contains((procedure, sheet.Organisation))) continue;
            if (!counts.TryGetValue(place, out var own)) counts[place] = own = [];
            foreach (var (total, pupils) in Tallies.Unpack(sheet.Tallies).Totals.Index()) if (pupils > 0) own[total] = own.GetValueOrDefault(total) + pupils;
        }

        return [.. counts.Where(c => c.Value.Count > 0).Select(c => new SchoolTotals(c.Key, [.. c.Value.Select(t => (t.Key, t.Value))]))];
    }

    /// <summary>In the order of schools: rows of the model are those of schools.</summary>
    private static PriorResults Pupils(ProcedureStudy study, Dictionary<Id<Organisation>, int> places, HashSet<(Id<AssessmentProcedure>, Id<Organisation>?)> left) => new(study.Study,
        [.. from school in study.Schools
            where school.Organisation is { } id && places.ContainsKey(id) && !left.Contains((study.Study.Procedure!.Value, id))
            orderby places[school.Organisation!.Value]
            from pupil in school.Pupils
            select new StudiedPupil(places[school.Organisation!.Value], pupil[0], pupil[1])]);

    /// <summary>SHA-256 over everything, in a fixed order.</summary>
    internal static string Stamp(List<ModelSchool> schools, List<ScoredProcedure> procedures, IReadOnlyDictionary<Id<ContextIndex>, (double?[] Values, bool[] Hard)> indices)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var school in schools) Add($"{school.Code}|{(school.IsRural ? 1 : 0)}|{school.Pupils}");
        foreach (var procedure in procedures)
        {
            Add($"{procedure.Procedure.Label}|{procedure.Procedure.Session}|{procedure.Procedure.MathLevel}|{procedure.Index?.Number}");
            if (procedure.Prior is { Study: var study }) Add($"{study.Sha256}|{study.Columns}|{procedure.Prior.Pupils.Count}");
            foreach (var school in procedure.Schools) Add($"{schools[school.Place].Code}|{string.Join(',', school.Totals.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Total}:{t.Pupils}")))}");
        }

        foreach (var (values, _) in indices.Values) Add(string.Join(',', values.Select(v => v?.ToString("R", CultureInfo.InvariantCulture))));
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
    }
}
