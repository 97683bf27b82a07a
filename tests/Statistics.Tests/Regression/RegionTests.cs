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
        Oracle.Near(oracle.Values("fixed"), [.. fit.Fixed.Select(f => f.Value)], 1e-6);
        foreach (var (expected, found) in oracle.GetProperty("valueAdded").EnumerateArray().Zip(fit.Groups))
        {
            Oracle.Near(expected.Number("blup"), found.Intercept.Value, 1e-5);
            Oracle.Near(expected.Number("condSD"), found.Intercept.StandardError, 1e-5);
            Assert.Equal(expected.Number("n"), found.Rows);
        }
    }

    [Theory]
    [InlineData("MA", "female_math")]
    [InlineData("RU", "female_russian")]
    public void Effects_of_the_invented_schools_are_recovered_within_their_intervals(string subject, string female)
    {
        var truth = Oracle.Json("region-small/truth.json");
        var coefficients = truth.GetProperty("coefficients");
        string[] ids = [.. truth.GetProperty("school_ids").EnumerateArray().Select(s => s.GetString()!)];
        var pupils = Columns.Words(Pupils, "pupil_id").Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i);
        var (schools, sex) = (Columns.Words(Pupils, "school_id"), Columns.Words(Pupils, "sex"));
        int[] at = [.. Columns.Words("region-small/truth_pupils.csv", "pupil_id").Select(id => pupils[id])];
        var (ability, origin) = (Columns.Numbers("region-small/truth_pupils.csv", $"theta_{subject}"), Columns.Numbers("region-small/truth_pupils.csv", "ses_latent"));
        int[] school = [.. at.Select(i => Array.IndexOf(ids, schools[i]))];
        double[] y = [.. ability.Select((a, i) => a - coefficients.Number("pupil_ses") * origin[i] - (sex[at[i]] == "ж" ? coefficients.Number(female) : 0))];

        var fit = MixedModel.Fit(y, new double[y.Length, 0], school);
        var effects = Context(truth, subject, ids, school, origin);
        var (centre, mean) = (effects.Average(), fit.Groups.Average(g => g.Intercept.Value));
        var inside = fit.Groups.Count(g => Math.Abs(g.Intercept.Value - mean - (effects[g.Group] - centre)) < 1.96 * g.Intercept.StandardError);
        output.WriteLine($"{subject}: {inside} of {ids.Length}");
        Assert.True(inside >= 13, $"{inside} of {ids.Length}");
    }

    /// <summary>What the generator gave each school beside its pupils: context, municipality, its own effect and that of the subject.</summary>
    private static double[] Context(System.Text.Json.JsonElement truth, string subject, string[] ids, int[] school, double[] origin)
    {
        const string File = "region-small/schools.csv";
        var c = truth.GetProperty("coefficients");
        var (own, taught, municipality) = (truth.Numbers("school_effect_u"), truth.GetProperty("school_subject_effect").Numbers(subject), truth.Numbers("municipality_effect"));
        var row = Columns.Words(File, "school_id").Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i);
        var codes = Columns.Words("region-small/municipalities.csv", "municipality_code");
        double[] Fact(string column) => Columns.Numbers(File, column);
        var (rural, shortage, needs, place) = (Fact("rural_pupil_share"), Fact("staff_shortage_share"), Fact("special_needs_share"), Columns.Words(File, "municipality_code"));
        return [.. ids.Select((id, j) => own[j] + taught[j] + municipality[Array.IndexOf(codes, place[row[id]])]
            + c.Number("school_mean_ses") * origin.Where((_, i) => school[i] == j).Average()
            + c.Number("rural") * rural[row[id]] + c.Number("staff_shortage") * shortage[row[id]] + c.Number("special_needs") * needs[row[id]])];
    }

    [Fact]
    public void Effects_of_many_simulated_groups_lie_in_their_intervals_as_often_as_promised()
    {
        double inside = 0, all = 0;
        for (var round = 0; round < 20; round++)
        {
            var dice = new Seed(100).Split(round).Dice();
            double[] truth = [.. Enumerable.Range(0, 150).Select(_ => 0.4 * dice.NextNormal())];
            int[] groups = [.. Enumerable.Range(0, 150).SelectMany(g => Enumerable.Repeat(g, 5 + g % 30))];
            double[] y = [.. groups.Select(g => 3 + truth[g] + dice.NextNormal())];
            foreach (var group in MixedModel.Fit(y, new double[y.Length, 0], groups).Groups)
            {
                inside += Math.Abs(group.Intercept.Value - truth[group.Group]) < 1.959964 * group.Intercept.StandardError ? 1 : 0;
                all++;
            }
        }

        output.WriteLine($"{inside / all:P2} of {all}");
        Assert.InRange(inside / all, 0.935, 0.965);
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
