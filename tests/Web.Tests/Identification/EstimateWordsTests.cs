using Stupeni.Assessments;
using Stupeni.Identification.Estimates;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>The context and the residual of domain 1.3 on the vector of R12, and an estimate in sentences.</summary>
public sealed class EstimateWordsTests
{
    private static readonly EstimateEdition Edition = new() { Edition = "проверка", LowPercent = 10, HighPercent = 67, SurePercent = 80, MinPupils = 10, MinSchools = 30, MinYears = 3, EffectiveFrom = new(2026, 1, 1), Source = "", EnglishSource = "", Confidence = "D", Origin = RuleOrigin.Own };

    private static readonly RunEstimate Estimate = new() { Run = Id<IdentificationRun>.New(), Edition = Edition.Id, At = default, ByName = "", InputSha256 = "", CodeVersion = "", Schools = 1, Lasting = 0.16, Passing = 0.02, LowCut = -0.6, HighCut = 0.2 };

    [Fact]
    public void Results_against_context_leave_the_residuals_of_the_vector()
    {
        var line = ContextualLine.Of([50, 55, 65, 70], new double[,] { { 40 }, { 50 }, { 60 }, { 70 } }, 4)!;

        Assert.Equal([21.5, 0.7], line.Coefficients, (a, b) => Math.Abs(a - b) < 1e-10);
        Assert.Equal([0.5, -1.5, 1.5, -0.5], line.Residuals, (a, b) => Math.Abs(a - b) < 1e-10);
        Assert.Equal(0.98, line.RSquared, 1e-12);
        Assert.Equal(1.5 / Math.Sqrt(5.0 / 3), line.Standardised[2], 1e-10);
        Assert.Null(ContextualLine.Of([50, 55, 65, 70], new double[,] { { 40 }, { 50 }, { 60 }, { 70 } }, 30));
    }

    [Theory]
    [InlineData(SchoolState.Listed, 9, EstimateState.Unsettled, 0.41, "Правило называет школу, оценка не уверена: малая когорта: 9 участников; вероятность низкого результата 41 %.")]
    [InlineData(SchoolState.Listed, 12, EstimateState.NotLow, 0.004, "Правило называет школу, оценка — нет: малая когорта: 12 участников; вероятность низкого результата меньше 1 %.")]
    [InlineData(SchoolState.InsufficientData, 3, EstimateState.Low, 0.86, "По правилу данных мало: малая когорта: 3 участника; оценка по всем процедурам вместе, 26 учеников: вероятность низкого результата 86 %.")]
    [InlineData(SchoolState.NotListed, 40, EstimateState.Low, 0.9, "Правило школу не называет, но за 3 года вместе результат низкий: ниже границы в 2 из 3 года; вероятность низкого результата 90 %.")]
    [InlineData(SchoolState.Listed, 30, EstimateState.Low, 0.9, null)]
    [InlineData(SchoolState.NotListed, 30, EstimateState.NotLow, 0.1, null)]
    [InlineData(SchoolState.Listed, 3, EstimateState.TooFew, 0.5, null)]
    public void Where_the_rule_and_the_estimate_part_a_sentence_says_why(SchoolState rule, int participants, EstimateState state, double low, string? said) =>
        Assert.Equal(said, EstimateWords.Differs(rule, participants, School(state, low))?.Replace('\u00a0', ' '));

    [Fact]
    public void What_is_not_settled_says_what_would_settle_it()
    {
        var words = new EstimateWords(Estimate, Edition);
        var near = words.Settles(School(EstimateState.Unsettled, 0.41, years: 1, expected: -0.4));

        Assert.StartsWith("Загрузите результаты прежних лет", near[0], StringComparison.Ordinal);
        Assert.StartsWith("Скорее всего, решат результаты ещё", near[1], StringComparison.Ordinal);
        Assert.StartsWith("Посетите школу", near[2], StringComparison.Ordinal);
        Assert.StartsWith("Ближайшие процедуры вряд ли решат", words.Settles(School(EstimateState.Unsettled, 0.5, expected: -0.599))[0], StringComparison.Ordinal);
        Assert.Empty(words.Settles(School(EstimateState.Low, 0.9)));
    }

    [Fact]
    public void A_donor_is_surely_good_every_year_and_small_groups_are_not_judged()
    {
        var resilient = new CombinedSchool(0, 120, 6, 3, 3, 0, true, -0.3, 0.5, 0.1);

        Assert.Equal(Standing.Resilient, EstimateVerdict.Standing(Edition, resilient, 0.5, 0.16, isHard: true));
        Assert.Equal(Standing.None, EstimateVerdict.Standing(Edition, resilient, 0.5, 0.16, isHard: false));
        Assert.Equal(Standing.StableHigh, EstimateVerdict.Standing(Edition, resilient with { Expected = 0.4 }, 0.5, 0.16, isHard: false));
        Assert.Equal(Standing.None, EstimateVerdict.Standing(Edition, resilient with { YearsAbove = 2 }, 0.5, 0.16, isHard: true));
        Assert.Equal(Standing.None, EstimateVerdict.Standing(Edition, resilient with { Years = 2, YearsAbove = 2 }, 0.5, 0.16, isHard: true));
        Assert.Equal(EstimateState.TooFew, EstimateVerdict.State(Edition, resilient with { Pupils = 9 }, -0.6));
        Assert.Equal(EstimateState.NotLow, EstimateVerdict.State(Edition, resilient, -0.6));
    }

    private static SchoolEstimate School(EstimateState state, double low, int years = 3, double expected = 0) => new()
    {
        Estimate = Estimate.Id, Organisation = Id<Organisation>.New(), State = state, Standing = Standing.None, Pupils = 26, Generations = 4, Years = years, YearsAbove = 1, YearsLow = 2, IsHard = false, Expected = expected, Effect = 0, Error = 0.25, Low = low,
    };
}
