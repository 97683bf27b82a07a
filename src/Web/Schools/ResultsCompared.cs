using Stupeni.Assessments;
using Stupeni.Comparators;
using Stupeni.Platform;
using Stupeni.Schools.Rules;
using Stupeni.Statistics.Descriptive;

namespace Stupeni.Schools;

/// <summary>The results of a school in a year beside those of the schools it is compared with.</summary>
public sealed record ResultsCompared(SimilarSchools With, SchoolYear? Year, IReadOnlyList<ProcedureCompared> Procedures)
{
    public IEnumerable<ProcedureCompared> Better => Procedures.Where(p => p.Whole is { OtherDoesBetter: true });

    public IEnumerable<ProcedureCompared> Worse => Procedures.Where(p => p.Whole is { OtherDoesWorse: true });

    /// <summary>Procedures in which some of these schools do better.</summary>
    public IEnumerable<ProcedureCompared> Where => Procedures.Where(p => p.DoBetter.Any());

    public IEnumerable<ProcedureCompared> Shown => Procedures.Where(p => p.IsShown);

    /// <summary>How many differences the correction counts: of the sums, and of single schools.</summary>
    public int TestedSums => Procedures.Count(p => p.Whole is { Adjusted.IsPresent: true });

    public int TestedSchools => Procedures.Sum(p => p.Schools.Count(s => s.Difference is { Adjusted.IsPresent: true }));
}

/// <param name="Similar">All these schools together: counts are added, shares are never averaged.</param>
/// <param name="Whole">The school less their sum.</param>
/// <param name="IsShown">Whether anything of the others may be told: not of too few schools to those who see no names.</param>
public sealed record ProcedureCompared(Id<AssessmentProcedure> Procedure, string Name, Counted Own, Counted Similar, ResultDifference? Whole, IReadOnlyList<SchoolCompared> Schools, bool IsShown)
{
    /// <summary>By name; there is no other order.</summary>
    public IEnumerable<SchoolCompared> DoBetter => IsShown ? Schools.Where(s => s.Difference is { OtherDoesBetter: true }).OrderBy(s => s.School.Name, StringComparer.CurrentCulture) : [];

    /// <summary>Quartiles of the shares of schools with enough participants.</summary>
    public (double Lower, double Median, double Upper, int Schools)? Middle(SimilarSchools with)
    {
        double[] shares = [.. Schools.Where(s => s.Counted.IsEnough).Select(s => s.Counted.Percent)];
        return shares.Length > 0 && with.MaySum(shares.Length) ? (Sample.Quantile(shares, 0.25).Value, Sample.Median(shares).Value, Sample.Quantile(shares, 0.75).Value, shares.Length) : null;
    }
}

public sealed record SchoolCompared(KnownSchool School, Counted Counted, ResultDifference? Difference);
