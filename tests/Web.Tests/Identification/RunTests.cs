using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>A run keeps what it saw.</summary>
public sealed class RunTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_run_freezes_inputs_verdicts_and_the_record()
    {
        var region = await Region.Of(app);
        var (listed, small, calm, closed) = (await region.School("010001", "Школа А"), await region.School("010002", "Школа Б"), await region.School("010003", "Школа В"), await region.School("010004", "Школа Г"));
        await region.School("010005", "Без результатов");
        await region.Oge(listed, 2026, 9, 24);
        await region.Vpr(listed, 2026, 8, 22, "RU");
        await region.Vpr(listed, 2024, 1, 22, "RU");
        await region.Oge(small, 2026, 3, 9);
        await region.Oge(small, 2025, 2, 8);
        await region.Oge(small, 2024, 2, 9);
        await region.Oge(calm, 2026, 1, 30);
        await region.Oge(closed, 2026, 20, 20);
        await app.Do(async db =>
        {
            (await db.Organisations.SingleAsync(o => o.Id == closed.Id)).Close(new(2026, 8, 31));
            await db.SaveChangesAsync();
        });

        var run = await region.Run();

        Assert.Equal((1, 0, 1, 1), (run.Listed, run.AtRisk, run.NotListed, run.Insufficient));
        Assert.Equal(64, run.InputSha256.Length);
        var rows = await app.Ask(db => db.RunSchools.Where(s => s.Run == run.Id).ToListAsync());
        Assert.Equal(3, rows.Count);
        var first = rows.Single(r => r.Organisation == listed.Id);
        Assert.Equal((SchoolState.Listed, 24, 9), (first.State, first.Participants, first.BelowThreshold));
        Assert.Equal(0.2116, first.Lower!.Value, 4);
        var pooled = rows.Single(r => r.Organisation == small.Id);
        Assert.Equal((26, 7), (pooled.PooledParticipants, pooled.PooledBelow));
        Assert.Equal(7, await app.Ask(db => db.RunInputs.CountAsync(i => i.Run == run.Id)));
        Assert.Equal(2, await app.Ask(db => db.RunInputs.CountAsync(i => i.Run == run.Id && i.Low)));
        Assert.Single(await app.Ask(db => db.Changes.Where(c => c.Subject == nameof(IdentificationRun) && c.SubjectId == run.Id.Value && c.Kind == ChangeKind.Added).ToListAsync()));

        // The same order over the same results is the same run; corrected results make a new one and leave the old as it was.
        Assert.Equal(run.Id, (await region.Run()).Id);
        await region.Oge(listed, 2026, 2, 24);
        var next = await region.Run();
        Assert.Equal((run.Number + 1, 0), (next.Number, next.Listed));
        Assert.NotEqual(run.InputSha256, next.InputSha256);
        Assert.Equal(9, (await app.Ask(db => db.RunSchools.SingleAsync(s => s.Run == run.Id && s.Organisation == listed.Id))).BelowThreshold);

        // FIOKO counts Russian and mathematics of the two years before.
        var fioko = await region.Run("FIOKO-2020", year: 2027);
        Assert.Equal(Reading.Strict, fioko.Reading);
        Assert.Equal((0, 3), (fioko.Listed, fioko.Listed + fioko.AtRisk + fioko.NotListed + fioko.Insufficient));

        var broken = await Assert.ThrowsAsync<RuleBroken>(() => region.Run(year: 2030));
        Assert.StartsWith("Результатов за 2028/29 и 2029/30", broken.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleBroken>(() => region.Run("RON-2025", Reading.Strict));
    }

    [Fact]
    public async Task Shipped_editions_say_what_they_are()
    {
        var rules = await app.Ask(db => db.IdentificationRules.OrderBy(r => r.Code).ToListAsync());
        Assert.Equal(["FIOKO-2020", "RON-2025"], rules.Select(r => r.Code));
        Assert.All(rules, r => Assert.Equal((30, 10, 2, 20), (r.SharePercent, r.MinParticipants, r.MinProcedures, r.RiskPercent)));
        Assert.All(rules, r => Assert.NotEmpty(r.Source));
        Assert.Equal(["RU", "MA"], rules[0].CountedSubjects);
        Assert.All(rules[0].CountedSubjects, code => Assert.True(app.Ask(db => db.Subjects.AnyAsync(s => s.Code == code)).Result));
    }
}
