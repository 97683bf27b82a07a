using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

public static class ReportKinds
{
    public static ReportKind? Of(string code) => Enum.GetValues<ReportKind>().Where(k => k.Code() == code).Select(k => (ReportKind?)k).FirstOrDefault();

    public static string Code(this ReportKind kind) => kind switch
    {
        ReportKind.Marks => "marks",
        ReportKind.Journal => "journal",
        ReportKind.Scores => "scores",
        ReportKind.Tasks => "tasks",
        ReportKind.Outcomes => "outcomes",
        ReportKind.Skills => "skills",
        ReportKind.Groups => "groups",
        ReportKind.Signs => "signs",
        ReportKind.Items => "items",
        _ => "pupils",
    };

    /// <summary>As ФИОКО calls it; the map of skills, signs and the quality of tasks are ours.</summary>
    public static string Title(this ReportKind kind) => Texts.Say(kind switch
    {
        ReportKind.Marks => "Статистика по отметкам",
        ReportKind.Journal => "Сравнение отметок с отметками по журналу",
        ReportKind.Scores => "Распределение первичных баллов",
        ReportKind.Tasks => "Выполнение заданий",
        ReportKind.Outcomes => "Достижение планируемых результатов",
        ReportKind.Skills => "Карта умений",
        ReportKind.Groups => "Выполнение заданий группами участников",
        ReportKind.Signs => "Возможные признаки необъективности",
        ReportKind.Items => "Качество заданий",
        _ => "Индивидуальные результаты",
    });

    /// <summary>In a row of links.</summary>
    public static string Short(this ReportKind kind) => Texts.Say(kind switch
    {
        ReportKind.Marks => "Отметки",
        ReportKind.Journal => "Отметки и журнал",
        ReportKind.Scores => "Баллы",
        ReportKind.Tasks => "Задания",
        ReportKind.Outcomes => "Планируемые результаты",
        ReportKind.Skills => "Карта умений",
        ReportKind.Groups => "Группы участников",
        ReportKind.Signs => "Объективность",
        ReportKind.Items => "Качество заданий",
        _ => "Участники",
    });
}
