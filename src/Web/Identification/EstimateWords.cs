using Stupeni.Platform;
using Stupeni.Statistics.Distributions;

namespace Stupeni.Identification;

/// <summary>An estimate in sentences: what it says, how sure it is, why it differs from the rule, what would settle it.</summary>
public sealed class EstimateWords(RunEstimate estimate, EstimateEdition edition)
{
    private const int FewParticipants = 20, SoonEnough = 3, FullYears = 3;
    private const string Years = "год|года|лет";

    public RunEstimate Estimate => estimate;
    public EstimateEdition Edition => edition;

    public static string Name(EstimateState state) => Texts.Say(state switch
    {
        EstimateState.Low => "Низкий результат вероятен",
        EstimateState.NotLow => "Низкий результат маловероятен",
        EstimateState.Unsettled => "Вывод неясен",
        _ => "Мало данных",
    });

    public static string Name(Standing standing) => Texts.Say(standing == Standing.Resilient ? "Резильентная: возможный донор" : "Стабильно высокая: возможный донор");

    /// <summary>Why it could help others.</summary>
    public static string Why(SchoolEstimate school) => school.Standing == Standing.Resilient
        ? Texts.Say("Условия неблагоприятные, а результаты выше ожидаемых в каждом из {0}.", Texts.Count(school.Years, "года|лет|лет"))
        : Texts.Say("Результаты высокие в каждом из {0}.", Texts.Count(school.Years, "года|лет|лет"));

    public static string Chance(SchoolEstimate school) => Texts.Say("вероятность низкого результата {0}", Percent(school.Low));

    /// <summary>In one line: «вывод неясен, вероятность низкого результата 41 %».</summary>
    public static string Short(SchoolEstimate school) => Texts.Say("{0}, {1}", Name(school.State).ToLower(System.Globalization.CultureInfo.CurrentUICulture), Chance(school));

    public static string Percent(double probability) => probability < 0.01 ? Texts.Say("меньше {0}", Numbers.Percent(1, 0)) : probability > 0.99 ? Texts.Say("больше {0}", Numbers.Percent(99, 0)) : Numbers.Percent(100 * probability, 0);

    /// <summary>Where the rule and the estimate part, and why; null where they agree.</summary>
    /// <param name="participants">Of the procedure on which the rule's verdict rests.</param>
    public static string? Differs(SchoolState rule, int participants, SchoolEstimate school) => (rule, school.State) switch
    {
        (_, EstimateState.TooFew) => null,
        (SchoolState.Listed, EstimateState.NotLow) => Texts.Say("Правило называет школу, оценка — нет: {0}; {1}.", Cause(participants, school), Chance(school)),
        (SchoolState.Listed, EstimateState.Unsettled) => Texts.Say("Правило называет школу, оценка не уверена: {0}; {1}.", Cause(participants, school), Chance(school)),
        (SchoolState.InsufficientData, _) => Texts.Say("По правилу данных мало: {0}; оценка по всем процедурам вместе, {1}: {2}.", Cohort(participants), Texts.Count(school.Pupils, "ученик|ученика|учеников"), Chance(school)),
        (SchoolState.NotListed or SchoolState.RiskGroup, EstimateState.Low) => Texts.Say("Правило школу не называет, но за {0} вместе результат низкий: ниже границы в {1} из {0}; {2}.", Texts.Count(school.Years, Years), school.YearsLow, Chance(school)),
        _ => null,
    };

    /// <summary>What would tell where the estimate cannot: earlier years, coming procedures, a visit.</summary>
    public IReadOnlyList<string> Settles(SchoolEstimate school)
    {
        if (school.State is not (EstimateState.Unsettled or EstimateState.TooFew)) return [];
        var ways = new List<string>();
        if (school.Years < FullYears) ways.Add(Texts.Say("Загрузите результаты прежних лет: сейчас их {0}.", Texts.Count(school.Years, Years)));
        if (More(school) is { } more && more <= SoonEnough) ways.Add(Texts.Say("Скорее всего, решат результаты ещё {0} учеников.", Texts.Count(more, "поколения|поколений|поколений")));
        else ways.Add(Texts.Say("Ближайшие процедуры вряд ли решат: школа мала или лежит у самой границы."));
        ways.Add(Texts.Say("Посетите школу и разберите работы вместе с учителями: там, где чисел мало, решает человек."));
        return ways;
    }

    /// <summary>A level as people read it: the region's mean is 500, a deviation of pupils is 100.</summary>
    public static string Level(double value) => Numbers.Decimal(LevelMark.Scaled(value), 0);

    public static string Range(double value, double error) => Texts.Say("{0}–{1}", Level(value - (1.96 * error)), Level(value + (1.96 * error)));

    private static string Cause(int participants, SchoolEstimate school) => participants < FewParticipants ? Cohort(participants)
        : school.YearsLow == 0 ? Texts.Say("доля высока в отдельных процедурах, а за {0} вместе уровень выше границы", Texts.Count(school.Years, Years))
        : Texts.Say("по всем процедурам вместе уровень школы близок к границе или выше неё");

    private static string Cohort(int participants) => Texts.Say("малая когорта: {0}", Texts.Count(participants, "участник|участника|участников"));

    /// <summary>How many more generations like those there are would make the estimate sure, if the level stays where it is.</summary>
    private int? More(SchoolEstimate school)
    {
        var known = (1 / (school.Error * school.Error)) - (1 / estimate.Lasting);
        if (known <= 0 || school.Generations == 0) return null;
        var needed = Math.Pow(Normal.Quantile(edition.SurePercent / 100.0) / (estimate.LowCut - school.Level), 2) - (1 / (school.Error * school.Error));
        var more = Math.Ceiling(Math.Max(needed, 0) * school.Generations / known);
        return more < 1000 ? Math.Max(1, (int)more) : null;
    }
}
