using Stupeni.Platform;

namespace Stupeni.Identification;

public static class ReviewWords
{
    public static string Name(this ObjectionState state) => Texts.Say(state switch
    {
        ObjectionState.Sent => "Ждёт ответа",
        ObjectionState.Accepted => "Принято",
        ObjectionState.Declined => "Отклонено",
        ObjectionState.Withdrawn => "Отозвано",
    });

    /// <summary>Where the time of objections stands, in a sentence.</summary>
    public static string Period(this ListReview review, DateOnly today) =>
        review is not { From: { } from, Until: { } until } ? Texts.Say("Приём возражений ещё не открыт.")
        : today < from ? Texts.Say("Возражения принимаются с {0} по {1}.", Numbers.Day(from), Numbers.Day(until))
        : today <= until ? Texts.Say("Возражения принимаются до {0} включительно; область ответит до {1}.", Numbers.Day(until), Numbers.Day(review.AnswersUntil!.Value))
        : Texts.Say("Возражения принимались до {0}; область отвечает до {1}.", Numbers.Day(until), Numbers.Day(review.AnswersUntil!.Value));

    /// <summary>«приказ № 12 от 01.09.2026».</summary>
    public static string Act(string number, DateOnly date) => Texts.Say("акт {0} от {1}", number, Numbers.Day(date));
}
