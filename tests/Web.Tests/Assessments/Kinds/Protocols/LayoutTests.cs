using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Protocols;

/// <summary>Every layout in every container, with what must come out of it.</summary>
public sealed class LayoutTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await app.Schools();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(".xlsx")]
    [InlineData(".xls")]
    [InlineData(".csv")]
    public Task The_full_layout_of_EGE_is_read(string extension) => AssertEge(ProtocolFile.Ege(), extension);

    [Theory]
    [InlineData(".xlsx")]
    [InlineData(".xls")]
    public Task The_sparse_layout_of_EGE_is_read(string extension) => AssertEge(ProtocolFile.EgeSparse(), extension);

    [Theory]
    [InlineData(".xlsx")]
    [InlineData(".xls")]
    [InlineData(".csv")]
    public Task The_full_layout_of_OGE_is_read(string extension) => AssertOge(ProtocolFile.Oge(), extension);

    [Theory]
    [InlineData(".xlsx")]
    [InlineData(".xls")]
    [InlineData(".csv")]
    public Task The_sparse_layout_of_OGE_is_read(string extension) => AssertOge(ProtocolFile.OgeSparse(), extension);

    [Theory]
    [InlineData(".xlsx")]
    [InlineData(".xls")]
    [InlineData(".csv")]
    public Task The_English_layout_of_OGE_is_read_and_the_name_of_the_file_says_which_exam(string extension) => AssertOge(ProtocolFile.OgeEnglish(), extension);

    [Theory]
    [InlineData(".xlsx")]
    [InlineData(".xls")]
    public async Task The_layout_of_appeals_is_read_with_the_scores_that_hold_now(string extension)
    {
        var check = await app.Check(ProtocolFile.OgeAppeal().Grid(extension));

        Assert.Empty(check.Findings);
        Assert.Equal("ОГЭ 2026, математика, 9 класс; ОГЭ 2026, русский язык, 9 класс", check.Title);
        var plan = Assert.IsType<ResultsPlan>(check.Plan);
        Assert.All(plan.Procedures, p => Assert.Empty(p.Tasks));
        var maths = SheetScores.Unpack(Assert.Single(plan.Procedures[0].Sheets).Scores);
        Assert.Equal([8.0, 11, 16], maths.Totals);
        Assert.Equal([2, 3, 4], maths.Marks);
        Assert.Equal("450102", Assert.Single(plan.Procedures[1].Sheets).School.Code);
    }

    [Fact]
    public async Task Several_exams_follow_in_one_sheet_with_headers_of_their_own_or_the_last_one()
    {
        var file = ProtocolFile.Ege();
        var oge = ProtocolFile.Oge();
        file.Rows.Add(["02 - Математика профильная 2025.06.02"]);
        file.Rows.Add(ProtocolFile.EgeRow(1, 450201.0, "11", "Иванова", "+-+", "", 2, 30));
        file.Rows.AddRange(oge.Rows);

        var check = await app.Check(file.Grid());

        Assert.DoesNotContain(check.Findings, f => f.Kind == FindingKind.Error);
        Assert.Equal(["ЕГЭ 2025, русский язык", "ЕГЭ 2025, математика, профильный уровень", "ОГЭ 2026, математика, 9 класс"], Assert.IsType<ResultsPlan>(check.Plan).Procedures.Select(p => p.Name));
        Assert.Equal(6, check.Rows);
    }

    [Fact]
    public async Task Base_and_profile_mathematics_are_apart_and_base_is_judged_by_its_mark()
    {
        var file = ProtocolFile.Ege();
        file.Rows.Clear();
        file.Rows.AddRange([["22 - Математика базовая 2025.05.27"], ProtocolFile.EgeHeader, ProtocolFile.EgeRow(1, "450101", "11А", "Иванова", "+-+", "", 2, 2), ProtocolFile.EgeRow(2, "450101", "11А", "Петров", "+++", "", 3, 3)]);
        file.Rows.AddRange([["02 - Математика 2025.05.27"], ProtocolFile.EgeHeader, ProtocolFile.EgeRow(1, "450101", "11А", "Ли", "+-+", "", 2, 26), ProtocolFile.EgeRow(2, "450101", "11А", "Ким", "+++", "", 3, 27)]);

        var plan = Assert.IsType<ResultsPlan>((await app.Check(file.Grid())).Plan);

        Assert.Equal([MathLevel.Base, MathLevel.Profile], plan.Procedures.Select(p => p.Key.Level));
        var (basic, profile) = (plan.Procedures[0].Sheets[0], plan.Procedures[1].Sheets[0]);
        Assert.Equal((2, 2, 1, 1, 1), (basic.Sums.Participants, basic.Sums.Judged, basic.Sums.Below, basic.Sums.Marks2, basic.Sums.Marks3));
        Assert.Equal([2.0, 3], SheetScores.Unpack(basic.Scores).Totals);
        Assert.Equal((2, 2, 1, 0), (profile.Sums.Participants, profile.Sums.Judged, profile.Sums.Below, profile.Sums.Marks2));
        Assert.Equal([26.0, 27], SheetScores.Unpack(profile.Scores).Totals);
    }

    [Theory]
    [InlineData("51 - Русский язык 2026.05.28", "RU", "9А", 9)]
    [InlineData("52 - Математика 2026.06.02", "MA", "9А", 9)]
    [InlineData("52 - Математика 2026.06.02", "MA", "11", 11)]
    public async Task Codes_51_and_52_are_the_final_exam_of_another_kind(string title, string subject, string className, int grade)
    {
        var file = new ProtocolFile("Протокол.xlsx", [[title], ProtocolFile.OgeHeader, ProtocolFile.OgeRow(1, 450101.0, className, "Иванова", "+-", "", 1, 2), ProtocolFile.OgeRow(2, 450101.0, className, "Петров", "++", "", 2, 3)]);

        var procedure = Assert.Single(Assert.IsType<ResultsPlan>((await app.Check(file.Grid())).Plan).Procedures);

        Assert.Equal(new(ProcedureKind.Gve, subject, grade, MathLevel.None, new SchoolYear(2026), ""), procedure.Key);
        Assert.Equal((2, 1), (procedure.Sheets[0].Sums.Judged, procedure.Sheets[0].Sums.Below));
    }

    [Fact]
    public async Task Without_marks_the_scale_judges_OGE_with_its_condition_on_geometry()
    {
        var file = ProtocolFile.Oge();
        foreach (var row in file.Rows.Skip(2)) row[15] = "";

        var sums = Assert.Single(Assert.IsType<ResultsPlan>((await app.Check(file.Grid())).Plan).Procedures).Sheets[0].Sums;

        // 11 points with two of geometry pass, 16 with one do not, and 8 would even without them.
        Assert.Equal((3, 3, 2, 0), (sums.Participants, sums.Judged, sums.Below, sums.Marks2));
    }

    [Theory]
    [InlineData("01 - Русский язык 2026.04.03", 2026, "досрочный период")]
    [InlineData("01 - Русский язык 2026.09.04", 2026, "дополнительный период")]
    [InlineData("09 - Английский язык (устная часть) 2026.06.15", 2026, "устная часть")]
    public async Task Periods_and_oral_parts_are_procedures_of_their_own(string title, int year, string session)
    {
        var file = ProtocolFile.Ege();
        file.Rows[0] = [title];

        var key = Assert.IsType<ResultsPlan>((await app.Check(file.Grid())).Plan).Procedures[0].Key;

        Assert.Equal((new SchoolYear(year), session), (key.Year, key.Session));
    }

    private async Task AssertEge(ProtocolFile file, string extension)
    {
        var check = await app.Check(file.Grid(extension));

        Assert.Empty(check.Findings);
        Assert.Equal(("ЕГЭ 2025, русский язык", 2), (check.Title, check.Rows));
        var procedure = Assert.Single(Assert.IsType<ResultsPlan>(check.Plan).Procedures);
        Assert.Equal(new(ProcedureKind.Ege, "RU", 11, MathLevel.None, new SchoolYear(2025), ""), procedure.Key);
        Assert.Equal([("1", 1.0), ("2", 1), ("3", 1), ("4", 2), ("5", 1), ("6", 1), ("7", 3)], procedure.Tasks.Select(t => (t.Code, t.Max)));
        var sheet = Assert.Single(procedure.Sheets);
        Assert.Equal(("450101", "11А"), (sheet.School.Code, sheet.Class));
        Assert.Equal((2, 2, 1, 60.0), (sheet.Sums.Participants, sheet.Sums.Judged, sheet.Sums.Below, sheet.Sums.ScoreSum));
        var scores = SheetScores.Unpack(sheet.Scores);
        Assert.Equal(["1", "2"], scores.Codes);
        Assert.Equal([20.0, 40], scores.Totals);
        Assert.Equal([1.0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 2, 1, 1, 2], scores.Scores);
    }

    private async Task AssertOge(ProtocolFile file, string extension)
    {
        var check = await app.Check(file.Grid(extension));

        Assert.Empty(check.Findings);
        var procedure = Assert.Single(Assert.IsType<ResultsPlan>(check.Plan).Procedures);
        Assert.Equal(new(ProcedureKind.Oge, "MA", 9, MathLevel.None, new SchoolYear(2026), ""), procedure.Key);
        Assert.Equal([.. Enumerable.Repeat(1.0, 19), .. Enumerable.Repeat(2.0, 6)], procedure.Tasks.Select(t => t.Max));
        var sheet = Assert.Single(procedure.Sheets);
        Assert.Equal(("450101", "9А", 3, 1), (sheet.School.Code, sheet.Class, sheet.Sums.Judged, sheet.Sums.Below));
        var scores = SheetScores.Unpack(sheet.Scores);
        Assert.Equal([8.0, 11, 16], scores.Totals);
        Assert.Equal([2, 3, 4], scores.Marks);
        Assert.Equal((1.0, 0.0, 1.0), (scores[2, 14], scores[2, 15], scores[2, 19]));
    }
}
