using Stupeni.Platform;

namespace Stupeni.Context;

public static class ContextWords
{
    public static string Word(this IndexDirection direction) => Texts.Say(direction switch
    {
        IndexDirection.Plus => "повышает индекс",
        IndexDirection.Minus => "понижает индекс",
        _ => "в индекс не входит",
    });

    public static string Word(this Omission why, int known) => why switch
    {
        Omission.NoVariation => Texts.Say("не входит: у всех школ одинаков"),
        _ => Texts.Say("не входит: известен о {0}", Texts.Count(known, "школе|школах|школах")),
    };
}
