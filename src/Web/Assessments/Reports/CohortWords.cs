using Stupeni.Assessments.Rules;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>What is said of a change of the same pupils between two grades: a possible marker, with its numbers and source.</summary>
internal static class CohortWords
{
    public static string Why(this CohortChange? change, CohortChangeRule rule)
    {
        if (change is null) return Texts.Say("Нет результатов тех же детей в соседнем классе: нужны ВПР прошлого года классом младше или следующего года классом старше.");
        if (change.Flag is { } flag) return Texts.Say("{0} и {1} годы не сравниваются: {2} год — {3}.", change.Before.Year.Ends, change.After.Year.Ends, flag.Year.Ends, Texts.Say(flag.Reason));
        if (change.Verdict == SignVerdict.NotEnough) return Texts.Say("Нужно от {0} участников с отметкой в каждом из двух лет.", CompletionClass.FewestParticipants);

        var said = Texts.Say("В {0} классе {1} года «2» у {2} из {3} ({4}), в {5} классе {6} года — у {7} из {8} ({9}): {10} п. п., 95 % интервал от {11} до {12}.", change.Before.Grade, change.Before.Year.Ends, change.Before.Twos, change.Before.Marked, Numbers.Percent(change.Before.Share),
            change.After.Grade, change.After.Year.Ends, change.After.Twos, change.After.Marked, Numbers.Percent(change.After.Share), Numbers.Signed(change.Points), Numbers.Signed(change.Lower), Numbers.Signed(change.Upper));
        var rest = change.Rest is { } others ? " " + Texts.Say("В остальных школах области {0} п. п.", Numbers.Signed(others)) : "";
        var test = Texts.Say("Признак — от {0} п. п., если интервал не включает ноль и у остальных школ на столько же меньше (ред. {1}).", rule.Points, rule.Edition);
        return change.Verdict == SignVerdict.Possible ? $"{Texts.Say("Возможный маркер, требует проверки.")} {said}{rest} {test}" : $"{said}{rest} {test}";
    }
}
