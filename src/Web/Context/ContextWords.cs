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
}
