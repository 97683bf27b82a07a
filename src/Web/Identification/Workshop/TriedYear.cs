using Stupeni.Identification.Rules;
using Stupeni.Platform;

namespace Stupeni.Identification.Workshop;

/// <summary>A school under both editions; no verdict where an edition has no results of it. Cohort: the median of participants over the procedures of the rule's years.</summary>
public sealed record TriedSchool(WorkshopSchool School, double Cohort, Verdict? Was, Verdict? Now)
{
    public bool WasListed => Was?.State == SchoolState.Listed;

    public bool IsListed => Now?.State == SchoolState.Listed;

    public bool Enters => IsListed && !WasListed;

    public bool Leaves => WasListed && !IsListed;

    public bool Stays => WasListed && IsListed;
}

/// <summary>The list of one year by the edition that is copied and by the one that is tried.</summary>
public sealed record TriedYear(RunOrder Was, RunOrder Now, IReadOnlyList<TriedSchool> Schools)
{
    public SchoolYear Year => Now.Year;

    /// <summary>The rule's years of which there are no results at all.</summary>
    public IReadOnlyList<SchoolYear> Missing { get; init; } = [];

    public IReadOnlyList<TriedSchool> Entered => [.. Schools.Where(s => s.Enters)];

    public IReadOnlyList<TriedSchool> Left => [.. Schools.Where(s => s.Leaves)];

    public int Stayed => Schools.Count(s => s.Stays);

    public static TriedYear Of(RunOrder was, RunOrder now, IReadOnlyList<WorkshopSchool> schools)
    {
        var years = now.RuleYears;
        var tried = new List<TriedSchool>();
        foreach (var school in schools)
        {
            var sizes = school.Results.Where(r => years.Contains(r.Year)).Select(r => r.Participants).Order().ToList();
            if (sizes.Count > 0) tried.Add(new(school, (sizes[(sizes.Count - 1) / 2] + sizes[sizes.Count / 2]) / 2.0, Judge(was, school), Judge(now, school)));
        }

        return new(was, now, tried) { Missing = [.. years.Where(y => !schools.Any(s => s.Results.Any(r => r.Year == y)))] };
    }

    private static Verdict? Judge(RunOrder order, WorkshopSchool school) => order.Reading.Judge(Seen(order, school), order.Year, order.Terms);

    /// <summary>What a run of this order would have seen: the procedures that its edition counts, in its years.</summary>
    public static List<Result> Seen(RunOrder order, WorkshopSchool school)
    {
        var years = order.InputYears;
        return [.. school.Results.Where(r => years.Contains(r.Year) && order.Rule.Counts(r.Line.Kind, r.Line.Subject, r.Line.Grade))];
    }
}
