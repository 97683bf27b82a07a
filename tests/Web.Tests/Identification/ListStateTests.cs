using Stupeni.Accounts;

namespace Stupeni.Identification;

/// <summary>What other areas ask of this one.</summary>
public sealed class ListStateTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_school_asks_how_it_stands_and_a_coordinator_what_waits()
    {
        var region = await Region.Of(app);
        var (school, other) = (await region.School("010001", "Своя"), await region.School("020001", "Чужая", region.South));
        Assert.Null(await app.Ask(db => db.ListState(Viewer.Program, school.Id)));
        Assert.Null(await app.Ask(db => db.LatestList(Viewer.Program)));
        await region.Oge(school, 2026, 9, 24);
        await region.Vpr(school, 2026, 8, 22);
        await region.Oge(other, 2026, 3, 9);
        await region.Run();

        var head = new Viewer(null, "Директор", "", [new("SchoolHead", "", ScopeKind.Organisation, school.Id.Value, [Permission.SeeLists])]);
        var state = await app.Ask(db => db.ListState(head, school.Id));
        Assert.Equal((SchoolState.Listed, true, true), (state!.State, state.InList, state.IsDraft));
        Assert.Equal("ОГЭ 2026, математика, 9 класс: 9 из 24 ниже порога — 37,5\u00a0%, порог 30\u00a0%", state.Reasons[0]);
        Assert.Null(await app.Ask(db => db.ListState(head, other.Id)));

        Assert.Equal(2, (await app.Ask(db => db.LatestList(Viewer.Program)))!.Undecided);
        Assert.Equal((1, 0), await app.Ask(async db => await db.LatestList(head) is { } own ? (own.Undecided, own.Insufficient) : default));
    }
}
