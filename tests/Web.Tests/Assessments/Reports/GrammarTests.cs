using Stupeni.Assessments.Results;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>Sentences agree with the numbers in them, and say why where there are none.</summary>
public sealed class GrammarTests
{
    [Theory]
    [InlineData(1, "задания")]
    [InlineData(2, "заданий")]
    [InlineData(5, "заданий")]
    [InlineData(11, "заданий")]
    [InlineData(21, "задания")]
    public void Tasks(int count, string word) =>
        Assert.StartsWith($"В {count} из {count} {word} базового уровня выполнение ниже 60 %", Texts(TasksReport.Of(Scope(count), Paper(count, _ => ""))), StringComparison.Ordinal);

    [Theory]
    [InlineData(1, "умения")]
    [InlineData(2, "умений")]
    [InlineData(5, "умений")]
    [InlineData(11, "умений")]
    [InlineData(21, "умения")]
    public void Skills(int count, string word)
    {
        Assert.StartsWith($"Недостаточно выполнены задания {count} {word} из {count}: ", Texts(SkillsReport.Of(Scope(2 * count), Head(2 * count, at => $"Умение {at / 2}"))), StringComparison.Ordinal);
        Assert.Equal($"У {count} {word} только одно задание: по нему видно затруднение, но не вывод об умении.", Texts(SkillsReport.Of(Scope(count), Head(count, at => $"Умение {at}"))));
    }

    [Theory]
    [InlineData(1, "1 участника")]
    [InlineData(2, "2 участников")]
    [InlineData(5, "5 участников")]
    [InlineData(11, "11 участников")]
    [InlineData(21, "21 участника")]
    public void Participants(int count, string words)
    {
        var scope = Scope(1);
        var tallies = new Tallies([0, 30], count, [0, 0, count, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], []);
        scope = scope with { Shown = scope.Shown with { Tallies = tallies, Sums = scope.Shown.Sums with { Marks2 = count, Marks4 = 21 } } };

        Assert.Contains($"На рисунке нет {words}: балл не целый", ScoresReport.Of(scope, null).Parts[0].Note!.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains($"отметка «2» у {count} из {21 + count}.", Texts(MarksReport.Of(scope)), StringComparison.Ordinal);
        Assert.Contains($"У {words} отметки расходятся на две и больше", Texts(JournalReport.Of(scope)), StringComparison.Ordinal);
        Assert.Contains("Половина участников набрала не больше 1 балла.", Texts(ScoresReport.Of(scope, null)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_of_nothing()
    {
        var empty = Scope(0);
        empty = empty with { Shown = empty.Shown with { Tallies = Tallies.Nothing, Sums = ResultSums.Nothing } };

        Assert.All([MarksReport.Of(empty), JournalReport.Of(empty), ScoresReport.Of(empty, null), TasksReport.Of(empty, []), OutcomesReport.Of(empty, []), SkillsReport.Of(empty, Head(0, _ => "")), GroupsReport.Of(new(false, null, Tallies.Nothing, null), []), GroupsReport.Of(new(true, null, Tallies.Nothing, null), [])],
            report => Assert.True(report is { Readings.Count: 0, Parts.Count: 0, Missing.Length: > 0 }, $"{report.Kind}"));
    }

    private static string Texts(Report report) => string.Join(' ', report.Readings.Select(r => r.Text)).Replace('\u00a0', ' ');

    /// <summary>Thirty participants who did little of so many basic tasks.</summary>
    private static ReportScope Scope(int tasks) => new(new(Id<AssessmentProcedure>.New(), null, null),
        new(UnitKind.Region, "Область", null, ResultSums.Nothing with { Participants = 30, Schools = 3 }, [.. Enumerable.Repeat(new TaskSum(30, 1, 29, 1), tasks)], Tallies.Nothing), [], [], new([], []));

    private static List<TestTask> Paper(int tasks, Func<int, string> skill) => [.. Enumerable.Range(0, tasks).Select(at => new TestTask { Form = Id<TestForm>.New(), Position = at, Code = $"{at + 1}", Max = 1, Difficulty = Difficulty.Basic, Skill = skill(at) })];

    private static ProcedureHead Head(int tasks, Func<int, string> skill) =>
        new(new() { Kind = ProcedureKind.Vpr, Subject = "MA", Grade = 6, Year = new(2026) }, new() { Code = "MA", Name = "математика", EnglishName = "mathematics", Position = 1 }, Paper(tasks, skill), "");
}
