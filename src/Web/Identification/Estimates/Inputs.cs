using Stupeni.Assessments;
using Stupeni.Context;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification.Estimates;

/// <summary>A school as the model knows it: its place among the schools of the run stands for it.</summary>
internal sealed record ModelSchool(int Place, Id<Organisation> Id, string Code, bool IsRural, int? Pupils);

/// <summary>How many pupils of a school had each total of a procedure.</summary>
internal sealed record SchoolTotals(int Place, IReadOnlyList<(double Total, int Pupils)> Totals)
{
    public int Pupils { get; } = Totals.Sum(t => t.Pupils);

    public double Mean => Totals.Sum(t => t.Total * t.Pupils) / Pupils;
}

/// <summary>A procedure with the totals of its schools, and the version of the index that stands for their context.</summary>
/// <param name="Prior">Prior results of the same pupils, where a study has them; its pupils are then those of the schools.</param>
internal sealed record ScoredProcedure(AssessmentProcedure Procedure, IReadOnlyList<SchoolTotals> Schools, ContextIndex? Index, PriorResults? Prior = null)
{
    /// <summary>The pupils who sat it: those of one year of birth, whatever the subject and the year of the procedure.</summary>
    public int Generation => Procedure.Year.Ends - Procedure.Grade;
}

/// <summary>Everything that goes into the estimate of a run.</summary>
/// <param name="Indices">By version and place: the value, none where it is not known, and whether circumstances are hard.</param>
internal sealed record EstimateInputs(IReadOnlyList<ModelSchool> Schools, IReadOnlyList<ScoredProcedure> Procedures, IReadOnlyDictionary<Id<ContextIndex>, (double?[] Values, bool[] Hard)> Indices, string Sha256)
{
    public double?[]? IndexOf(ScoredProcedure procedure) => procedure.Index is { } index ? Indices[index.Id].Values : null;
}
