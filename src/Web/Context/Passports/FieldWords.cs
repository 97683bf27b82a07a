using Stupeni.Platform;

namespace Stupeni.Context.Passports;

/// <summary>What a column of a passport may be, as people read it: places first, then the indicators.</summary>
internal static class FieldWords
{
    public static IReadOnlyList<(string Field, string Text)> Of(IReadOnlyList<ContextIndicator> indicators) =>
    [
        (PassportLabel.Skip, Texts.Say("не нужно")), (PassportLabel.Code, Texts.Say("Код ОО")), (PassportLabel.Login, Texts.Say("Логин ФИС ОКО")), (PassportLabel.Name, Texts.Say("Название школы")),
        (PassportLabel.Municipality, Texts.Say("Муниципалитет")), (PassportLabel.Year, Texts.Say("Учебный год")), .. indicators.Select(i => (i.Code, i.Said)),
    ];
}
