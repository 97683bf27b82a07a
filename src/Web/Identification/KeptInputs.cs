using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stupeni.Assessments;
using Stupeni.Context;
using Stupeni.Growth;
using Stupeni.Identification.Estimates;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>Everything that went into an estimate, kept with it: schools with place and size, totals of every procedure, the indices. No pupil is told from another in it.</summary>
public sealed class KeptInputs
{
    public required Id<RunEstimate> Estimate { get; init; }

    /// <summary>JSON of the totals, by Brotli.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>A prior result that is not known is NaN.</summary>
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    internal static KeptInputs Of(RunEstimate estimate, EstimateInputs inputs)
    {
        var kept = new Shape(
            [.. inputs.Schools.Select(s => new SchoolShape(s.Id.Value, s.Code, s.IsRural, s.Pupils))],
            [.. inputs.Procedures.Select(p => new ProcedureShape(p.Procedure.Id.Value, p.Index?.Id.Value, [.. p.Schools.Select(s => new TotalsShape(s.Place, [.. s.Totals.Select(t => t.Total)], [.. s.Totals.Select(t => t.Pupils)]))], p.Prior is { } prior ? new(prior.Study.Id.Value, [.. prior.Pupils.Select(x => x.Place)], [.. prior.Pupils.Select(x => x.Result)], [.. prior.Pupils.Select(x => x.Prior)]) : null))],
            [.. inputs.Indices.Select(i => new IndexShape(i.Key.Value, i.Value.Values, i.Value.Hard))]);
        using var bytes = new MemoryStream();
        using (var packed = new BrotliStream(bytes, CompressionLevel.Fastest)) JsonSerializer.Serialize(packed, kept, Json);
        return new() { Estimate = estimate.Id, Bytes = bytes.ToArray() };
    }

    /// <summary>As they were; procedures, versions of the index and studies are those of the database, which never change.</summary>
    internal EstimateInputs Inputs(IReadOnlyDictionary<Id<AssessmentProcedure>, AssessmentProcedure> procedures, IReadOnlyDictionary<Id<ContextIndex>, ContextIndex> versions, IReadOnlyDictionary<Id<GrowthStudy>, GrowthStudy> studies)
    {
        using var packed = new BrotliStream(new MemoryStream(Bytes), CompressionMode.Decompress);
        var kept = JsonSerializer.Deserialize<Shape>(packed, Json)!;
        List<ModelSchool> schools = [.. kept.Schools.Select((s, at) => new ModelSchool(at, new Id<Organisation>(s.Id), s.Code, s.IsRural, s.Pupils))];
        List<ScoredProcedure> scored = [.. kept.Procedures.Select(p => new ScoredProcedure(procedures[new(p.Id)], [.. p.Schools.Select(s => new SchoolTotals(s.Place, [.. s.Totals.Zip(s.Pupils)]))], p.Index is { } index ? versions[new(index)] : null,
            p.Prior is { } prior ? new(studies[new(prior.Study)], [.. prior.Places.Select((place, at) => new StudiedPupil(place, prior.Results[at], prior.Priors[at]))]) : null))];
        var indices = kept.Indices.ToDictionary(i => new Id<ContextIndex>(i.Id), i => (i.Values, i.Hard));
        return new(schools, scored, indices, ReadInputs.Stamp(schools, scored, indices));
    }

    private sealed record Shape(IReadOnlyList<SchoolShape> Schools, IReadOnlyList<ProcedureShape> Procedures, IReadOnlyList<IndexShape> Indices);

    private sealed record SchoolShape(Guid Id, string Code, bool IsRural, int? Pupils);

    private sealed record ProcedureShape(Guid Id, Guid? Index, IReadOnlyList<TotalsShape> Schools, PriorShape? Prior);

    private sealed record PriorShape(Guid Study, int[] Places, double[] Results, double[] Priors);

    private sealed record TotalsShape(int Place, double[] Totals, int[] Pupils);

    private sealed record IndexShape(Guid Id, double?[] Values, bool[] Hard);
}
