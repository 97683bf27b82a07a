using Stupeni.Platform;

namespace Stupeni.Schools.Sentences;

/// <summary>Changes from year to year, as the page of trends finds them; years that do not compare are named.</summary>
internal static class Changes
{
    public static IEnumerable<Sentence> Of(SchoolFacts facts)
    {
        var href = $"/organisations/{facts.Id}/trends";
        if (facts.Trend.Finding is not "") yield return new(facts.Trend.Finding, href, Texts.Say("Динамика по годам"));
        foreach (var change in facts.Trend.Notable)
            yield return new(Texts.Say("{0}: с {1} по {2} год ниже порога было {3} из {4}, стало {5} из {6} ({7} п. п.) — {8}.", change.Name, change.From.Ends, change.To.Ends, change.BelowBefore, change.Before, change.Below, change.N, Numbers.Signed(change.Points), change.Word), $"{href}#{change.Anchor}", Texts.Say("Ряд"));
        if (facts.Trend.Left is not "") yield return new(facts.Trend.Left);
        if (facts.Trend.Notable.Count > 0) yield return new(Texts.Say("Причины по числам не видны: что изменилось, знает школа."));
    }
}
