using Stupeni.Assessments;
using Stupeni.Context;
using Stupeni.Identification;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Schools;

/// <summary>Everything that is known of one school to one reader at one moment: what its portrait and its passport are made of.</summary>
public sealed record SchoolFacts(Organisation Organisation, string Municipality, DateTime At)
{
    /// <summary>Results of all years, the latest first.</summary>
    public IReadOnlyList<ProcedureResult> Results { get; init; } = [];
    public SchoolTrend Trend { get; init; } = new("", "", []);
    public SchoolIndex? Index { get; init; }

    /// <summary>Figures of the last social passport; none where there is none.</summary>
    public IReadOnlyList<(ContextIndicator Indicator, ContextRow Row)> Context { get; init; } = [];

    /// <summary>Whether counts of few families may be told.</summary>
    public bool SeesAll { get; init; }

    /// <summary>Whether the reader sees lists of this school at all.</summary>
    public bool SeesLists { get; init; }
    public ListState? List { get; init; }
    public EstimateFacts? Estimate { get; init; }
    public IReadOnlyList<OfficialRow> Official { get; init; } = [];
    public ResultsCompared? Compared { get; init; }
    public IReadOnlyList<PossibleSign> Signs { get; init; } = [];

    /// <summary>Files and editions on which it rests.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    public Id<Organisation> Id => Organisation.Id;
    public SchoolYear? Year => Results.Count == 0 ? null : Results.Max(r => r.Row.Year);
    public IEnumerable<ProcedureResult> LastYear => Results.Where(r => r.Row.Year == Year);
}

public sealed record ProcedureResult(ResultRow Row, string Name)
{
    public bool IsEnough => Row.Judged >= Rules.Counted.Enough;

    public double Percent => 100.0 * Row.BelowThreshold / Row.Judged;
}

/// <summary>What the estimate says of the school, and where it parts from the rule.</summary>
public sealed record EstimateFacts(SchoolEstimate School, EstimateWords Words, string? Differs);

/// <summary>A file, a rule, an edition of a model.</summary>
/// <param name="Stamp">SHA-256 of what went in; empty for editions.</param>
public sealed record Source(string Name, string Stamp);
