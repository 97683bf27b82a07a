using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>Reports, units and figures of declared results as people call them.</summary>
public static class DeclaredWords
{
    public static string TitleKey(this DeclaredReport report) => report switch
    {
        DeclaredReport.Marks => "Статистика по отметкам",
        DeclaredReport.Journal => "Сравнение отметок с отметками по журналу",
        DeclaredReport.Scores => "Распределение первичных баллов",
        DeclaredReport.Tasks => "Выполнение заданий",
        DeclaredReport.Outcomes => "Достижение планируемых результатов",
        DeclaredReport.Groups => "Выполнение заданий группами участников",
        _ => "Число участников",
    };

    public static string Title(this DeclaredReport report) => Texts.Say(report.TitleKey());

    /// <summary>The name of one figure of a report: «3», «Задание 9.1», «Понизили».</summary>
    public static string FigureName(this DeclaredReport report, string key) => report switch
    {
        DeclaredReport.Participants => key is "" ? Texts.Say("Участников") : Texts.Say("Участников в {0}", key),
        DeclaredReport.Marks => $"«{key}»",
        DeclaredReport.Journal => Texts.Say(key switch { "lower" => "Понизили", "same" => "Подтвердили", "higher" => "Повысили", _ => "С обеими отметками" }),
        DeclaredReport.Scores => int.TryParse(key, out var score) ? Texts.Count(score, "балл|балла|баллов") : key,
        DeclaredReport.Groups => key.Split('|') is [var mark, var task] ? Texts.Say("«{0}», задание {1}", mark, task) : Texts.Say("Участников с «{0}»", key),
        _ => Texts.Say("Задание {0}", key),
    };
}
