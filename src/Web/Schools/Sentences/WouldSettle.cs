using Stupeni.Platform;

namespace Stupeni.Schools.Sentences;

/// <summary>What would tell where the figures cannot: missing files, more years, a visit.</summary>
internal static class WouldSettle
{
    public static IEnumerable<Sentence> Of(SchoolFacts facts)
    {
        if (facts.Year is null) yield return new(Texts.Say("Загрузите результаты школы: без них ни правило, ни оценка ничего не скажут."));
        if (facts.Context.Count == 0) yield return new(Texts.Say("Загрузите социальный паспорт: без него не видно, в каких условиях работает школа и с кем её сравнивать."), $"/organisations/{facts.Id}/context", Texts.Say("Контекст"));
        if (facts.Estimate is { } estimate) foreach (var way in estimate.Words.Settles(estimate.School)) yield return new(way);
        if (facts.Signs.Count > 0) yield return new(Texts.Say("Признаки проверяют по работам и условиям проведения вместе со школой."));
    }
}
