using Stupeni.Statistics.Composites;
using Stupeni.Statistics.ItemResponse;

namespace Stupeni.Statistics.Regression;

public class RegionTests(ITestOutputHelper output)
{
    private const string Pupils = "region-small/pupils.csv";
    private const string Totals = "region-small/totals.csv";
    private static readonly string[] Forms = ["VPR-MA-04", "VPR-MA-05", "VPR-MA-06", "VPR-MA-07", "VPR-MA-08"];
    private static readonly string[] Background = ["parent_education", "parent_occupation", "books_home", "home_devices", "own_room"];

    [Fact]
    public void Value_added_of_the_invented_schools_agrees_with_lme4()
    {
        var oracle = Oracle.Json("region-value-added.json");
        var background = Columns.Matrix([.. Background.Select(b => Columns.Numbers(Pupils, b))]);
        var components = PrincipalComponents.Of(background);
        Oracle.Near(oracle.GetProperty("ses").Values("loadings"), Oracle.Column(components.Loadings, 0), 1e-8);
        Oracle.Near(oracle.GetProperty("ses").Numbers("eigen"), components.Eigenvalues, 1e-8);
        var ses = StandardizedIndex.Of(background, [.. Background.Select(_ => Direction.HigherIsBetter)], Weighting.FirstComponent);

        var schools = Columns.Words(Pupils, "school_id");
        var pupil = Columns.Words(Pupils, "pupil_id").Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i);
        var sex = Columns.Words(Pupils, "sex");
        var highest = Columns.Words("region-small/forms.csv", "form_id").Zip(Columns.Numbers("region-small/forms.csv", "max_score")).ToDictionary(x => x.First, x => x.Second);
        var (form, who, total) = (Columns.Words(Totals, "form_id"), Columns.Words(Totals, "pupil_id"), Columns.Numbers(Totals, "total"));
        int[] rows = [.. Enumerable.Range(0, form.Length).Where(i => Forms.Contains(form[i]))];
        string[] levels = [.. oracle.GetProperty("valueAdded").EnumerateArray().Select(v => v.GetProperty("school_id").GetString()!)];

        var meanOf = rows.Select(i => pupil[who[i]]).GroupBy(i => schools[i]).ToDictionary(g => g.Key, g => g.Average(i => ses.Values[i].Value));
        double[] Column(Func<int, double> value) => [.. rows.Select(value)];
        var fit = MixedModel.Fit(
            Column(i => 100 * total[i] / highest[form[i]]),
            Columns.Matrix([
                .. Forms.Skip(1).Select(f => Column(i => form[i] == f ? 1 : 0)),
                Column(i => ses.Values[pupil[who[i]]].Value),
                Column(i => meanOf[schools[pupil[who[i]]]]),
                Column(i => sex[pupil[who[i]]] == "м" ? 1 : 0),
            ]),
            [.. rows.Select(i => Array.IndexOf(levels, schools[pupil[who[i]]]))]);

        Assert.Equal(oracle.Number("n"), fit.Rows);
        Oracle.Near(oracle.Number("reml"), fit.Criterion.Value, 1e-6);
        Oracle.NearRelative(oracle.Number("tau2"), fit.InterceptVariance.Value, 1e-5);
        Oracle.NearRelative(oracle.Number("sigma2"), fit.ResidualVariance.Value, 1e-5);
        Oracle.Near(oracle.Values("fixed"), [.. fit.Fixed.Select(f => f.Value)], 2e-5);
        foreach (var (expected, found) in oracle.GetProperty("valueAdded").EnumerateArray().Zip(fit.Groups))
        {
            Oracle.Near(expected.Number("blup"), found.Intercept.Value, 1e-4);
            Oracle.Near(expected.Number("condSD"), found.Intercept.StandardError, 1e-4);
            Assert.Equal(expected.Number("n"), found.Rows);
        }
    }

    [Fact]
    public void Items_of_the_invented_tests_are_recovered_within_their_intervals()
    {
        var truth = Oracle.Json("region-small/truth.json").GetProperty("items").EnumerateArray().ToLookup(i => i.GetProperty("form_id").GetString());
        var ability = Columns.Words("region-small/truth_pupils.csv", "pupil_id").Zip(Columns.Numbers("region-small/truth_pupils.csv", "theta_MA")).ToDictionary(x => x.First, x => x.Second);
        double inside = 0, all = 0;
        foreach (var form in Forms)
        {
            var file = $"region-small/wide/{form}.csv";
            double[] tested = [.. Columns.Words(file, "pupil_id").Select(id => ability[id])];
            var mean = tested.Average();
            var spread = Math.Sqrt(tested.Average(t => (t - mean) * (t - mean)));
            var items = truth[form].Where(i => i.GetProperty("b").GetArrayLength() == 1).ToArray();
            var fit = Marginal.Fit(Answers.From(Columns.Matrix([.. items.Select(i => Columns.Numbers(file, $"item_{i.Number("item_no")}"))])), Model.TwoParameter);
            Assert.True(fit.Stopping.Converged);
            foreach (var (item, found) in items.Zip(fit.Items))
            {
                var (a, b) = (item.Number("a"), item.Numbers("b")[0]);
                inside += Math.Abs(found.Slope.Value - a * spread) < 1.96 * found.Slope.StandardError ? 1 : 0;
                inside += Math.Abs(found.Intercepts[0].Value - a * (mean - b)) < 1.96 * found.Intercepts[0].StandardError ? 1 : 0;
                all += 2;
            }
        }

        output.WriteLine($"{inside} of {all}");
        Assert.True(inside / all > 0.88, $"{inside} of {all}");
    }
}
