using Stupeni.Assessments.Rules;
using Stupeni.Platform;

namespace Stupeni.Assessments.Results;

/// <summary>How the class of a completion is said and shown: a word and a glyph, colour only after them.</summary>
public static class MasteryWords
{
    public static string Word(this Mastery mastery) => Texts.Say(mastery switch
    {
        Mastery.Insufficient => "недостаточно",
        Mastery.Uncertain => "неуверенно",
        Mastery.Sufficient => "достаточно",
        Mastery.TooFew => "N меньше 10, без выводов",
        _ => "уровень задания не указан",
    });

    public static string Css(this Mastery mastery) => mastery switch
    {
        Mastery.Insufficient => "h-low",
        Mastery.Uncertain => "h-mid",
        Mastery.Sufficient => "h-high",
        Mastery.TooFew => "h-few",
        _ => "",
    };

    public static string Glyph(this Mastery mastery) => mastery switch
    {
        Mastery.Insufficient => "▼",
        Mastery.Uncertain => "◆",
        _ => "",
    };

    /// <summary>Б, П, В.</summary>
    public static string Letter(this Difficulty difficulty) => Texts.Say(difficulty switch
    {
        Difficulty.Basic => "Б",
        Difficulty.Advanced => "П",
        Difficulty.High => "В",
        _ => "—",
    });
}
