using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Statistics;

namespace Stupeni.Growth.Studies;

/// <summary>A study with the model that was asked for, and the schools that the viewer may see in it: what the page and the file both show.</summary>
public sealed record StudyView(GrowthStudy Study, StudyColumns Columns, StudyChoice Choice, StudyFit Model, IReadOnlyList<SchoolGrowth> Schools, int Digits)
{
    public static async Task<StudyView?> Of(Db db, Viewer viewer, int number, StudyChoice asked, CancellationToken stop)
    {
        if (await db.GrowthStudies.VisibleTo(viewer, db).SingleOrDefaultAsync(s => s.Number == number, stop) is not { } study) return null;
        var columns = StudyColumns.Parse(study.Columns);
        var all = await db.SchoolsOf(study, stop);
        var (everything, seen) = (viewer.MayEverywhere(Permission.SeeResults), (await db.Organisations.VisibleTo(viewer, Permission.SeeResults).Where(o => db.GrowthSchools.Any(g => g.Study == study.Id && g.Organisation == o.Id)).Select(o => o.Id).ToListAsync(stop)).ToHashSet());
        var choice = asked.Of(columns);
        var model = StudyFit.Of(columns, all, choice, stop);
        return new(study, columns, choice, model, model.Fit.Refusal.IsRefused ? [] : SchoolGrowth.Of(model.Fit, all, s => everything || (s.Organisation is { } id && seen.Contains(id))), DigitsOf(all));
    }

    public int Above => Schools.Count(s => s.IsAbove);

    public int Below => Schools.Count(s => s.IsBelow);

    public double Between => 100 * Model.Fit.IntraclassCorrelation.Value;

    /// <summary>Where the picture ends, the same on both sides of zero.</summary>
    public double Most => Schools.Select(s => Math.Max(Math.Abs(s.Low), Math.Abs(s.High))).DefaultIfEmpty(1).Max();

    public string Say(double value) => double.IsFinite(value) ? Numbers.Decimal(value, Digits) : "—";

    public string Signed(double value) => double.IsFinite(value) ? Numbers.Signed(value, Digits) : "—";

    public string Interval(Estimate estimate) => double.IsFinite(estimate.StandardError) ? Texts.Say("от {0} до {1}", Signed(estimate.Value - 1.96 * estimate.StandardError), Signed(estimate.Value + 1.96 * estimate.StandardError)) : "—";

    /// <summary>Three figures of a deviation of pupils, whatever the scale.</summary>
    private static int DigitsOf(List<StudySchool> schools)
    {
        var results = schools.SelectMany(s => s.Pupils).Select(p => p[0]).ToList();
        var mean = results.Average();
        return Math.Clamp(3 - (int)Math.Ceiling(Math.Log10(Math.Sqrt(results.Average(r => (r - mean) * (r - mean))))), 0, 6);
    }
}
