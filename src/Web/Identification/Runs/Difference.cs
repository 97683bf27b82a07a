using Stupeni.Identification.Rules;
using Stupeni.Platform;

namespace Stupeni.Identification.Runs;

/// <summary>Why two runs say different things of one school: the numbers that differ, or else the rule.</summary>
public static class Difference
{
    private const int ShownAtMost = 3;

    public static string Of(RunOrder was, IEnumerable<Result> before, RunOrder now, IEnumerable<Result> after, ProcedureNames names)
    {
        var (old, fresh) = (Seen(was, before), Seen(now, after));
        var changes = fresh.Values.OrderByDescending(now.Terms.Low).Where(f => !old.TryGetValue(f.Procedure, out var o) || (o.Participants, o.BelowThreshold, o.Flag?.Kind) != (f.Participants, f.BelowThreshold, f.Flag?.Kind))
            .Select(f => old.TryGetValue(f.Procedure, out var o) && o.Flag?.Kind != f.Flag?.Kind
                ? f.Flag is null ? Texts.Say("{0}: год снова сравнивается", names.Full(f)) : $"{names.Full(f)}: {Uncapped(ReasonText.Apart(f))}"
                : o is not null
                ? Texts.Say("{0}: было {1} из {2}, стало {3} из {4}", names.Full(f), o.BelowThreshold, o.Participants, f.BelowThreshold, f.Participants)
                : Texts.Say("{0}: учтён результат, {1} из {2}", names.Full(f), f.BelowThreshold, f.Participants))
            .Concat(old.Values.Where(o => !fresh.ContainsKey(o.Procedure)).Select(o => Texts.Say("{0}: больше не учитывается, {1} из {2}", names.Full(o), o.BelowThreshold, o.Participants))).ToList();
        if (changes.Count == 0) return Texts.Say("Данные те же: изменились правило, его прочтение или числа.");
        return string.Join("; ", changes.Take(ShownAtMost)) + (changes.Count > ShownAtMost ? Texts.Say("; и ещё {0}", changes.Count - ShownAtMost) : "") + ".";
    }

    /// <summary>What a run asked for that the other did not: edition, reading, year, least participants.</summary>
    public static List<string> OfOrders(RunOrder was, RunOrder now)
    {
        var differences = new List<string>();
        if (was.Rule.Id != now.Rule.Id || was.Reading.Reading != now.Reading.Reading) differences.Add(Texts.Say("правило: было {0}, стало {1}", was.Edition(), now.Edition()));
        if (was.Year != now.Year) differences.Add(Texts.Say("год: был {0}, стал {1}", was.Year, now.Year));
        if (was.MinParticipants != now.MinParticipants) differences.Add(Texts.Say("наименьшее N: было {0}, стало {1}", was.MinParticipants, now.MinParticipants));
        return differences;
    }

    private static string Uncapped(string sentence) => sentence.TrimEnd('.');

    private static Dictionary<Id<Assessments.AssessmentProcedure>, Result> Seen(RunOrder order, IEnumerable<Result> results) => results.Where(r => order.RuleYears.Contains(r.Year)).OrderByDescending(r => r.Year).ThenBy(r => r.Line.Order, StringComparer.Ordinal).ToDictionary(r => r.Procedure);
}
