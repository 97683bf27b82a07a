using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Context;

public sealed class PassportFileTests
{
    [Fact]
    public async Task A_municipalitys_table_is_known_by_its_words_and_read_as_counts_with_their_base()
    {
        await using var app = new App();
        var schools = await app.Schools();

        var import = await app.Bring(Passport.Grid("паспорта.xlsx", Passport.OfMunicipality));

        // «-» under «не родной» and the empty cell say nothing, 0 says none; the share and the total row are not read.
        Assert.Equal(["Pupils 412", "Incomplete 103/412", "ManyChildren 64/412", "LowIncome 70/412", "HigherEducation 99/412", "Unemployed 12/412", "SchoolRegister 4/412", "PoliceRegister 2/412", "CommissionRegister 0/412", "LimitedHealth 15/412", "Disabled 4/412", "Guardianship 9/412"],
            await app.Held(schools["450101"], 2026));
        Assert.DoesNotContain(await app.Held(schools["450102"], 2026), f => f.StartsWith("LowIncome", StringComparison.Ordinal));
        Assert.Contains("Disabled 0/88", await app.Held(schools["450102"], 2026));
        Assert.True((await app.Check(Passport.Grid("паспорта.xlsx", Passport.OfMunicipality))).Unchanged);

        await app.Undo(import);
        Assert.Empty(await app.Held(schools["450101"], 2026));
    }

    [Fact]
    public async Task An_upright_paper_gives_a_row_per_year_and_families_are_counted_of_families()
    {
        await using var app = new App();
        var schools = await app.Schools();

        await app.Bring(Passport.Grid("паспорт школы.xlsx", Passport.OfSchool));

        Assert.Equal(["Pupils 200", "Families 150", "Incomplete 30/150", "ManyChildren 20/150", "Registered 3/200"], await app.Held(schools["450201"], 2025));
        Assert.Equal(["Pupils 210", "Families 160", "Incomplete 40/160", "ManyChildren 22/160", "Registered 2/210", "Disabled 1/210"], await app.Held(schools["450201"], 2026));
    }

    [Fact]
    public async Task The_template_is_read_back_whole()
    {
        await using var app = new App();
        var schools = await app.Schools();
        using var browser = await app.SignedIn("RegionalCoordinator");
        var book = Imports.Reading.Spreadsheet.Read(await browser.Http.GetByteArrayAsync("/imports/templates/social-passport.xlsx", TestContext.Current.CancellationToken), "паспорт.xlsx", Imports.Reading.Limits.Default, Imports.Reading.PersonalColumns.None, TestContext.Current.CancellationToken);
        var example = book.Sheets.Single(s => s.Name == "Пример");

        await app.Bring(Passport.Grid("паспорт.xlsx", example.Rows.Skip(1).Select(r => r.Cells.ToArray())));

        Assert.Equal(ShippedIndicators.All.Count, (await app.Held(schools["450101"], 2026)).Count);
    }

    [Fact]
    public async Task A_later_file_replaces_what_it_says_keeps_what_it_does_not_say_and_is_undone()
    {
        await using var app = new App();
        var schools = await app.Schools();
        var first = await app.Bring(Passport.Grid("паспорта.xlsx", Passport.OfMunicipality));
        var later = await app.Bring(Passport.Grid("уточнение.xlsx", [["Код ОО", "Год", "Всего обучающихся", "Неполные семьи, детей", "Малоимущие, чел.", "Дети-инвалиды"], ["450101", "2025/26", "412", "101", "", "4"]]));

        Assert.Contains("Incomplete 101/412", await app.Held(schools["450101"], 2026));
        Assert.Contains("LowIncome 70/412", await app.Held(schools["450101"], 2026));
        await Assert.ThrowsAsync<RuleBroken>(() => app.Undo(first));
        await app.Undo(later);
        Assert.Contains("Incomplete 103/412", await app.Held(schools["450101"], 2026));
        await app.Undo(first);
        Assert.Equal(0, await app.Ask(db => db.ContextFigures.CountAsync()));
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once_with_its_cell()
    {
        await using var app = new App();
        await app.Schools();
        string[] header = ["Код ОО", "Год", "Всего обучающихся", "Дети из неполных семей", "Дети с ОВЗ", "Дети-инвалиды"];

        var check = await app.Check(Passport.Grid("паспорт.xlsx", [header, ["450101", "2026", "100", "120", "5", "1"], ["999999", "2026", "50", "1", "1", "1"], ["450102", "2026", "50", "12%", "-1", "много"], ["450201", "", "50", "1", "1", "1"]]));

        Assert.Null(check.Plan);
        Assert.Equal([(2, "D", "«Дети из неполных семей»: 120 больше, чем всего (100)."), (3, "A", OrganisationIndex.UnknownCode), (4, "D", "«12%» — не число обучающихся или семей."), (4, "E", "«-1» — не число обучающихся или семей."), (4, "F", "«много» — не число обучающихся или семей."), (5, "B", "Не сказано, какой это учебный год.")],
            check.Findings.Where(f => f.Kind == FindingKind.Error).Select(f => (f.Row ?? 0, f.Letter, f.Message.Say())));
    }

    [Fact]
    public async Task A_jump_against_the_year_before_no_pupils_and_families_without_their_number_are_warned_of()
    {
        await using var app = new App();
        await app.Schools();
        string[] header = ["Код ОО", "Год", "Всего обучающихся", "Дети из неполных семей", "Дети-инвалиды", "Безработные родители"];
        await app.Bring(Passport.Grid("прошлый.xlsx", [header, ["450101", "2025", "100", "20", "1", "2"]]));

        var jump = await app.Check(Passport.Grid("новый.xlsx", [header, ["450101", "2026", "140", "63", "1", "2"]]));
        var none = await app.Check(Passport.Grid("новый.xlsx", [header, ["450102", "2026", "0", "0", "0", "0"]]));
        var families = await app.Check(Passport.Grid("семьи.xlsx", [["Код ОО", "Год", "Всего обучающихся", "Неполные семьи", "Дети-инвалиды", "Дети с ОВЗ"], ["450102", "2026", "90", "10", "1", "2"]]));

        Assert.Equal([("C", "Обучающихся было 100, стало 140."), ("D", "Доля изменилась за год с 20,0\u00a0% до 45,0\u00a0%.")], jump.Findings.Select(f => (f.Letter, f.Message.Say())));
        Assert.Contains("обучающихся 0", Assert.Single(none.Findings).Message.Say(), StringComparison.Ordinal);
        Assert.Contains("посчитаны семьи", Assert.Single(families.Findings).Message.Say(), StringComparison.Ordinal);
        Assert.All([jump, none, families], c => Assert.NotNull(c.Plan));
    }

    [Fact]
    public async Task A_school_brings_its_own_passport_and_nobody_elses()
    {
        await using var app = new App();
        var school = (await app.Schools())["450102"];
        var viewer = new Viewer(null, "Технический специалист", "", [new("SchoolTeamTechnician", "Технический специалист", ScopeKind.Organisation, school.Id.Value, [Permission.ImportFiles])]);

        var check = await app.Check(Passport.Grid("паспорта.xlsx", Passport.OfMunicipality), viewer: viewer);

        Assert.Equal([(5, OrganisationIndex.UnknownCode)], check.Findings.Where(f => f.Kind == FindingKind.Error).Select(f => (f.Row ?? 0, f.Message.Say())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Код ОО;Всего обучающихся;Из неполных семей\n")]
    [InlineData("Неполные семьи;Многодетные;Инвалиды\n1;2;3\n")]
    [InlineData("Социальный паспорт\nНеполные семьи;5\nМногодетные семьи;7\nИнвалиды;1\n")]
    public async Task A_damaged_passport_is_refused_with_a_reason(string text)
    {
        await using var app = new App();
        await app.Schools();
        using var browser = await app.SignedIn("RegionalCoordinator");

        var import = await browser.Upload(("социальный паспорт 2026.csv", System.Text.Encoding.UTF8.GetBytes(text)));
        await browser.Open(import);

        Assert.NotEqual(FileState.Ready, await app.Ask(db => db.ImportFiles.Select(f => f.State).SingleAsync()));
        Assert.True(await app.Ask(db => db.ImportFindings.AnyAsync(f => f.Kind == FindingKind.Error)));
        Assert.Equal(0, await app.Ask(db => db.ContextFigures.CountAsync()));
    }
}
