using Stupeni.Platform;

namespace Stupeni.Accounts;

/// <summary>A line of the record as a sentence.</summary>
public static class ChangeWords
{
    private static readonly Dictionary<string, string> Subjects = new()
    {
        ["Person"] = "человек", ["Grant"] = "роль", ["Region"] = "область", ["Municipality"] = "муниципалитет", ["Organisation"] = "организация", ["Import"] = "импорт",
        ["AssessmentProcedure"] = "процедура", ["ScoreSheet"] = "результаты", ["IdentificationRun"] = "запуск правила", ["IdentificationRule"] = "правило", ["ListDecision"] = "решение по списку", ["ListReview"] = "согласование списка", ["Objection"] = "возражение", ["ApprovedList"] = "утверждённый перечень",
        ["MarkScale"] = "шкала отметок", ["MinimumThreshold"] = "минимальный порог", ["ComparabilityFlag"] = "пометка о сравнимости", ["OfficialListing"] = "официальный список", ["ContextFigure"] = "социальный паспорт", ["ImportMapping"] = "образец столбцов", ["Address"] = "адрес", ["ComparatorSet"] = "набор школ", ["ComparatorEdition"] = "редакция сравнения", ["List"] = "список", ["NameDecision"] = "решение о названии",
    };

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["Name"] = "название", ["Type"] = "вид", ["Municipality"] = "муниципалитет", ["Locality"] = "местность", ["Settlement"] = "населённый пункт", ["Pupils"] = "обучающихся", ["Login"] = "логин ФИС ОКО",
        ["Inn"] = "ИНН", ["Kpp"] = "КПП", ["Ogrn"] = "ОГРН", ["Okpo"] = "ОКПО", ["Oktmo"] = "ОКТМО", ["State"] = "состояние", ["MergedInto"] = "присоединена к", ["EndedOn"] = "дата закрытия",
        ["Kind"] = "решение", ["Reason"] = "причина", ["ActNumber"] = "номер акта", ["ActDate"] = "дата акта", ["Position"] = "должность", ["BlockedAt"] = "вход закрыт", ["AppliedAt"] = "применён", ["UndoneAt"] = "отменён",
        ["By"] = "кто", ["ByName"] = "кто решил", ["At"] = "когда", ["UserName"] = "логин", ["Minimum"] = "минимум", ["MinimumSource"] = "источник минимума", ["TimeZone"] = "часовой пояс", ["Code"] = "код", ["RetiredAt"] = "выведен из употребления", ["Fingerprint"] = "заголовки", ["RevokedAt"] = "отменено",
        ["From"] = "приём возражений с", ["Until"] = "приём возражений до", ["AnswersUntil"] = "ответы до", ["Authority"] = "кто издаёт приказ", ["Place"] = "место", ["SignerPosition"] = "должность подписывающего", ["SignerName"] = "кто подписывает", ["Responsible"] = "ответственный", ["Executor"] = "исполнитель",
        ["Edition"] = "редакция", ["Amending"] = "почему меняется", ["Answer"] = "ответ", ["AnsweredAt"] = "когда ответили", ["AnsweredBy"] = "кто ответил", ["AnsweredByName"] = "кто ответил",
    };

    private static readonly Dictionary<string, string> Values = new()
    {
        ["Active"] = "действует", ["Merged"] = "присоединена", ["Closed"] = "закрыта", ["School"] = "школа", ["Preschool"] = "детский сад", ["AdditionalEducation"] = "дополнительное образование",
        ["ServiceOrganisation"] = "служба сопровождения", ["Urban"] = "город", ["Rural"] = "село", ["Unknown"] = "не указана", ["Confirmed"] = "подтверждена", ["Added"] = "добавлена", ["Removed"] = "исключена",
        ["Sent"] = "отправлено", ["Accepted"] = "принято", ["Declined"] = "отклонено", ["Withdrawn"] = "отозвано", ["Draft"] = "черновик", ["Applied"] = "применён", ["Undone"] = "отменён", ["Discarded"] = "удалён",
    };

    public static string Subject(this Change change) => Texts.Say(Subjects.GetValueOrDefault(change.Subject, change.Subject));

    public static string What(this Change change) => change.Kind switch
    {
        ChangeKind.Added when change.Subject is "ScoreSheet" or "ContextFigure" => change.Label,
        ChangeKind.Added => Texts.Say("Добавлено: {0} {1}", change.Subject(), change.Name()),
        ChangeKind.Removed => Texts.Say("Удалено: {0} {1}", change.Subject(), change.Name()),
        ChangeKind.Changed => Texts.Say("{0} {1}: {2}", Capital(change.Subject()), change.Label, Texts.Say(Fields.GetValueOrDefault(change.Field, change.Field))),
        ChangeKind.Seen => Texts.Say("Просмотр: {0} {1}", change.Subject(), change.Label),
        ChangeKind.Exported => Texts.Say("Выгрузка: {0} {1}", change.Subject(), change.Label),
        ChangeKind.SignedIn => Texts.Say("Вход: {0}", change.Label),
        ChangeKind.Refused => Texts.Say("Не показано: {0}", change.Label),
    };

    public static string Was(this Change change) => Value(change.Old);

    public static string Became(this Change change) => Value(change.New);

    private static string Name(this Change change) => change.Subject == nameof(Grant) ? $"«{ShippedRoles.Name(change.Label)}»" : change.Label;

    private static string Value(string? value) => value is null or "" ? "—" : Texts.Say(Values.GetValueOrDefault(value, value));

    private static string Capital(string word) => word is "" ? "" : char.ToUpperInvariant(word[0]) + word[1..];
}
