using Stupeni.Platform;

namespace Stupeni.Growth.Files;

/// <summary>What a column may be, as people read it.</summary>
internal static class GrowthFieldWords
{
    public static string Of(string field) => Texts.Say(field switch
    {
        GrowthField.Code => "Код ОО",
        GrowthField.Name => "Название школы",
        GrowthField.Municipality => "Муниципалитет",
        GrowthField.Label => "Школа не из реестра",
        GrowthField.Result => "Результат",
        GrowthField.Prior => "Прежний результат",
        GrowthField.Number => "Учесть как число",
        GrowthField.Category => "Учесть как категорию",
        _ => "не нужно",
    });
}
