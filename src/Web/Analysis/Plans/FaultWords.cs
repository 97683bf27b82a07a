using Stupeni.Imports;
using Stupeni.Matching;
using Stupeni.Platform;

namespace Stupeni.Analysis.Plans;

/// <summary>Faults of a problem as lines: where, what, and how to mend it.</summary>
internal static class FaultWords
{
    public static ErrorLine Line(string file, Fault fault)
    {
        var (message, mend) = Of(fault);
        return new(file, null, null, fault.Place == Place.Order ? "objective" : $"{fault.Place.ToString().ToLowerInvariant()}[{fault.Index}]", fault.Value?.ToString("R", System.Globalization.CultureInfo.InvariantCulture), message, mend);
    }

    private static (string Message, string Mend) Of(Fault f) => f.Kind switch
    {
        FaultKind.DuplicateId => (Texts.Say("id «{0}» встречается дважды.", f.Mentor ?? f.Mentee), Texts.Say("Дайте каждому свой id.")),
        FaultKind.EmptyId => (Texts.Say("id пустой."), Texts.Say("Дайте каждому свой id.")),
        FaultKind.NegativeCapacity => (Texts.Say("Мест меньше нуля."), Texts.Say("Укажите 0 или больше.")),
        FaultKind.NegativeNeeds => (Texts.Say("Потребностей меньше нуля."), Texts.Say("Укажите 0 или больше.")),
        FaultKind.UnknownMentor => (Texts.Say("Наставника «{0}» нет в списке mentors.", f.Mentor), Texts.Say("Исправьте id или добавьте его в список.")),
        FaultKind.UnknownMentee => (Texts.Say("Подопечного «{0}» нет в списке mentees.", f.Mentee), Texts.Say("Исправьте id или добавьте его в список.")),
        FaultKind.DuplicatePair => (Texts.Say("Пара «{0}» — «{1}» названа дважды.", f.Mentor, f.Mentee), Texts.Say("Оставьте один вес.")),
        FaultKind.WeightNotFinite => (Texts.Say("Вес — не конечное число."), Texts.Say("Укажите число.")),
        FaultKind.WeightTooLarge => (Texts.Say("Вес слишком велик, чтобы сложить точно; предел {0:R}.", f.Limit), Texts.Say("Уменьшите веса в одно и то же число раз.")),
        FaultKind.MatrixShape => (Texts.Say("В матрице {0} вместо {1}.", f.Value, f.Limit), Texts.Say("Строки — подопечные, столбцы — наставники, в порядке их списков.")),
        FaultKind.PairsAndMatrix => (Texts.Say("Есть и pairs, и matrix."), Texts.Say("Оставьте одно.")),
        FaultKind.OrderUnclear => (Texts.Say("Порядок целей не ясен."), Texts.Say("Есть: cover, worst, total.")),
        FaultKind.PinNotAllowed => (Texts.Say("Закреплённой пары «{0}» — «{1}» нет среди возможных.", f.Mentor, f.Mentee), Texts.Say("Добавьте её в pairs с весом или уберите из pinned.")),
        FaultKind.PinForbidden => (Texts.Say("Закреплённая пара «{0}» — «{1}» запрещена{2}.", f.Mentor, f.Mentee, f.Rule is null ? "" : ": " + f.Rule), Texts.Say("Уберите её из pinned или из forbidden.")),
        FaultKind.PinsOverCapacity => (Texts.Say("За наставником «{0}» закреплено больше, чем у него мест ({1}).", f.Mentor, f.Limit), Texts.Say("Уберите лишние пары из pinned или прибавьте мест.")),
        FaultKind.PinsOverNeeds => (Texts.Say("За подопечным «{0}» закреплено больше, чем ему нужно ({1}).", f.Mentee, f.Limit), Texts.Say("Уберите лишние пары из pinned или прибавьте needs.")),
        FaultKind.RankedTwice or _ => (Texts.Say("Кто-то назван в предпочтениях дважды: «{0}».", f.Mentor ?? f.Mentee), Texts.Say("Оставьте одно место.")),
    };
}
