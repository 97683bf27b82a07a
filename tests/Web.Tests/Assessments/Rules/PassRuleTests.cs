using Stupeni.Platform;

namespace Stupeni.Assessments.Rules;

public sealed class PassRuleTests
{
    private static readonly MinimumThreshold EgeRussian = new() { Kind = ProcedureKind.Ege, Subject = "RU", From = new(2023), To = new(2026), Score = ScoreKind.Test, Minimum = 24, Source = "", Edition = "" };
    private static readonly MinimumThreshold OgeMaths = new()
    {
        Kind = ProcedureKind.Oge, Subject = "MA", From = new(2026), To = new(2026), Score = ScoreKind.Primary, Minimum = 8, ConditionTasks = "15 16", ConditionMinimum = 2, Source = "", Edition = "",
    };

    private static readonly MarkScale OgeHistory = new() { Kind = ProcedureKind.Oge, Subject = "HI", Grade = 9, Year = new(2023), From3 = 11, From4 = 21, From5 = 30, Source = "", Edition = "" };

    [Theory]
    [InlineData(2, 100, PassVerdict.Below)]
    [InlineData(3, 0, PassVerdict.Passed)]
    [InlineData(0, 23, PassVerdict.Below)]
    [InlineData(0, 24, PassVerdict.Passed)]
    [InlineData(0, double.NaN, PassVerdict.Unknown)]
    public void A_mark_decides_before_the_test_score(int mark, double total, PassVerdict verdict) =>
        Assert.Equal(verdict, Rule(ProcedureKind.Ege, "RU", 2025, ScoreKind.Test).Judge(mark, total, []));

    [Fact]
    public void A_primary_score_of_the_state_exam_is_not_judged_by_the_test_score() =>
        Assert.Equal(PassVerdict.Unknown, Rule(ProcedureKind.Ege, "RU", 2025, ScoreKind.Primary).Judge(0, 30, []));

    [Fact]
    public void A_year_out_of_the_threshold_is_not_judged_by_it() =>
        Assert.Equal(PassVerdict.Unknown, Rule(ProcedureKind.Ege, "RU", 2027, ScoreKind.Test).Judge(0, 30, []));

    [Theory]
    [InlineData(7, 2, 2, PassVerdict.Below)]
    [InlineData(8, 1, 0, PassVerdict.Below)]
    [InlineData(8, 1, 1, PassVerdict.Passed)]
    public void Geometry_is_asked_beside_the_total(double total, double task15, double task16, PassVerdict verdict) =>
        Assert.Equal(verdict, Rule(ProcedureKind.Oge, "MA", 2026, ScoreKind.Primary, "1", "15", "16").Judge(0, total, [0, task15, task16]));

    [Theory]
    [InlineData(10, PassVerdict.Below)]
    [InlineData(11, PassVerdict.Passed)]
    public void A_scale_judges_where_there_is_no_minimum(double total, PassVerdict verdict) =>
        Assert.Equal(verdict, Rule(ProcedureKind.Oge, "HI", 2023, ScoreKind.Primary).Judge(0, total, []));

    [Theory]
    [InlineData(-1.01, PassVerdict.Below)]
    [InlineData(-1.0, PassVerdict.Passed)]
    public void A_persons_own_minimum_judges_where_nothing_else_does(double total, PassVerdict verdict) =>
        Assert.Equal(verdict, PassRule.Of(new(ProcedureKind.Diagnostic, "X", 0, MathLevel.None, new SchoolYear(2026), ""), null, [EgeRussian], [OgeHistory], -1.0, []).Judge(0, total, []));

    [Fact]
    public void A_regions_own_scale_goes_before_the_countrys_minimum()
    {
        var own = new MarkScale { Kind = ProcedureKind.Oge, Subject = "MA", Grade = 9, Year = new(2026), From3 = 6, From4 = 15, From5 = 22, Source = "", Edition = "", Origin = RuleOrigin.Regional };
        var rule = PassRule.Of(new(ProcedureKind.Oge, "MA", 9, MathLevel.None, new SchoolYear(2026), ""), null, [OgeMaths], [own], null, []);

        Assert.Equal(PassVerdict.Passed, rule.Judge(0, 6, []));
    }

    private static PassRule Rule(ProcedureKind kind, string subject, int year, ScoreKind totals, params string[] tasks) =>
        PassRule.Of(new(kind, subject, kind == ProcedureKind.Ege ? 11 : 9, MathLevel.None, new SchoolYear(year), ""), totals, [EgeRussian, OgeMaths], [OgeHistory], null, tasks);
}
