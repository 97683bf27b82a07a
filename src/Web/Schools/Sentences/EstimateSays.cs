using Stupeni.Identification;
using Stupeni.Platform;

namespace Stupeni.Schools.Sentences;

/// <summary>What the estimate says, with its doubt, in its own words.</summary>
internal static class EstimateSays
{
    public static IEnumerable<Sentence> Of(SchoolFacts facts)
    {
        if (facts.Estimate is not { School: var school, Words: var words } estimate)
        {
            if (facts.List is not null) yield return new(Texts.Say("Оценка рядом с этим запуском ещё не посчитана."));
            yield break;
        }

        yield return new(Texts.Say("{0}; {1}.", EstimateWords.Name(school.State), EstimateWords.Chance(school)), $"/identification/{facts.List!.Run}/schools/{facts.Id}#h-estimate", Texts.Say("Оценка подробно"));
        yield return new(Texts.Say("Уровень {0}, 95 % интервал {1}, в таких условиях ожидается {2} (среднее по области 500).", EstimateWords.Level(school.Level), EstimateWords.Range(school.Level, school.Error), EstimateWords.Level(school.Expected)));
        yield return new(Texts.Say("Основание: {0}, {1}.", Texts.Count(school.Pupils, "ученик|ученика|учеников"), Texts.Count(school.Years, "год|года|лет")));
        if (estimate.Differs is { } differs) yield return new(differs);
        if (school.Standing != Standing.None) yield return new(Texts.Say("{0}. {1}", EstimateWords.Name(school.Standing), EstimateWords.Why(school)));
    }
}
