using Stupeni.Identification.Rules;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>A verdict in sentences: what was found, in which procedures, how many of how many. Never a cause, never a rank.</summary>
public sealed class ReasonText(ProcedureNames names, RunOrder order)
{
    private const int ShownAtMost = 4;
    private const int FewParticipants = 20;
    private const string Years = "год|года|лет";

    private string Share => Numbers.Percent(order.Terms.Share, 0);

    /// <summary>«ОГЭ 2026, математика, 9 класс: 9 из 24 ниже порога — 37,5 %, порог 30 %».</summary>
    public string Line(Result result)
    {
        var said = Texts.Say("{0}: {1} из {2} ниже порога — {3}, порог {4}", names.Full(result), result.BelowThreshold, result.Participants, Numbers.Percent(Figure.Share(result.BelowThreshold, result.Participants)), Share);
        return order.Terms.Counts(result) ? said : Texts.Say("{0}; участников меньше {1}, в расчёт не входит", said, order.MinParticipants);
    }

    /// <summary>Why, in one or two sentences: the column of the list.</summary>
    public string Short(Verdict verdict, Pooled pooled)
    {
        var shown = ShownAtMost / verdict.Grounds.Count;
        var sentences = verdict.Grounds.Select(g => Sentence(g, verdict, shown)).ToList();
        if (verdict.Grounds[0].Kind == GroundKind.TooFew) sentences.Add(Together(pooled));
        if (verdict is { State: SchoolState.RiskGroup, Missing.Count: > 0 }) sentences.Add(Texts.Say("Нет результатов за {0}.", Ends(verdict.Missing)));
        sentences.AddRange(Apart(verdict));
        if (verdict.State == SchoolState.Listed && verdict.Deciding.Participants < FewParticipants) sentences.Add(Texts.Say("Участников мало, интервал широкий."));
        return string.Join(' ', sentences);
    }

    /// <summary>«2022 год не сравнивается: весенние ВПР 2022 года перенесены на осень.»</summary>
    public static IEnumerable<string> Apart(Verdict verdict) => verdict.Apart.DistinctBy(r => (r.Year, r.Flag!.Kind, r.Flag.Reason)).Select(Apart);

    public static string Apart(Result result) => Texts.Say(result.IsHeld ? "{0} год не сравнивается: {1}." : "{0} год не учитывается: {1}.", result.Year.Ends, Texts.Say(result.Flag!.Reason));

    /// <summary>«ВПР, математика, 6 класс за 3 года вместе: 7 из 26 (26,9 %).»</summary>
    public string Together(Pooled pooled) => pooled.Years.Count < 2
        ? Texts.Say("Прежних лет в системе нет.")
        : Texts.Say("{0} за {1} вместе: {2} из {3} ({4}).", names.Short(pooled.Line), Texts.Count(pooled.Years.Count, Years), pooled.BelowThreshold, pooled.Participants, Numbers.Percent(Figure.Share(pooled.BelowThreshold, pooled.Participants)));

    /// <summary>What was found, over the procedures it was found in: «2026 год, 2 процедуры с долей 30 % и больше».</summary>
    public string Heading(Ground ground) => ground.Kind switch
    {
        GroundKind.LowInYear => Texts.Say("{0} год, {1} с долей {2} и больше", ground.Year!.Value.Ends, Procedures(ground.Results.Count), Share),
        GroundKind.LowInYears => Texts.Say("За два года {0} с долей {1} и больше", Procedures(ground.Results.Count), Share),
        GroundKind.LowAgain => Texts.Say("Два года подряд {0} с долей {1} и больше", Procedures(ground.Results.Count / 2), Share),
        GroundKind.SomeLow => Texts.Say("{0} с долей {1} и больше", Procedures(ground.Results.Count), Share),
        _ => Texts.Say("{0} с долей от {1} и меньше {2}", Procedures(ground.Results.Count), Numbers.Percent(order.Terms.Risk, 0), Share),
    };

    private string Sentence(Ground ground, Verdict verdict, int shown) => ground.Kind switch
    {
        GroundKind.TooFew => Texts.Say("В каждой процедуре меньше {0} участников.", order.MinParticipants),
        GroundKind.NoResults => Texts.Say("Нет результатов за {0}: без них правило применить нельзя.", Ends(verdict.Missing)),
        GroundKind.NotCompared => Texts.Say("Есть год, все результаты которого не сравниваются с другими: без него правило применить нельзя."),
        GroundKind.Nothing => Texts.Say("Ни в одной процедуре за {0} доля не достигла {1}.", Ends(ground.Results.Select(r => r.Year)), Share),
        GroundKind.LowAgain => $"{Heading(ground)}: {And([.. ground.Results.Chunk(2).Select(Pair)], shown)}.",
        GroundKind.SomeLow => $"{Heading(ground)}: {Items(ground, shown)}. {Texts.Say("Для списка этого недостаточно, нужна проверка.")}",
        _ => $"{Heading(ground)}: {Items(ground, shown)}.",
    };

    private static string Procedures(int count) => Texts.Count(count, "процедура|процедуры|процедур");

    private string Items(Ground ground, int shown) =>
        And([.. ground.Results.Select(r => Texts.Say("{0} — {1} из {2}", ground.Year is null ? names.Full(r) : names.Short(r.Line), r.BelowThreshold, r.Participants))], shown);

    private string Pair(Result[] pair) =>
        Texts.Say("{0} — {1} из {2} в {3} году и {4} из {5} в {6} году", names.Short(pair[0].Line), pair[0].BelowThreshold, pair[0].Participants, pair[0].Year.Ends, pair[1].BelowThreshold, pair[1].Participants, pair[1].Year.Ends);

    private static string And(List<string> items, int shown) => string.Join("; ", items.Take(shown)) + (items.Count > shown ? Texts.Say("; и ещё {0}", items.Count - shown) : "");

    private static string Ends(IEnumerable<SchoolYear> years)
    {
        var ends = years.Distinct().Order().Select(y => y.Ends).ToList();
        return ends is [var one] ? Texts.Say("{0} год", one) : Texts.Say("{0} и {1} годы", ends[0], ends[^1]);
    }
}
