using Stupeni.Matching;
using Stupeni.Platform;

namespace Stupeni.Analysis.Plans;

/// <summary>Reasons of a plan as sentences.</summary>
internal static class ReasonWords
{
    private const int Named = 5;

    public static string Of(Reason r) => r.Kind switch
    {
        ReasonKind.Pinned => r.Rule is null ? Texts.Say("Пара закреплена заранее.") : Texts.Say("Пара закреплена заранее: {0}.", r.Rule),
        ReasonKind.OnlyChoice => Texts.Say("Единственный возможный наставник."),
        ReasonKind.BestChoice => Texts.Say("Лучший из возможных наставников."),
        ReasonKind.RankedChoice => Texts.Say("{0}-й из {1} возможных наставников.", r.Rank, r.Of),
        ReasonKind.BetterTaken => Texts.Say("Лучший наставник {0} занят: {1}.", r.Mentor, Names(r.Mentees)),
        ReasonKind.SwapPrice => Texts.Say("Без этой пары план теряет: сумма {0}, пар {1}{2}.", Prose.Said(r.Total, 2), r.Cover, Moves(r.Moves)),
        ReasonKind.NoPairs => Texts.Say("Нет ни одной пары, которую можно составить."),
        ReasonKind.Forbidden => r.Rule is null ? Texts.Say("Пара с {0} запрещена.", r.Mentor) : Texts.Say("Пара с {0} запрещена: {1}.", r.Mentor, r.Rule),
        ReasonKind.NoCapacity => Texts.Say("У {0} нет мест.", r.Mentor),
        ReasonKind.MentorFull => Texts.Say("Все места у {0} заняты: {1}.", r.Mentor, Names(r.Mentees)),
        ReasonKind.AddsNothing => Texts.Say("У {0} есть место, но пара не увеличила бы сумму.", r.Mentor),
        ReasonKind.BelowWorst => Texts.Say("Пара с {0} слабее, чем самая слабая в плане ({1}).", r.Mentor, Prose.Said(r.Limit, 2)),
        ReasonKind.AlreadyHelps => Texts.Say("{0} уже помогает, нужен другой наставник.", r.Mentor),
        ReasonKind.EntryPrice => Texts.Say("Чтобы взять и его, план потерял бы: сумма {0}, пар {1}{2}.", Prose.Said(r.Total, 2), r.Cover, Moves(r.Moves)),
        ReasonKind.NotAcceptable or _ => Texts.Say("{0} не значится в предпочтениях друг друга.", r.Mentor),
    };

    public static string Of(StableMatch match) => match.Pinned ? Texts.Say("Пара закреплена заранее.")
        : Texts.Say("{0}-й в предпочтениях подопечного, {1}-й у наставника; никто из них не получил бы лучшего.", match.MenteeRank, match.MentorRank);

    private static string Names(IReadOnlyList<string> names) => string.Join(", ", names.Take(Named)) + (names.Count > Named ? ", …" : "");

    private static string Moves(IReadOnlyList<Move> moves) => moves.Count == 0 ? "" : "; " + string.Join(", ", moves.Take(Named).Select(m => $"{m.Mentee}: {m.From ?? "—"} → {m.To ?? "—"}")) + (moves.Count > Named ? ", …" : "");
}
