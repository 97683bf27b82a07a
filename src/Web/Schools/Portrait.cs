using Stupeni.Platform;
using Stupeni.Schools.Sentences;

namespace Stupeni.Schools;

/// <summary>A sentence computed from figures, and the page it comes from.</summary>
public sealed record Sentence(string Text, string? Href = null, string Link = "");

public sealed record PortraitPart(string Title, IReadOnlyList<Sentence> Sentences);

/// <summary>A school in sentences: every part is a list of rules over the same facts, and a part of which nothing can be said says what is missing.</summary>
public static class Portrait
{
    public static IReadOnlyList<PortraitPart> Of(SchoolFacts facts) =>
    [
        .. new (string Title, IEnumerable<Sentence> Sentences)[]
        {
            (Texts.Say("Кто это"), WhoItIs.Of(facts)),
            (Texts.Say("Результаты"), ResultsOfYear.Of(facts)),
            (Texts.Say("Что изменилось"), Changes.Of(facts)),
            (Texts.Say("В каких условиях"), CircumstancesOf.Of(facts)),
            (Texts.Say("Рядом с похожими школами"), BesideSimilar.Of(facts)),
            (Texts.Say("Что говорит правило"), RuleSays.Of(facts)),
            (Texts.Say("Что говорит оценка"), EstimateSays.Of(facts)),
            (Texts.Say("Возможные маркеры, требуют проверки"), SignsSeen.Of(facts)),
            (Texts.Say("Что сняло бы сомнения"), WouldSettle.Of(facts)),
        }.Select(p => new PortraitPart(p.Title, [.. p.Sentences])).Where(p => p.Sentences.Count > 0),
    ];
}
