using Stupeni.Comparators;
using Stupeni.Platform;

namespace Stupeni.Schools.Sentences;

/// <summary>Among schools in similar circumstances: where their results differ, and whether there is someone to learn from.</summary>
internal static class BesideSimilar
{
    private const int Shown = 3;

    public static IEnumerable<Sentence> Of(SchoolFacts facts)
    {
        if (facts.Compared is not { } compared) yield break;

        var (href, with) = ($"/organisations/{facts.Id}/similar", compared.With);
        if (with.Schools.Count == 0)
        {
            yield return new(Texts.Say("Сравнить с похожими школами нельзя: об условиях этой школы или других известно слишком мало."), href, Texts.Say("Похожие школы"));
            yield break;
        }

        yield return new(with.Who(), href, Texts.Say("Похожие школы"));
        yield return new(compared.Finding(), $"{href}/results", Texts.Say("По процедурам"));
        foreach (var procedure in compared.Better.Concat(compared.Worse).Take(Shown)) yield return new(Texts.Say("{0}: {1}, {2}.", procedure.Name, procedure.Whole.Word(), procedure.Whole!.Say(with.IsAnonymous ? 0 : 1)));
        foreach (var procedure in compared.Where.Take(Shown)) yield return new(Texts.Say("{0}: {1}. Возможно, есть у кого перенять опыт.", procedure.Name, procedure.HowMany()), $"{href}/results", Texts.Say("Где именно"));
        foreach (var doubt in with.Doubts().Take(1)) yield return new(doubt);
    }
}
