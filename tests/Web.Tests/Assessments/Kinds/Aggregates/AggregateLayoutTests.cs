using Microsoft.EntityFrameworkCore;
using Stupeni.Documents;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Organisations;
using static Stupeni.Assessments.AggregateFile;

namespace Stupeni.Assessments.Kinds.Aggregates;

/// <summary>Each of the six reports and the flat tables, with what people's files do to them.</summary>
public sealed class AggregateLayoutTests : IAsyncLifetime
{
    private readonly App app = new();

    public async ValueTask InitializeAsync()
    {
        await app.Schools();
        await app.Save(new Region { Code = "45", Name = "Курганская область", TimeZone = "Asia/Yekaterinburg" });
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Marks_of_every_unit_are_kept_as_declared()
    {
        await app.Bring(Marks(["Вся выборка", "35 817", "1 432 765", "12,5", "40,3", "32,9", "14,3"], ["Курганская обл.", "412", "6120", "13,1", "41,2", "31,9", "13,8"], [North, "2", "28", "10.71", "39.29", "35.71", "14.29"], [Berezovka, "", "3", "33,33", "33,33", "0", "33,33"], [Anino, "1", "25", "8 %", "40 %", "40 %", "12 %"]));

        var rows = await Rows();
        Assert.Equal([(DeclaredLevel.Sample, 1_432_765, 35_817), (DeclaredLevel.Region, 6120, 412), (DeclaredLevel.Municipality, 28, 2), (DeclaredLevel.School, 3, (int?)null), (DeclaredLevel.School, 25, 1)], rows.Select(r => (r.Level, r.Participants!.Value, r.Schools)));
        Assert.All(rows, r => Assert.Equal((DeclaredReport.Marks, 2), (r.Report, r.Decimals)));
        Assert.Equal(["2=12.5", "3=40.3", "4=32.9", "5=14.3"], Said(rows[0]));
        Assert.Equal(["2=8", "3=40", "4=40", "5=12"], Said(rows[4]));
        Assert.Equal((SmallRegion.North.Id, null), (rows[2].Municipality!.Value, rows[2].Organisation));
        var procedure = await app.Ask(db => db.Procedures.AsNoTracking().SingleAsync());
        Assert.Equal((ProcedureKind.Vpr, "MA", 6, 2026), (procedure.Kind, procedure.Subject, procedure.Grade, procedure.Year.Ends));
    }

    [Fact]
    public async Task The_journal_stands_in_groups_under_each_unit()
    {
        await app.Bring(Journal([Berezovka], ["Понизили (Отметка < Отметка по журналу) %", "1", "4"], ["Подтвердили (Отметка = Отметка по журналу) %", "20", "80"], ["Повысили (Отметка > Отметка по журналу) %", "4", "16"], ["Всего", "25", "100"], [North], ["Понизили (Отметка < Отметка по журналу) %", "10", "10"], ["Подтвердили (Отметка = Отметка по журналу) %", "85", "85"], ["Повысили (Отметка > Отметка по журналу) %", "5", "5"], ["Всего*", "100", "100"]));

        var rows = await Rows();
        Assert.Equal([DeclaredLevel.Municipality, DeclaredLevel.School], rows.Select(r => r.Level));
        Assert.Equal(["lower=4 (1)", "same=80 (20)", "higher=16 (4)", "all= (25)"], Said(rows[1]));
        Assert.Equal(100, rows[0].Values.Single(v => v.Key == "all").Count);
    }

    [Fact]
    public async Task Scores_run_from_nought_to_the_most()
    {
        await app.Bring(Scores([North, "1", "3", "33,3", "0", "33,3", "0", "0", "0", "33,3"]));

        Assert.Equal(["0=33.3", "1=0", "2=33.3", "3=0", "4=0", "5=0", "6=33.3"], Said(Assert.Single(await Rows())));
    }

    [Fact]
    public async Task Tasks_have_their_maxima_from_the_row_of_maxima()
    {
        await app.Bring(Tasks(["Вся выборка", "35817", "1432765", "70,11", "60,02", "30"], [Berezovka, "1", "3", "50", "66,67", "33,33"]));

        var rows = await Rows();
        Assert.Equal(2, rows.Count);
        Assert.Equal([("1", 2.0), ("2", 1.0), ("3К1", 3.0)], rows[1].Values.Select(v => (v.Key, v.Max!.Value)));
        Assert.Equal(["1=50", "2=66.67", "3К1=33.33"], Said(rows[1]));
    }

    [Fact]
    public async Task Outcomes_have_a_column_for_each_unit()
    {
        await app.Bring(Outcomes(["", "Числа и вычисления"], ["1", "Оперировать понятием дроби", "2", "61,5", "63,2", "50", "64,02"], ["2", "Решать задачи на части", "1", "70", "X", "66,67", "71"], ["", "3К1. Строить модель", "3", "25", "24", "33,33", "28"]));

        var rows = await Rows();
        Assert.Equal([(DeclaredLevel.Sample, 1_234_567), (DeclaredLevel.Region, 6120), (DeclaredLevel.Municipality, 640), (DeclaredLevel.School, 3)], rows.Select(r => (r.Level, r.Participants!.Value)));
        Assert.Equal(["1=63.2", "3К1=24"], Said(rows[2]));
        Assert.Equal([("1", "Оперировать понятием дроби"), ("2", "Решать задачи на части"), ("3К1", "Строить модель")], rows[3].Values.Select(v => (v.Key, v.Name!)));
    }

    [Fact]
    public async Task Groups_stand_mark_by_mark_under_their_unit()
    {
        await app.Bring(Groups([Berezovka, "3", "50", "66,7", "33,3"], ["Ср.% вып. уч. гр.баллов 2", "1", "0", "0", "0"], ["Ср.% вып. уч. гр.баллов 3", "1", "50", "100", "0"], ["«5»", "1", "100", "100", "100"]));

        var row = Assert.Single(await Rows());
        Assert.Equal(3, row.Participants);
        Assert.Equal(["2= (1)", "2|1=0", "2|2=0", "2|3К1=0", "3= (1)", "3|1=50", "3|2=100", "3|3К1=0", "5= (1)", "5|1=100", "5|2=100", "5|3К1=100"], Said(row));
    }

    [Fact]
    public async Task A_flat_table_holds_several_subjects_grades_and_years()
    {
        await app.Bring(Flat(["2026", "6", "Математика", "Северный район", "edu450101", "Берёзовская школа", "25", "12", "36", "32", "20"], ["2025", "5", "Русский язык", "Южный р-н", "EDU450201", "", "40", "5", "45", "40", "10"], ["2026", "6", "Математика", "г. Северный район", "", "", "60", "10", "40", "40", "10"]));

        var rows = await app.Ask(db => db.DeclaredResults.AsNoTracking().Join(db.Procedures, d => d.Procedure, p => p.Id, (d, p) => new { d.Level, p.Subject, p.Grade, p.Year, d.Participants }).ToListAsync());
        Assert.Equal(["Municipality MA 6 2026 60", "School MA 6 2026 25", "School RU 5 2025 40"], rows.Select(r => $"{r.Level} {r.Subject} {r.Grade} {r.Year.Ends} {r.Participants}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Shares_of_one_are_per_cents()
    {
        await app.Bring(Marks([Berezovka, "1", "3", "0.3333", "0.3333", "0", "0.3334"]));

        var row = Assert.Single(await Rows());
        Assert.Equal(["2=33.33", "3=33.33", "4=0", "5=33.34"], Said(row));
        Assert.Equal(2, row.Decimals);
    }

    [Fact]
    public async Task A_workbook_and_a_text_with_semicolons_come_through_the_whole_import()
    {
        byte[] Book() => new Workbook([new("Статистика по отметкам", [.. Enumerable.Range(0, 7).Select(_ => new Column(""))], Lines().Select(r => (IReadOnlyList<Cell>)[.. r.Select(c => decimal.TryParse(c, out var n) ? (Cell)(double)n : c)])) { Merged = ["D3:G3"] }]).ToBytes();
        static IEnumerable<string[]> Lines() => [["Статистика по отметкам"], ["ВПР 2026 Математика 6 класс"], ["Группы участников", "Кол-во ОО", "Кол-во участников", "Отметки, %"], ["", "", "", "2", "3", "4", "5"], [Berezovka, "1", "25", "12", "36", "32", "20"]];
        var csv = System.Text.Encoding.UTF8.GetBytes("Год;Класс;Предмет;Муниципалитет;Логин;ОО;Кол-во участников;0;1;2;3;4;5;6\n2026;6;Математика;Северный район;edu450101;Берёзовская школа;25;4,0;8,0;12,0;24,0;20,0;16,0;16,0\n");

        var done = await app.Import("отметки.xlsx", Book());
        var scores = await app.Import("баллы.csv", csv);

        Assert.Equal(["vpr-aggregate", "vpr-aggregate"], new[] { done, scores }.Select(d => d.Files[0].File.Kind));
        Assert.Equal("ВПР 2026, Математика, 6 класс: статистика по отметкам", done.Files[0].Check!.Title, ignoreCase: true);
        Assert.Equal(["2=12", "3=36", "4=32", "5=20"], Said((await Rows()).Single(r => r.Report == DeclaredReport.Marks)));
        Assert.Equal(("баллы.csv", 1), (await Rows()).Where(r => r.Report == DeclaredReport.Scores).Select(r => (r.File, r.Decimals)).Single());
    }

    [Fact]
    public async Task The_template_is_taken_for_what_it_is_and_its_examples_read()
    {
        using var browser = await app.SignedIn("RegionalCoordinator");
        var answer = await browser.Get("/imports/templates/vpr-aggregate.xlsx");
        using var content = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var grid = Spreadsheet.Read(content, "шаблон.xlsx", Limits.Default, PersonalColumns.None, TestContext.Current.CancellationToken);

        Assert.Equal(["Статистика по отметкам", "Сравнение отметок с журналом", "Распределение первичных баллов", "Выполнение заданий", "Планируемые результаты", "Группы участников", "Пример"], grid.Sheets.Select(s => s.Name));
        var example = grid.Sheets.Single(s => s.Name == "Пример").Rows.Select(r => r.Cells.ToArray()).ToList();
        foreach (var name in grid.Sheets.Select(s => s.Name).SkipLast(1))
        {
            var at = example.FindIndex(r => r is [var only] && only == name);
            var filled = new Grid("ВПР 2026 математика 6 класс.xlsx", Container.Xlsx, [GridSheet.Of(name, example.Skip(at + 1).TakeWhile(r => r.Length > 1))], []);
            var check = await app.Check(filled);
            Assert.True(check.Plan is not null, $"{name}: {string.Join("; ", check.Findings.Select(f => f.Message.Say()))}");
        }
    }

    /// <summary>From the country down.</summary>
    private async Task<List<DeclaredResult>> Rows() => [.. (await app.Ask(db => db.DeclaredResults.AsNoTracking().ToListAsync())).OrderBy(d => d.Level).ThenBy(d => d.Participants)];

    private static IEnumerable<string> Said(DeclaredResult row) => row.Values.Select(v => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{v.Key}={v.Percent:0.##}{(v.Count is { } count ? $" ({count})" : "")}"));
}
