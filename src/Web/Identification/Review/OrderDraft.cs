using Stupeni.Documents;
using Stupeni.Platform;

namespace Stupeni.Identification.Review;

/// <summary>The order in the words of such acts, in Russian only.</summary>
public static class OrderDraft
{
    private const string Blank = "______________";
    private const string List = "перечень общеобразовательных организаций, которым оказывается адресная поддержка";

    public static string Title(IdentificationRun run, ListReview review) => review.Edition == 0
        ? $"Об утверждении перечня общеобразовательных организаций, которым оказывается адресная поддержка, по итогам {run.Year} учебного года"
        : $"О внесении изменений в {List}, по итогам {run.Year} учебного года";

    public static Document Write(OrderContent content)
    {
        var (review, list) = (content.Review, content.InForce);
        var isDraft = list is null;
        var title = list?.Title ?? Title(content.Run, review);
        return new(title,
        [
            .. When(isDraft, new Stamp("Проект")),
            new Letterhead([review.Authority is "" ? content.Region : review.Authority], "ПРИКАЗ")
            {
                Date = list is null ? null : Numbers.Day(list.ActDate), Number = list?.ActNumber, Place = Said(review.Place), Title = title,
            },
            new Paragraph(Preamble(content), new Words("приказываю:", Bold: true)),
            new Points(Points(content), Numbered: true),
            new Signature(Said(review.SignerPosition), Said(review.SignerName)),
            .. When(review.Executor is not "", new Paragraph($"Исполнитель: {review.Executor}") { Setting = Setting.Small }),
            new NewPage(Lying: true),
            new Stamp(isDraft ? "Проект. Приложение" : "Приложение", $"к приказу от {(list is null ? Blank : Numbers.Day(list.ActDate))} № {list?.ActNumber ?? Blank}"),
            new Heading("Перечень общеобразовательных организаций, которым оказывается адресная поддержка"),
            new Paragraph($"Запуск № {content.Run.Number} от {Numbers.Moment(content.Run.At)}. Отпечаток входных данных SHA-256: {content.Run.InputSha256}. Отпечаток содержания перечня SHA-256: {content.Sha256}.") { Setting = Setting.Small },
            Annex(content.Rows),
        ])
        { Code = $"Ступени: запуск {content.Run.Number}, редакция {list?.Edition ?? review.Edition + 1}{(isDraft ? " (проект)" : "")}, {content.Sha256[..16]}" };
    }

    private static string Preamble(OrderContent content)
    {
        var rule = content.Order.Rule;
        var period = content.Review is { From: { } from, Until: { } until } ? $", с учётом возражений организаций, которые принимались с {Numbers.Day(from)} по {Numbers.Day(until)}," : "";
        return $"В соответствии с правилом {content.Order.Edition()} (источник: {rule.Source.TrimEnd('.')}; {content.Order.Condition().TrimEnd('.')}), по результатам его применения {Numbers.Day(content.Run.At)} (запуск № {content.Run.Number}){period} ";
    }

    private static List<string> Points(OrderContent content)
    {
        var count = Texts.Count(content.Rows.Count, "организация|организации|организаций");
        List<string> points =
        [
            content.Before is { } before
                ? $"Внести изменения в {List}, утверждённый актом {before.ActNumber} от {Numbers.Day(before.ActDate)}, изложив его в редакции согласно приложению ({count}). Основание изменений: {(content.InForce?.Reason ?? content.Review.Amending).TrimEnd('.')}."
                : $"Утвердить {List}, согласно приложению ({count}).",
            "Довести приказ до каждой организации в части, её касающейся; перечень не размещать в открытом доступе.",
            $"Контроль за исполнением приказа возложить на {(content.Review.Responsible is "" ? Blank + Blank : content.Review.Responsible.TrimEnd('.'))}.",
        ];
        return points;
    }

    private static Table Annex(IReadOnlyList<OrderRow> rows)
    {
        var number = 0;
        return new([new("№ п/п", 5), new("Организация", 23), new("Процедура, участники (N), число и доля ниже порога", 40), new("Основание по правилу", 22), new("Решение", 18)],
        [
            .. rows.GroupBy(r => r.School.Municipality).SelectMany(municipality => municipality.Select(row => (IReadOnlyList<string>)
            [
                $"{++number}", $"{row.School.Name}\nкод {row.School.Code}", string.Join('\n', row.Procedures), row.Ground, Decision(row.School),
            ]).Prepend([municipality.Key])),
        ])
        { Above = [[new(""), new(""), new("Результаты оценочных процедур", 2), new("")]] };
    }

    private static string Decision(ApprovedSchool school) => school is not { Decision: { } kind, ActDate: { } date }
        ? "Решение не принято"
        : $"{kind.Name()}: {school.ActNumber} от {Numbers.Day(date)}{(school.Reason is "" ? "" : $". {school.Reason}")}";

    private static IEnumerable<Block> When(bool stands, Block block) => stands ? [block] : [];

    private static string? Said(string words) => words is "" ? null : words;
}
