using Stupeni.Assessments;
using Stupeni.Context;
using Stupeni.Identification.Estimates;
using Stupeni.Identification.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Statistics;

namespace Stupeni.Benchmarks.Lists;

/// <summary>
/// A region with known truth. A school's level = circumstances + rural + what lasts; a generation adds what passes; a pupil writes every procedure of the generation with the same ability and errors of
/// its own. Totals are whole, 0 to 100. A seventh of the region's pupils lies below the threshold of each procedure.
/// </summary>
internal sealed class DrawnRegion
{
    /// <summary>Variances between schools, in squared deviations of pupils within a school, as in regions that publish them: a seventh of the variance lies between schools, two thirds of it lasts.</summary>
    private const double Circumstances = 0.25, Rural = -0.12, Lasting = 0.30, Passing = 0.15, Ability = 0.80, Error = 0.60;
    private const double Middle = 50, Scale = 15, BelowShare = 0.14;
    private static readonly (ProcedureKind Kind, string Subject, int Grade)[] Papers = [(ProcedureKind.Oge, "MA", 9), (ProcedureKind.Oge, "RU", 9), (ProcedureKind.Vpr, "MA", 6), (ProcedureKind.Vpr, "RU", 6), (ProcedureKind.Vpr, "MA", 5), (ProcedureKind.Vpr, "RU", 5)];
    private const int First = 2022;

    private readonly Dictionary<AssessmentProcedure, Dictionary<int, List<int>>> totals = [];
    private readonly List<ModelSchool> schools = [];
    private readonly ContextIndex index = new() { Number = 1, Year = new(First), Edition = default, At = default, ByName = "", FiguresSha256 = "", Schools = 0, Absent = 0, Cut = 45, Start = 50 };
    private readonly double?[] indexValues;
    private readonly double[] level;
    private readonly Dictionary<AssessmentProcedure, int> thresholds = [];

    /// <param name="years">Years drawn, from 2021/22 on.</param>
    /// <param name="cohort">The median number of a school's pupils in a grade; sizes are log-normal with a deviation of 0.8.</param>
    public DrawnRegion(int count, int years, double cohort, Seed seed)
    {
        var dice = seed.Dice();
        (indexValues, level) = (new double?[count], new double[count]);
        var cohorts = new int[count];
        for (var s = 0; s < count; s++)
        {
            cohorts[s] = Math.Max(2, (int)Math.Round(cohort * Math.Exp(0.8 * dice.NextNormal())));
            var (hard, rural) = (dice.NextNormal(), dice.NextUniform() < (cohorts[s] < cohort ? 0.7 : 0.2));
            schools.Add(new(s, Id<Organisation>.New(), $"{s:000000}", rural, cohorts[s] * 9));
            level[s] = -Circumstances * hard + (rural ? Rural : 0) + Lasting * dice.NextNormal();
            // The passports see circumstances with some error.
            indexValues[s] = 50 - 10 * (0.9 * hard + 0.43 * dice.NextNormal());
        }

        for (var y = 0; y < years; y++) foreach (var (kind, subject, grade) in Papers) totals[new() { Kind = kind, Subject = subject, Grade = grade, Year = new(First + y) }] = [];
        foreach (var generation in totals.Keys.GroupBy(p => p.Year.Ends - p.Grade)) for (var s = 0; s < count; s++) Write(s, cohorts[s], [.. generation], dice);
        foreach (var (procedure, own) in totals) thresholds[procedure] = own.Values.SelectMany(t => t).Order().ElementAt((int)(BelowShare * own.Values.Sum(t => t.Count)));
    }

    public int Schools => schools.Count;

    public long Count => totals.Values.Sum(p => p.Values.Sum(t => (long)t.Count));

    /// <summary>Each school's level among the schools, in its own units.</summary>
    public IReadOnlyList<double> Level => level;

    public IReadOnlyDictionary<AssessmentProcedure, Dictionary<int, List<int>>> Totals => totals;

    public IReadOnlyList<ModelSchool> Known => schools;

    public ContextIndex Index => index;

    public IReadOnlyList<double?> IndexValues => indexValues;

    public bool[] Weakest
    {
        get
        {
            var weak = new bool[Schools];
            foreach (var s in Enumerable.Range(0, Schools).OrderBy(s => level[s]).Take((Schools + 9) / 10)) weak[s] = true;
            return weak;
        }
    }

    /// <summary>What the estimate of a list of that year is computed from: three years.</summary>
    public EstimateInputs Inputs(int year)
    {
        List<ScoredProcedure> scored = [.. from p in totals
                                           where p.Key.Year.Ends > year - 3 && p.Key.Year.Ends <= year
                                           orderby p.Key.Year, p.Key.Label
                                           select new ScoredProcedure(p.Key, [.. p.Value.OrderBy(s => s.Key).Select(s => new SchoolTotals(s.Key, [.. s.Value.GroupBy(t => t).OrderBy(t => t.Key).Select(t => ((double)t.Key, t.Count()))]))], index)];
        return new(schools, scored, new Dictionary<Id<ContextIndex>, (double?[], bool[])> { [index.Id] = (indexValues, new bool[Schools]) }, "");
    }

    public int Below(AssessmentProcedure procedure, int school) => totals[procedure][school].Count(t => t < thresholds[procedure]);

    public IEnumerable<Result> Results(int school) => from p in totals select new Result(p.Key.Id, ProcedureLine.Of(p.Key), p.Key.Year, p.Value[school].Count, Below(p.Key, school));

    /// <summary>The true level of a school in the deviations in which the estimate speaks: those of all pupils' totals.</summary>
    public double[] TrueLevels(IReadOnlyList<FittedProcedure> fitted)
    {
        var (mean, deviation) = (fitted.Average(f => f.Mean), fitted.Average(f => f.Deviation));
        return [.. level.Select(l => (Middle + Scale * l - mean) / deviation)];
    }

    private void Write(int school, int pupils, AssessmentProcedure[] procedures, Dice dice)
    {
        var passing = Passing * dice.NextNormal();
        foreach (var procedure in procedures) totals[procedure][school] = [];
        for (var pupil = 0; pupil < pupils; pupil++)
        {
            var ability = Ability * dice.NextNormal();
            foreach (var procedure in procedures) totals[procedure][school].Add((int)Math.Clamp(Math.Round(Middle + Scale * (level[school] + passing + ability + Error * dice.NextNormal())), 0, 100));
        }
    }
}
