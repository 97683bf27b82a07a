using Microsoft.EntityFrameworkCore;
using Stupeni.Growth;
using Stupeni.Statistics.Regression;

namespace Stupeni.Identification;

/// <summary>Where a study of growth belongs to a procedure of the run, what is expected of a school rests on the prior results of its own pupils too; and the page says which schools move the models.</summary>
public sealed class PriorEstimateTests(EstimateTests.Made made) : IClassFixture<EstimateTests.Made>
{
    [Fact]
    public async Task The_prior_result_of_the_same_pupils_enters_the_model_of_its_procedure_and_the_stamp()
    {
        var before = made.Estimate;
        var rows = await Study();
        var (estimate, isNew) = await made.Compute();
        Assert.True(isNew);
        Assert.NotEqual(before.InputSha256, estimate.InputSha256);

        // The same rows, put together here: deviations of pupils, index, place, size, prior, whether it is unknown.
        var expected = MixedModel.Fit([.. Deviations([.. rows.Select(r => r.Result)])], Table(rows), [.. rows.Select(r => r.School)]);
        var (prior, fit) = await made.Ask(async db => (await db.ProcedurePriors.SingleAsync(p => p.Estimate == estimate.Id), await db.ProcedureFits.SingleAsync(f => f.Estimate == estimate.Id && f.Procedure == made.Procedures[2].Id)));
        Assert.Equal(rows.Count(r => r.Prior is not null), prior.Known);
        Assert.Equal(rows.Count, fit.Pupils);
        Assert.Equal((expected.Fixed[4].Value, expected.Fixed[4].StandardError), (prior.Effect, prior.Error), (a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-6 && Math.Abs(a.Item2 - b.Item2) < 1e-6);
        Assert.Equal(expected.Fixed[1].Value, fit.ByIndex!.Value, 1e-6);
        Assert.Equal(expected.InterceptVariance.Value, fit.Between!.Value, 1e-6);

        using var region = await made.SignedIn("RegionalCoordinator");
        var page = await region.Open($"/identification/{made.Run.Number}/estimate");
        var cell = page.QuerySelector("table[aria-labelledby=h-models] a[href^='/growth/']")!;
        Assert.StartsWith("+", cell.TextContent, StringComparison.Ordinal);
        Assert.Contains($"известен у {prior.Known} из {rows.Count}", cell.ParentElement!.TextContent, StringComparison.Ordinal);
        await OnlySeen(estimate);
        await WithoutNearlyAll(estimate);
    }

    /// <summary>A municipality reads the names of its own schools among those that move a model, and only how many others there are.</summary>
    private async Task OnlySeen(RunEstimate estimate)
    {
        var moving = await made.Ask(db => db.ProcedureInfluences.Where(i => i.Estimate == estimate.Id).ToListAsync());
        Assert.NotEmpty(moving);
        Assert.All(moving, m => Assert.True(m.Distance > 4.0 / 36 && m.ByRural is not null));
        using var region = await made.SignedIn("RegionalCoordinator");
        Assert.Equal(moving.Count, (await region.Open($"/identification/{made.Run.Number}/estimate")).QuerySelectorAll("table[aria-labelledby=h-moving] tbody tr").Length);

        using var south = await made.SignedIn("MunicipalCoordinator", made.Region.South.Id.Value);
        var own = moving.Count(m => m.Organisation == made.Schools[35].Id);
        var page = await south.Open($"/identification/{made.Run.Number}/estimate");
        Assert.Equal(own, page.QuerySelectorAll("table[aria-labelledby=h-moving] tbody tr").Length);
        Assert.Contains($"В других муниципалитетах таких случаев: {moving.Count - own}.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Школа 01", page.Body.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A study that has only some of the pupils does not decide what is expected of all.</summary>
    private async Task WithoutNearlyAll(RunEstimate full)
    {
        await made.Do(db => db.GrowthSchools.Where(s => s.Position < 6).ExecuteDeleteAsync());
        var (part, _) = await made.Compute();
        Assert.NotEqual(full.Id, part.Id);
        Assert.False(await made.Ask(db => db.ProcedurePriors.AnyAsync(p => p.Estimate == part.Id)));
    }

    private async Task<List<(int School, double Result, double? Prior)>> Study()
    {
        var rows = (from s in Enumerable.Range(1, 36) from i in Enumerable.Range(1, EstimateTests.Made.Pupils(s)) let result = EstimateTests.Made.Total(s, i, 3) select (s, (double)result, (s + i) % 9 == 0 ? (double?)null : result + (3 * i + 2 * s) % 7)).ToList();
        await made.Do(async db =>
        {
            var import = await db.Imports.Select(i => i.Id).FirstAsync();
            var study = new GrowthStudy
            {
                Number = 1, Title = "Русский язык, 6 класс", Year = new(2026), Subject = "русский язык", Source = "проверка", Procedure = made.Procedures[2].Id, Import = import, File = "прирост.csv", Sha256 = new('a', 64),
                Columns = new StudyColumns("балл", "прежний балл", []).Json(), OfRegister = true, Schools = 36, Pupils = rows.Count, LeftOut = 0, At = Region.Noon, ByName = "Проверка",
            };
            db.Add(study);
            foreach (var school in rows.GroupBy(r => r.s))
                db.Add(new GrowthSchool { Study = study.Id, Position = school.Key - 1, Organisation = made.Schools[school.Key - 1].Id, Label = $"Школа {school.Key:00}", Pupils = school.Count(), Rows = PupilRows.Pack(school.Select(r => new[] { r.Item2, r.Item3 ?? double.NaN })) });
            await db.SaveChangesAsync();
        });
        return rows.ConvertAll(r => (r.s, r.Item2, r.Item3));
    }

    private static IEnumerable<double> Deviations(double[] values)
    {
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
        return values.Select(v => (v - mean) / deviation);
    }

    private double[,] Table(List<(int School, double Result, double? Prior)> rows)
    {
        var sizes = made.Schools.Select(s => s.Pupils!.Value).Order().ToList();
        var priors = new Queue<double>(Deviations([.. rows.Select(r => r.Prior).OfType<double>()]));
        var table = new double[rows.Count, 5];
        foreach (var (at, (school, _, prior)) in rows.Index())
        {
            var (index, size) = (school == 5 ? 50.0 : 35 + school * 7 % 31, made.Schools[school - 1].Pupils!.Value);
            (table[at, 0], table[at, 1], table[at, 2]) = ((index - 50) / 10, school % 3 == 0 ? 1 : 0, Math.Log2((double)size / sizes[18]));
            (table[at, 3], table[at, 4]) = prior is null ? (0, 1) : (priors.Dequeue(), 0);
        }

        return table;
    }
}
