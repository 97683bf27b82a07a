using Stupeni.Platform;

namespace Stupeni.Identification;

public static class OfficialListWords
{
    public static string Word(this OfficialList list) => Texts.Say(list.Title());

    /// <summary>A text key.</summary>
    public static string Title(this OfficialList list) => list switch
    {
        OfficialList.LowResults => "ШНОР: низкие результаты",
        OfficialList.DisadvantagedContext => "ШНСУ: неблагоприятные социальные условия",
        OfficialList.BiasSigns => "признаки необъективных результатов",
        OfficialList.RiskGroup => "группа риска",
        OfficialList.Resilient => "резильентные школы",
        _ => "стабильно высокие результаты",
    };
}
