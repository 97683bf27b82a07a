using Stupeni.Platform;

namespace Stupeni.Schools.Sentences;

/// <summary>The index of social wellbeing and what it means.</summary>
internal static class CircumstancesOf
{
    /// <summary>Within half a deviation between schools circumstances are called usual.</summary>
    private const double Usual = 5;

    public static IEnumerable<Sentence> Of(SchoolFacts facts)
    {
        var href = $"/organisations/{facts.Id}/context";
        if (facts.Context.Count == 0)
        {
            yield return new(Texts.Say("Социального паспорта в системе нет: условия школы неизвестны. Это не значит, что они благополучны."), href, Texts.Say("Контекст"));
            if (facts.Index is null) yield break;
        }
        else
        {
            yield return new(Texts.Say("Социальный паспорт за {0}: показателей {1}.", facts.Context[0].Row.Figure.Year.ToString(), facts.Context.Count), href, Texts.Say("Контекст"));
        }

        if (facts.Index is not { } index) yield return new(Texts.Say("Индекс социального благополучия не посчитан."));
        else if (index.School.Value is not { } value) yield return new(Texts.Say("Индекс социального благополучия не посчитан: известно показателей {0} из {1}.", index.School.Used, index.Of));
        else
        {
            yield return new(Texts.Say("Индекс социального благополучия за {0} — {1} при среднем по области 50: {2}.", index.Index.Year.ToString(), Numbers.Decimal(value, 0), Texts.Say(value < 50 - Usual ? "условия труднее обычных" : value > 50 + Usual ? "условия легче обычных" : "условия обычные для области")), $"{href}#h-index", Texts.Say("Из чего сложился"));
            if (index.School.IsHard && facts.SeesLists) yield return new(Texts.Say("Контекст неблагоприятный: индекс {0} и ниже. С такими школами сравнивают тех, кто работает в похожих условиях.", Numbers.Decimal(index.Index.Cut)));
        }
    }
}
