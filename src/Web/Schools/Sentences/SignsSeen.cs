using Stupeni.Platform;

namespace Stupeni.Schools.Sentences;

/// <summary>Possible signs of biased results: each is a reason to look, none is a proof.</summary>
internal static class SignsSeen
{
    public static IEnumerable<Sentence> Of(SchoolFacts facts)
    {
        foreach (var sign in facts.Signs) yield return new(Texts.Say("{0}. {1}", sign.Procedure, sign.Text), sign.Href, Texts.Say("Правила и числа"));
        if (facts.Year is not null && facts.Signs.Count == 0) yield return new(Texts.Say("Возможных признаков необъективных результатов за последний год не видно."));
    }
}
