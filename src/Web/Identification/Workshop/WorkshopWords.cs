using Stupeni.Platform;

namespace Stupeni.Identification.Workshop;

/// <summary>What matters of a trial, in sentences.</summary>
public static class WorkshopWords
{
    private const string Schools = "школа|школы|школ";

    public static string Summary(this Trial trial) => trial switch
    {
        { IsChanged: false } => Texts.Say("Числа те же, что в редакции {0}: измените их, чтобы увидеть, кто войдёт в список и кто выйдет.", trial.Copied.Edition),
        { Shown: { } year } when trial.Changed.Count == 0 => Texts.Say("По вашей редакции список {0} остался бы прежним: {1}.", year.Year, Texts.Count(year.Stayed, Schools)),
        { Shown: { } year } => Texts.Say("По вашей редакции в {0} в список {1} {2}, {3} {4}; из вошедших с когортой меньше {5}: {6}.", year.Year,
            Would(year.Entered.Count, "вошла бы|вошли бы|вошли бы"), Texts.Count(year.Entered.Count, Schools), Would(year.Left.Count, "вышла бы|вышли бы|вышли бы"), Texts.Count(year.Left.Count, Schools), Trial.Settings.Small, Numbers.Whole(trial.SmallEntered)),
        _ => Texts.Say("Результатов по процедурам этой редакции нет."),
    };

    /// <summary>«поймала бы 41 из 100 школ с самым низким истинным уровнем» for both editions and the bare share.</summary>
    public static string Summary(this Simulation simulation) => Texts.Say(
        "При этих допущениях из {0} с самым низким истинным уровнем в список в среднем попадает: по копируемой редакции {1}, по вашей {2}, по простым нижним {3} — {4}.",
        Texts.Count(simulation.Weakest, "школы|школ|школ"), Numbers.Percent(simulation.Was.OfWeakest.Value, 0), Numbers.Percent(simulation.Now.OfWeakest.Value, 0), Numbers.Percent(Trial.Settings.WeakestPercent, 0), Numbers.Percent(simulation.Naive.OfWeakest.Value, 0));

    /// <summary>What the model takes for granted, one sentence each.</summary>
    public static IReadOnlyList<string> Sentences(this Assumptions assumed) =>
    [
        Texts.Say("Размеры школ, процедуры и кто в чём участвовал — как в области; разыгрываются только результаты."),
        Texts.Say("Между школами лежит {0} разброса результатов учеников: {1}.", Numbers.Percent(assumed.Between.Percent, 0), assumed.Between.Word()),
        Texts.Say("Из этого устойчиво {0} ({1}): это и есть истинный уровень школы, он одинаков во все годы; стандартное отклонение между школами — {2} отклонения учеников.", Numbers.Percent(assumed.Lasting.Percent, 0), assumed.Lasting.Word(), Numbers.Decimal(Math.Sqrt(assumed.LastingVariance), 2)),
        Texts.Say("{0} ({1}) — шум года, общий для всех процедур школы в этом году; остальные {2} — шум одной процедуры.", Numbers.Percent(assumed.Yearly.Percent, 0), assumed.Yearly.Word(), Numbers.Percent(100 - assumed.Lasting.Percent - assumed.Yearly.Percent, 0)),
        Texts.Say("Результаты одного ученика в разных процедурах связаны на {0}: {1}.", Numbers.Percent(assumed.Pupil.Percent, 0), assumed.Pupil.From == AssumedFrom.Typed ? assumed.Pupil.Word() : Texts.Say("принято, по числам ниже порога этого не узнать")),
        Texts.Say("Порог каждой процедуры поставлен так, чтобы ниже него в среднем было столько учеников, сколько в области."),
    ];

    /// <summary>«12,4 ± 0,3».</summary>
    public static string Said(this Mean mean) => mean.Value is not { } value ? "—" : double.IsNaN(mean.Half) ? Numbers.Decimal(value) : $"{Numbers.Decimal(value)} ± {Numbers.Decimal(mean.Half)}";

    public static string SaidPercent(this Mean mean) => mean.Value is null ? "—" : $"{mean.Said()}\u00a0%";

    private static string Word(this Assumed assumed) => Texts.Say(assumed.From switch
    {
        AssumedFrom.Region => "по данным области",
        AssumedFrom.Typed => "задано вами",
        _ => "принято: данных области не хватает",
    });

    private static string Would(int count, string forms) => Texts.Form(count, forms);
}
