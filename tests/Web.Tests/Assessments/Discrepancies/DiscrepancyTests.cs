using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Stupeni.Assessments.AggregateFile;

namespace Stupeni.Assessments.Discrepancies;

/// <summary>What is counted against what is declared. The sheets: totals 6, 2, 0; marks 5, 3, 2; marks of the journal the same; tasks 3 of 6, 2 of 3, 3 of 9 points.</summary>
public sealed class DiscrepancyTests : IAsyncLifetime
{
    private readonly App app = new();

    public async ValueTask InitializeAsync() => await app.Schools();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_rounding_explains_is_no_discrepancy()
    {
        await app.Bring(F1File.Good().Grid());
        await app.Bring(Marks([Berezovka, "1", "3", "33,33", "33,33", "0", "33,33"]));
        await app.Bring(Scores([Berezovka, "1", "3", "33,3", "0", "33,3", "0", "0", "0", "33,3"]));
        await app.Bring(Tasks([Berezovka, "1", "3", "50", "67", "33"]));
        await app.Bring(Journal([Berezovka], ["Понизили", "0", "0"], ["Подтвердили", "3", "100"], ["Повысили", "0", "0"], ["Всего", "3", "100"]));
        await app.Bring(Groups([Berezovka, "3", "50", "66,7", "33,3"], ["2", "1", "0", "0", "0"], ["3", "1", "50", "100", "0"], ["5", "1", "100", "100", "100"]));
        await app.Bring(Outcomes(["1", "Дроби", "2", "61,5", "63,2", "50", "64"], ["2", "Части", "1", "70", "68", "66,7", "71"], ["3К1", "Модель", "3", "25", "24", "33,3", "28"]));

        Assert.Empty(await Found());
    }

    [Fact]
    public async Task Every_report_that_says_something_else_is_found_with_both_values()
    {
        await app.Bring(F1File.Good().Grid());
        await app.Bring(Marks([Berezovka, "1", "4", "25", "50", "0", "25"]));
        await app.Bring(Scores([Berezovka, "1", "3", "33,3", "33,4", "0", "0", "0", "0", "33,3"]));
        await app.Bring(Tasks([Berezovka, "1", "3", "50,1", "66,7", "33,3"]));
        await app.Bring(Journal([Berezovka], ["Понизили", "1", "33,3"], ["Подтвердили", "2", "66,7"], ["Повысили", "0", "0"], ["Всего", "3", "100"]));
        await app.Bring(Groups([Berezovka, "3", "50", "66,7", "33,3"], ["2", "1", "0", "0", "0"], ["3", "2", "50", "100", "10"]));
        await app.Bring(Outcomes(["1", "Дроби", "2", "61,5", "63,2", "50", "64"], ["2", "Части", "1", "70", "68", "60", "71"]));

        var found = (await Found()).ToDictionary(d => d.Report);

        Assert.Equal(Enum.GetValues<DeclaredReport>().Order(), found.Keys.Order());
        Assert.Equal([("sheets", 3.0), ("report", 4.0)], found[DeclaredReport.Participants].Sources.Where(s => s.Kind is SourceKind.Sheets or SourceKind.Report && s.Values[""].Number != 3 || s.Kind == SourceKind.Sheets).Select(s => (s.Key.Split(':')[0], s.Values[""].Number)));
        Assert.Equal(["2", "3", "5"], found[DeclaredReport.Marks].Keys.Order());
        Assert.Equal(["1", "2"], found[DeclaredReport.Scores].Keys.Order());
        Assert.Equal(["1"], found[DeclaredReport.Tasks].Keys);
        Assert.Equal(["lower", "same"], found[DeclaredReport.Journal].Keys.Order());
        Assert.Equal(["3", "3|3К1"], found[DeclaredReport.Groups].Keys.Order());
        Assert.Equal(["2"], found[DeclaredReport.Outcomes].Keys);
        var tasks = found[DeclaredReport.Tasks].Sources;
        Assert.Equal((50.0, 50.1), (tasks[0].Values["1"].Number, tasks[1].Values["1"].Number));
        Assert.Equal((1, 4), (tasks[0].Imports.Single().Number, tasks[1].Imports.Single().Number));
        Assert.Equal("Выполнение заданий.xlsx", tasks[1].File);
    }

    [Fact]
    public async Task The_number_above_the_rows_of_F1_is_compared_for_its_classes_until_a_later_file_says_another()
    {
        await app.Bring(F1File.Good().Grid() with { Sheets = [(F1File.Good() with { School = "Берёзовская школа (edu450101) | Северный район | Кол-во участников: 5" }).Sheet()] });
        var said = Assert.Single(await Found());
        Assert.Equal((DeclaredReport.Participants, 3.0, 5.0, SourceKind.Form), (said.Report, said.Sources[0].Values[""].Number, said.Sources[1].Values[""].Number, said.Sources[1].Kind));

        var corrected = await app.Bring((F1File.Good() with { School = "Берёзовская школа (edu450101) | Северный район | Кол-во участников: 4", Rows = [.. F1File.Good().Rows, F1File.Row("60004", "6Б", "5", "2", "1", "2")] }).Grid());
        Assert.Empty(await Found());

        await app.Undo(corrected);
        Assert.Equal(5, Assert.Single(await Found()).Sources[1].Values[""].Number);
    }

    [Fact]
    public async Task Two_files_of_one_figure_disagree_without_any_sheets()
    {
        await app.Bring(Marks(["Вся выборка", "35817", "1432765", "12,5", "40,3", "32,9", "14,3"], [Berezovka, "1", "25", "12", "36", "32", "20"]));
        await app.Bring(Marks(["Вся выборка", "35817", "1432765", "12,5", "40,3", "32,9", "14,3"], [Berezovka, "1", "25", "8", "40", "32", "20"]));

        var found = Assert.Single(await Found());

        Assert.Equal((DeclaredLevel.School, DeclaredReport.Marks), (found.Unit.Level, found.Report));
        Assert.Equal([2, 1], found.Sources.Select(s => s.Imports.Single().Number));
        Assert.Equal(["2", "3"], found.Keys);
    }

    [Fact]
    public async Task Rows_of_schools_add_up_with_weights_to_the_row_of_their_municipality()
    {
        // (25·12 + 75·4) ÷ 100 = 6; the mean of per cents, 8, must not be taken for it.
        await app.Bring(Marks([North, "2", "100", "6", "40", "40", "14"], [Berezovka, "1", "25", "12", "40", "28", "20"], [Anino, "1", "75", "4", "40", "44", "12"]));
        Assert.Empty(await Found());

        await app.Bring(Marks([North, "2", "101", "8", "40", "38", "14"], [Berezovka, "1", "25", "12", "40", "28", "20"], [Anino, "1", "75", "4", "40", "44", "12"]));
        var found = (await Found()).ToDictionary(d => d.Report);

        Assert.Equal([DeclaredReport.Participants, DeclaredReport.Marks], found.Keys.Order());
        Assert.Contains(found[DeclaredReport.Participants].Sources, s => s.Kind == SourceKind.Rows && s.Values[""].Number == 100);
        Assert.Contains(found[DeclaredReport.Marks].Sources, s => s.Kind == SourceKind.Rows && Math.Abs(s.Values["2"].Number - 6) < 1e-9);
    }

    [Fact]
    public async Task A_municipality_is_compared_only_when_the_sheets_are_of_all_its_schools()
    {
        await app.Bring(F1File.Good().Grid());
        await app.Bring(Marks([North, "2", "28", "10", "40", "40", "10"]));
        Assert.Empty(await Found());

        await app.Bring(Marks([North, "1", "3", "10", "40", "40", "10"]));
        Assert.Contains(await Found(), d => d is { Unit.Level: DeclaredLevel.Municipality, Report: DeclaredReport.Marks } && d.Sources[0].Kind == SourceKind.Sheets);
    }

    [Fact]
    public async Task Marks_that_the_scale_does_not_give_are_found_unless_it_has_a_second_condition()
    {
        await app.Bring(F1File.Good().Grid());
        Task<MarkScale> Scale(string? condition) => app.Save(MarkScale.Own(new(ProcedureKind.Vpr, "MA", 6, MathLevel.None, new(2026), ""), 1, 2, 5, 6, condition, "приказ области", "2026", RuleOrigin.Regional));

        var plain = await Scale(null);
        var found = Assert.Single(await Found());
        Assert.Equal((DeclaredReport.Marks, SourceKind.Scale), (found.Report, found.Sources[1].Kind));
        Assert.Equal(["3", "4"], found.Keys.Order());
        await app.Do(db => db.MarkScales.Where(s => s.Id == plain.Id).ExecuteDeleteAsync());
        Assert.Empty(await Found());
        await Scale("не менее 2 баллов за задание 3К1");
        Assert.Empty(await Found());
    }

    private async Task<IReadOnlyList<Discrepancy>> Found()
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<FindDiscrepancies>().All(TestContext.Current.CancellationToken);
    }
}
