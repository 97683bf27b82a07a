using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>What a coordinator decided about a school of a run, by which act and why.</summary>
public sealed class ListDecision : IRecorded
{
    private const int LongestReason = 1000;
    private const int LongestAct = 60;

    public Id<ListDecision> Id { get; init; } = Id<ListDecision>.New();
    public required Id<IdentificationRun> Run { get; init; }
    public required Id<Organisation> Organisation { get; init; }
    public DecisionKind Kind { get; private set; }
    public string Reason { get; private set; } = "";
    public string ActNumber { get; private set; } = "";
    public DateOnly ActDate { get; private set; }
    public Id<Person>? By { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTime At { get; private set; }
    public int Token { get; init; }

    public string Label => ActNumber;
    Guid? IRecorded.Organisation => Organisation.Value;

    private bool IsMade => ActNumber is not "";

    /// <summary>What may be decided of a school: what the rule lists is confirmed or taken out, what it does not list may be added, and what was added may be taken out again.</summary>
    public static DecisionKind[] Choices(SchoolState verdict, DecisionKind? made) => verdict switch
    {
        SchoolState.Listed => [DecisionKind.Confirmed, DecisionKind.Removed],
        SchoolState.InsufficientData => [DecisionKind.Added, DecisionKind.Removed],
        _ => made is null ? [DecisionKind.Added] : [DecisionKind.Added, DecisionKind.Removed],
    };

    /// <summary>Whether the school stands in the list once the decision, if any, is counted.</summary>
    public static bool InList(SchoolState verdict, DecisionKind? made) => made is null ? verdict == SchoolState.Listed : made != DecisionKind.Removed;

    public void Decide(ListReview review, DecisionKind? kind, SchoolState verdict, string? reason, string? actNumber, DateOnly? actDate, DateOnly today, Viewer by, DateTime now)
    {
        review.MustBeOpen();
        var (why, act) = ((reason ?? "").Trim(), (actNumber ?? "").Trim());
        if (kind is not { } chosen) throw new RuleBroken("Выберите решение.", nameof(kind));
        if (!Choices(verdict, IsMade ? Kind : null).Contains(chosen))
            throw new RuleBroken(verdict == SchoolState.Listed ? "Школа уже в списке по правилу: подтвердите её или исключите." : "По правилу школы нет в списке: её можно только добавить.", nameof(kind));
        if (act is "") throw new RuleBroken("Укажите номер акта.", nameof(actNumber));
        if (act.Length > LongestAct) throw new RuleBroken("Не длиннее {0} знаков.", nameof(actNumber), LongestAct);
        if (actDate is not { Year: >= 2000 } day) throw new RuleBroken("Укажите дату акта.", nameof(actDate));
        if (day > today) throw new RuleBroken("Дата акта не может быть позже сегодняшней, {0}.", nameof(actDate), Numbers.Day(today));
        if (chosen != DecisionKind.Confirmed && why is "") throw new RuleBroken("Напишите причину: её увидит школа.", nameof(reason));
        if (why.Length > LongestReason) throw new RuleBroken("Не длиннее {0} знаков.", nameof(reason), LongestReason);
        if (IsMade && (Kind, Reason, ActNumber, ActDate) == (chosen, why, act, day)) return;

        review.Step();
        (Kind, Reason, ActNumber, ActDate) = (chosen, why, act, day);
        (By, ByName, At) = (by.Person, by.Name, now);
    }
}

public enum DecisionKind { Confirmed, Added, Removed }
