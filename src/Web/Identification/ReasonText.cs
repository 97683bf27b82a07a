using Stupeni.Identification.Rules;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>A verdict in sentences: what was found, in which procedures, how many of how many. Never a cause, never a rank.</summary>
public sealed class ReasonText(ProcedureNames names, RunOrder order)
{
    private const int ShownAtMost = 3;
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
        var sentences = verdict.Grounds.Select(g => Ground(g, verdict)).ToList();
        if (verdict.State == SchoolState.InsufficientData && verdict.Grounds[0].Kind == GroundKind.TooFew) sentences.Add(Together(pooled));
        if (verdict is { State: SchoolState.RiskGroup, Missing.Count: > 0 }) sentences.Add(Texts.Say("Нет результатов за {0}.", Ends(verdict.Missing)));
        if (verdict.State == SchoolState.Listed && verdict.Deciding.Participants < FewParticipants) sentences.Add(Texts.Say("Участников мало, интервал широкий."));
        return string.Join(' ', sentences);
    }

    /// <summary>«ВПР, математика, 6 класс за 3 года вместе: 7 из 26 (26,9 %).»</summary>
    public string Together(Pooled pooled) => pooled.Years.Count < 2
        ? Texts.Say("Прежних лет в системе нет.")
        : Texts.Say("{0} за {1} вместе: {2} из {3} ({4}).", names.Short(pooled.Line), Texts.Count(pooled.Years.Count, Years), pooled.BelowThreshold, pooled.Participants, Numbers.Percent(Figure.Share(pooled.BelowThreshold, pooled.Participants)));

    private string Ground(Ground ground, Verdict verdict) => ground.Kind switch
    {
        GroundKind.LowInYear => Texts.Say("{0} год, {1} с долей {2} и больше: {3}.", ground.Year!.Value.Ends, Procedures(ground), Share, Items(ground)),
        GroundKind.LowInYears => Texts.Say("За два года {0} с долей {1} и больше: {2}.", Procedures(ground), Share, Items(ground, withYear: true)),
        GroundKind.LowAgain => Texts.Say("Два года подряд: {0}.", Pairs(ground)),
        GroundKind.SomeLow => Texts.Say("{0} с долей {1} и больше: {2}. Для списка этого недостаточно, нужна проверка.", Procedures(ground), Share, Items(ground, withYear: true)),
        GroundKind.Near => Texts.Say("{0} с долей от {1} и меньше {2}: {3}.", Procedures(ground), Numbers.Percent(order.Terms.Risk, 0), Share, Items(ground, withYear: true)),
        GroundKind.TooFew => Texts.Say("В каждой процедуре меньше {0} участников.", order.MinParticipants),
        GroundKind.NoResults => Texts.Say("Нет результатов за {0}: без них правило применить нельзя.", Ends(verdict.Missing)),
        _ => Texts.Say("Ни в одной процедуре за {0} доля не достигла {1}.", Ends(ground.Results.Select(r => r.Year)), Share),
    };

    private static string Procedures(Ground ground) => Texts.Count(ground.Results.Count, "процедура|процедуры|процедур");

    private string Items(Ground ground, bool withYear = false)
    {
        var shown = ground.Results.Take(ShownAtMost).Select(r => Texts.Say("{0} — {1} из {2}", withYear ? names.Full(r) : names.Short(r.Line), r.BelowThreshold, r.Participants));
        return And(shown, ground.Results.Count);
    }

    private string Pairs(Ground ground)
    {
        var lines = ground.Results.Chunk(2).ToList();
        return And(lines.Take(ShownAtMost).Select(p => Texts.Say("{0} — {1} из {2} в {3} году и {4} из {5} в {6} году", names.Short(p[0].Line), p[0].BelowThreshold, p[0].Participants, p[0].Year.Ends, p[1].BelowThreshold, p[1].Participants, p[1].Year.Ends)), lines.Count);
    }

    private static string And(IEnumerable<string> items, int count) => string.Join("; ", items) + (count > ShownAtMost ? Texts.Say("; и ещё {0}", count - ShownAtMost) : "");

    private static string Ends(IEnumerable<SchoolYear> years)
    {
        var ends = years.Distinct().Order().Select(y => y.Ends).ToList();
        return ends is [var one] ? Texts.Say("{0} год", one) : Texts.Say("{0} годы", string.Join(", ", ends));
    }
}
