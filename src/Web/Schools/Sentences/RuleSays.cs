using Stupeni.Identification;
using Stupeni.Platform;

namespace Stupeni.Schools.Sentences;

/// <summary>What the formal rule says and why, what was decided, and official lists; nothing for those who see no lists.</summary>
internal static class RuleSays
{
    public static IEnumerable<Sentence> Of(SchoolFacts facts)
    {
        if (!facts.SeesLists) yield break;

        if (facts.List is { } list)
        {
            yield return new(Texts.Say("Правило {0}, данные на {1}: «{2}».", list.Edition, Numbers.Day(list.At), list.State.Name()), $"/identification/{list.Run}/schools/{facts.Id}", Texts.Say("Причины и данные"));
            yield return new(list.Why);
            if (list.Decision is { } made) yield return new(Texts.Say("Решение области: {0}, акт {1} от {2}.", made.Name(), list.ActNumber, Numbers.Day(list.ActDate!.Value)));
            else if (list.IsDraft) yield return new(Texts.Say("Это проект: решение области ещё не принято."));
            yield return new(Texts.Say("Это повод предложить поддержку, а не оценка школы или учителей."));
        }
        else
        {
            yield return new(Texts.Say("В последнем запуске правила школы нет: запуска ещё не было или не было её результатов."));
        }

        foreach (var official in facts.Official) yield return new(Texts.Say("Официальный список за {0}: {1}{2}.", official.Year.ToString(), official.List.Word(), official.Act is "" ? "" : $" ({official.Act})"));
    }
}
