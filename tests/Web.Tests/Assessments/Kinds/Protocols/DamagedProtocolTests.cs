using Stupeni.Imports;

namespace Stupeni.Assessments.Kinds.Protocols;

public sealed class DamagedProtocolTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private const int Short = 12, Long = 13, Primary = 14, Mark = 15;

    public async ValueTask InitializeAsync() => await app.Schools();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(2, Short, "+++++++++++++++-----", 3, "M")]
    [InlineData(2, Short, "++?", 3, "M")]
    [InlineData(3, Long, "1(2)0(2)0(2)0(2)0(2)", 4, "N")]
    [InlineData(3, Long, "1(2)0(2)0(2)0(2)0(2)0(3)", 4, "N")]
    [InlineData(3, Long, "3(2)0(2)0(2)0(2)0(2)0(2)", 4, "N")]
    [InlineData(4, Mark, "6", 5, "P")]
    [InlineData(4, Mark, "1", 5, "P")]
    [InlineData(4, Primary, "-3", 5, "O")]
    [InlineData(2, 1, "459999", 3, "B")]
    [InlineData(2, 1, "", 3, "B")]
    [InlineData(2, 2, "8А", 3, "C")]
    public async Task A_wrong_cell_is_told_by_its_place_and_how_to_mend_it(int row, int column, string value, int toldRow, string letter)
    {
        var file = ProtocolFile.Oge();
        file.Rows[row][column] = value;

        var check = await app.Check(file.Grid());

        var error = Assert.Single(check.Findings, f => f.Kind == FindingKind.Error);
        Assert.Equal((toldRow, letter, value), (error.Row, error.Letter, error.Value));
        Assert.NotNull(error.Mend);
        Assert.Null(check.Plan);
    }

    [Theory]
    [InlineData("77 - Квиддич 2026.06.02", "Неизвестный предмет «{0}».")]
    [InlineData("02 - Математика", "Нет даты экзамена или такой даты не бывает.")]
    [InlineData("02 - Математика 2026.13.02", "Нет даты экзамена или такой даты не бывает.")]
    [InlineData("Протокол проверки", "Не сказано, какой это экзамен.")]
    public async Task A_line_that_does_not_name_the_exam_is_told(string title, string told)
    {
        var file = ProtocolFile.Oge();
        file.Rows[0] = [title];

        var check = await app.Check(file.Grid());

        Assert.Equal(told, Assert.Single(check.Findings, f => f.Message.Text == told).Message.Text);
        Assert.Null(check.Plan);
    }

    [Fact]
    public async Task The_code_of_a_municipality_is_not_taken_for_a_school()
    {
        var file = ProtocolFile.Oge();
        file.Rows[1] = [.. ProtocolFile.OgeHeader.Select(h => h == "Код ОО" ? "Код ООП" : h)];

        var check = await app.Check(file.Grid());

        Assert.Contains(check.Findings, f => f is { Kind: FindingKind.Error, Row: 2, Letter: "F" });
        Assert.Null(check.Plan);
    }

    [Fact]
    public async Task A_participant_who_stands_twice_is_told_without_the_code()
    {
        var file = ProtocolFile.Ege();
        file.Rows.Add(ProtocolFile.EgeRow(1, 450101.0, "11А", "Иванова", "++-2+", "1(1)2(3)", 8, 40));

        var check = await app.Check(file.Grid());

        var error = Assert.Single(check.Findings, f => f.Kind == FindingKind.Error);
        Assert.Equal((6, "K", "1"), (error.Row, error.Letter, error.Value));
    }

    [Fact]
    public async Task A_primary_score_that_is_not_the_sum_is_a_warning_also_where_the_test_score_judges()
    {
        var (ege, oge) = (ProtocolFile.Ege(), ProtocolFile.Oge());
        ege.Rows[2][14] = 9.0;
        oge.Rows[2][Primary] = 17.0;

        foreach (var (file, letter) in new[] { (ege, "O"), (oge, "O") })
        {
            var check = await app.Check(file.Grid());
            var warning = Assert.Single(check.Findings);
            Assert.Equal((FindingKind.Warning, 3, letter), (warning.Kind, warning.Row, warning.Letter));
            Assert.NotNull(check.Plan);
        }
    }

    [Fact]
    public async Task A_code_that_belongs_to_another_subject_is_a_warning_and_the_name_holds()
    {
        var file = ProtocolFile.Oge();
        file.Rows[0] = ["12 - Математика 2026.06.02"];

        var check = await app.Check(file.Grid());

        Assert.Equal(FindingKind.Warning, Assert.Single(check.Findings).Kind);
        Assert.Equal("MA", Assert.IsType<ResultsPlan>(check.Plan).Procedures[0].Key.Subject);
    }

    [Theory]
    [InlineData("Неявка")]
    [InlineData("Удалён с экзамена")]
    [InlineData("Результат аннулирован")]
    public async Task Who_was_not_there_or_whose_work_does_not_count_is_no_participant(string status)
    {
        var file = ProtocolFile.Oge();
        file.Rows[4][Primary] = status;

        var check = await app.Check(file.Grid());

        Assert.Empty(check.Findings);
        Assert.Equal(2, check.Rows);
    }

    [Fact]
    public async Task A_row_whose_cells_are_shifted_is_told_and_nothing_of_it_is_kept()
    {
        var file = ProtocolFile.Oge();
        file.Rows[3] = [.. file.Rows[3][..7], "", .. file.Rows[3][7..]];
        file.Rows[4] = [.. file.Rows[4][..6], .. file.Rows[4][7..]];

        var grid = file.Grid();
        var check = await app.Check(grid);

        Assert.Equal([4, 5], check.Findings.Where(f => f.Kind == FindingKind.Error).Select(f => f.Row!.Value));
        Assert.All(grid.Sheets[0].Rows.Skip(3), r => Assert.Equal(1, r.Count));
    }
}
