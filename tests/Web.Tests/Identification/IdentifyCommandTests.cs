using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Stupeni.Identification;

/// <summary>The command answers with one document, and stores nothing unless asked.</summary>
public sealed class IdentifyCommandTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task It_lists_every_school_with_every_procedure_considered()
    {
        var region = await Region.Of(app);
        var (b, a) = (await region.School("010002", "Вторая"), await region.School("010001", "Первая"));
        await region.Oge(a, 2026, 4, 12);
        await region.Oge(a, 2025, 5, 12);
        await region.Oge(a, 2024, 5, 12);
        await region.Vpr(b, 2026, 3, 9);

        var (status, json, _) = await Identify("--rule", "RON-2025", "--year", "2026", "--json");
        Assert.Equal(0, status);
        var root = JsonDocument.Parse(json).RootElement;
        Assert.Equal(("RON-2025", "any", 2026), (root.GetProperty("rule").GetString(), root.GetProperty("reading").GetString(), root.GetProperty("year").GetInt32()));
        var schools = root.GetProperty("schools").EnumerateArray().ToList();
        Assert.Equal([("010001", "Listed"), ("010002", "InsufficientData")], schools.Select(s => (s.GetProperty("code").GetString()!, s.GetProperty("state").GetString()!)));
        var reasons = schools[0].GetProperty("reasons").EnumerateArray().ToList();
        Assert.Equal([2026, 2025], reasons.Select(r => r.GetProperty("year").GetInt32()));
        Assert.Equal(("Oge", "MA", 9, 12, 4, true), (reasons[0].GetProperty("procedure").GetString(), reasons[0].GetProperty("subject").GetString(), reasons[0].GetProperty("grade").GetInt32(), reasons[0].GetProperty("participants").GetInt32(), reasons[0].GetProperty("belowThreshold").GetInt32(), reasons[0].GetProperty("low").GetBoolean()));
        Assert.Equal(4.0 / 12, reasons[0].GetProperty("share").GetDouble());
        Assert.Equal((0.138, 0.609), (Math.Round(reasons[0].GetProperty("wilsonLower").GetDouble(), 3), Math.Round(reasons[0].GetProperty("wilsonUpper").GetDouble(), 3)));
        Assert.Equal(0, await app.Ask(db => db.IdentificationRuns.CountAsync()));

        var (_, few, _) = await Identify("--rule", "RON-2025", "--year", "2026", "--min-participants", "9", "--json");
        Assert.Contains("RiskGroup", few, StringComparison.Ordinal);

        var (_, table, said) = await Identify("--rule", "FIOKO-2020", "--reading", "soft", "--year", "2026", "--save");
        Assert.Contains("Первая", table, StringComparison.Ordinal);
        Assert.Contains("Сохранён прогон № 1.", said, StringComparison.Ordinal);
        Assert.Equal(1, await app.Ask(db => db.IdentificationRuns.CountAsync(r => r.Reading == Reading.Soft)));

        var (refused, errors, _) = await Identify("--rule", "RON-2025", "--reading", "soft", "--year", "2026", "--json");
        Assert.Equal(1, refused);
        Assert.NotEmpty(JsonDocument.Parse(errors).RootElement.GetProperty("errors")[0].GetProperty("message").GetString()!);
        Assert.Equal(1, (await Identify("--rule", "NONE-1999", "--year", "2026")).Status);
        Assert.Equal(1, (await Identify("--rule", "RON-2025", "--year", "2010", "--json")).Status);
    }

    [Fact]
    public async Task A_whole_region_is_judged_in_one_request()
    {
        await using var big = new App();
        var region = await Region.Of(big);
        var seed = await region.School("990000", "Образец");
        foreach (var subject in new[] { "RU", "MA", "BI", "HI", "GE" })
            foreach (var year in new[] { 2025, 2026 })
            {
                await region.Oge(seed, year, 1, 20, subject);
                await region.Vpr(seed, year, 1, 20, subject);
            }

        await big.Do(async db =>
        {
            var sheets = await db.ScoreSheets.AsNoTracking().ToListAsync();
            for (var i = 1; i < 330; i++)
            {
                var school = Organisations.Organisation.Open($"{990000 + i}", Organisations.OrganisationType.School, region.North.Id, new($"Школа {i}"));
                db.Add(school);
                db.AddRange(sheets.Select((s, j) => Region.Sheet(s.Procedure, school.Id, s.Form, s.Import, 20 + i % 30, (i * j) % 20)));
            }

            await db.SaveChangesAsync();
        });
        await region.Run(year: 2025);
        var before = Environment.CpuUsage.TotalTime;
        var run = await region.Run();
        TestContext.Current.TestOutputHelper!.WriteLine($"330 schools, 20 procedures: {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds:0} ms of processor");
        Assert.Equal(330, run.Listed + run.AtRisk + run.NotListed + run.Insufficient);
        Assert.Equal(330 * 20, await big.Ask(db => db.RunInputs.CountAsync(i => i.Run == run.Id)));
    }

    private async Task<(int Status, string Output, string Error)> Identify(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var status = await IdentificationCommands.Identify(Site.Offline).Parse([.. args, "--db", app.Connection]).InvokeAsync(new() { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (status, output.ToString(), error.ToString());
    }
}
