using System.Globalization;
using Stupeni.Identification;
using Stupeni.Identification.Estimates;
using Stupeni.Identification.Rules;
using Stupeni.Statistics;

namespace Stupeni.Benchmarks.Lists;

/// <summary>What one way of listing did over all regions drawn.</summary>
internal sealed class Way(string name)
{
    private readonly List<double> listed = [], caught = [], right = [], kept = [];

    public string Name => name;

    public void Add(bool[] list, bool[] next, bool[] weak)
    {
        var (count, hits) = (list.Count(l => l), list.Zip(weak).Count(p => p.First && p.Second));
        listed.Add(count);
        caught.Add(100.0 * hits / weak.Count(w => w));
        if (count == 0) return;
        right.Add(100.0 * hits / count);
        kept.Add(100.0 * list.Zip(next).Count(p => p.First && p.Second) / count);
    }

    public string Row => string.Create(CultureInfo.GetCultureInfo("ru-RU"), $"| {name} | {listed.Average():0.0} | {Said(caught)} | {Said(right)} | {Said(kept)} |");

    private static string Said(List<double> of)
    {
        if (of.Count == 0) return "—";
        var mean = of.Average();
        return string.Create(CultureInfo.GetCultureInfo("ru-RU"), $"{mean:0.0} ± {1.96 * Math.Sqrt(of.Sum(v => (v - mean) * (v - mean)) / Math.Max(1, of.Count - 1) / of.Count):0.0}");
    }
}

/// <summary>Draws regions with known truth and asks every list what it caught; and the intervals of the estimate, how often they cover.</summary>
internal sealed class Recovery(int schools, int regions)
{
    private const int Latest = 2025, Next = 2026, Years = 5;
    private const double MedianCohort = 18;
    private static readonly Terms Formal = new(30, 20, 10, 2);
    private static readonly EstimateEdition Edition = new() { Edition = "", LowPercent = 10, HighPercent = 67, SurePercent = 80, MinPupils = 10, MinSchools = 30, MinYears = 3, EffectiveFrom = default, Source = "", EnglishSource = "", Confidence = "", Origin = default };

    private readonly Way naive = new("Доли последнего года, десятая часть школ"), formal = new("Правило RON-2025, любое из двух"), sure = new("Оценка: «низкий результат вероятен»"), likeliest = new("Оценка: столько же школ, сколько у долей");
    private readonly List<double> covered = [], coveredSmall = [], coveredLarge = [];
    private int bySmall, byAll;

    public int Schools => schools;
    public int Regions => regions;

    public IEnumerable<string> Rows => new[] { naive, formal, sure, likeliest }.Select(w => w.Row);

    /// <summary>Per cent of schools whose true level lies in the 95 % interval: all, with fewer pupils in a grade than the median, the rest; with the error of simulation.</summary>
    public (double All, double Error, double Small, double Large) Coverage => (covered.Average(), Error(covered), coveredSmall.Average(), coveredLarge.Average());

    public double SmallAmongNaive => 100.0 * bySmall / byAll;

    public void Run()
    {
        for (var at = 0; at < regions; at++) Of(new(schools, Years, MedianCohort, Seed.FromInt32(20261122).Split(schools).Split(at)));
    }

    private void Of(DrawnRegion region)
    {
        var weak = region.Weakest;
        var (now, next) = (Estimate(region, Latest), Estimate(region, Next));
        var (shares, nextShares) = (Shares(region, Latest), Shares(region, Next));
        naive.Add(shares, nextShares, weak);
        formal.Add(Rule(region, Latest), Rule(region, Next), weak);
        sure.Add(Sure(region, now.Combined), Sure(region, next.Combined), weak);
        likeliest.Add(Likeliest(region, now.Combined), Likeliest(region, next.Combined), weak);
        byAll += shares.Count(s => s);
        bySmall += region.Known.Count(s => shares[s.Place] && s.Pupils < 9 * MedianCohort);

        var truth = region.TrueLevels(now.Fitted);
        var hits = now.Combined.Schools.Select(s => (IsSmall: region.Known[s.Place].Pupils < 9 * MedianCohort, Hit: Math.Abs(s.Level - truth[s.Place]) <= 1.959964 * s.Error)).ToList();
        covered.Add(100.0 * hits.Count(h => h.Hit) / hits.Count);
        coveredSmall.Add(100.0 * hits.Count(h => h is { IsSmall: true, Hit: true }) / hits.Count(h => h.IsSmall));
        coveredLarge.Add(100.0 * hits.Count(h => h is { IsSmall: false, Hit: true }) / hits.Count(h => !h.IsSmall));
    }

    private static (List<FittedProcedure> Fitted, CombinedSchools Combined) Estimate(DrawnRegion region, int year)
    {
        var inputs = region.Inputs(year);
        var fitted = inputs.Procedures.AsParallel().AsOrdered().Select(p => FitProcedure.Of(p, inputs, Edition.MinSchools, default)).ToList();
        return (fitted, CombineSchools.Of(fitted, inputs, Edition));
    }

    private static bool[] Shares(DrawnRegion region, int year)
    {
        var procedures = region.Totals.Keys.Where(p => p.Year.Ends == year).ToList();
        return Chosen(region, Enumerable.Range(0, region.Schools).OrderByDescending(s => (double)procedures.Sum(p => region.Below(p, s)) / procedures.Sum(p => region.Totals[p][s].Count)).Take((region.Schools + 9) / 10));
    }

    private static bool[] Rule(DrawnRegion region, int year)
    {
        var reading = RuleReading.Of(Stupeni.Identification.Reading.Any);
        return [.. Enumerable.Range(0, region.Schools).Select(s => reading.Judge(region.Results(s), new(year), Formal)?.State == SchoolState.Listed)];
    }

    private static bool[] Sure(DrawnRegion region, CombinedSchools combined) => Chosen(region, combined.Schools.Where(s => EstimateVerdict.State(Edition, s, combined.LowCut) == EstimateState.Low).Select(s => s.Place));

    private static bool[] Likeliest(DrawnRegion region, CombinedSchools combined) => Chosen(region, combined.Schools.OrderByDescending(s => s.Below(combined.LowCut)).Take((region.Schools + 9) / 10).Select(s => s.Place));

    private static bool[] Chosen(DrawnRegion region, IEnumerable<int> places)
    {
        var list = new bool[region.Schools];
        foreach (var place in places) list[place] = true;
        return list;
    }

    private static double Error(List<double> of) => 1.96 * Math.Sqrt(of.Sum(v => (v - of.Average()) * (v - of.Average())) / Math.Max(1, of.Count - 1) / of.Count);
}
