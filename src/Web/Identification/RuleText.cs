using Stupeni.Assessments;
using Stupeni.Identification.Rules;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>Words of the field for the values of this area: text keys in Russian, said in the reader's language.</summary>
public static class RuleText
{
    public static string Name(this SchoolState state) => Texts.Say(state switch
    {
        SchoolState.Listed => "Нужна поддержка",
        SchoolState.RiskGroup => "Группа риска",
        SchoolState.InsufficientData => "Мало данных",
        _ => "Вне списка",
    });

    public static string Name(this Reading reading) => Texts.Say(reading switch
    {
        Reading.Strict => "строгое прочтение",
        Reading.Soft => "мягкое прочтение",
        Reading.Any => "достаточно одного условия",
        _ => "нужны оба условия",
    });

    public static string Name(this DecisionKind kind) => Texts.Say(kind switch
    {
        DecisionKind.Confirmed => "Подтверждена",
        DecisionKind.Added => "Добавлена",
        _ => "Не включена",
    });

    public static string Name(this RuleOrigin origin) => Texts.Say(origin switch
    {
        RuleOrigin.Federal => "федеральное",
        RuleOrigin.Regional => "региональное",
        _ => "своё",
    });

    /// <summary>What a reading asks for, with the numbers of the edition.</summary>
    public static string Condition(this RuleReading reading, int share, int procedures, int minParticipants) => Texts.Say(reading.Reading switch
    {
        Reading.Strict => "{0} и больше участников ниже порога не менее чем в {1} каждого из двух предыдущих лет; N не меньше {2}.",
        Reading.Soft => "{0} и больше участников ниже порога не менее чем в {1} за два предыдущих года вместе; N не меньше {2}.",
        Reading.Any => "{0} и больше участников ниже порога не менее чем в {1} года или в одной и той же процедуре два года подряд; N не меньше {2}.",
        _ => "{0} и больше участников ниже порога не менее чем в {1} года и, кроме того, в одной и той же процедуре два года подряд; N не меньше {2}.",
    }, Numbers.Percent(share, 0), Texts.Count(procedures, "процедуре|процедурах|процедурах"), minParticipants);

    public static string Condition(this RunOrder order) => order.Reading.Condition(order.Rule.SharePercent, order.Rule.MinProcedures, order.MinParticipants);

    public static string Method(this RunOrder order) => Method(order.Rule.Code);

    public static string Method(string code) => code.StartsWith("FIOKO", StringComparison.Ordinal) ? "identification-fioko-2020" : "identification-ron-2025";

    /// <summary>«RON-2025, редакция 2025, достаточно одного условия».</summary>
    public static string Edition(this RunOrder order) => Texts.Say("{0}, редакция {1}, {2}", order.Rule.Code, order.Rule.Edition, order.Reading.Reading.Name());
}
