using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>
/// The way of a run's list from proposal to act: when objections are taken, who approves, whether it is approved. Every step of this way counts the token up,
/// so that no list is approved over a decision or an objection that came at the same moment.
/// </summary>
public sealed class ListReview : IRecorded
{
    private const int LongestWords = 300;
    private const int LongestReason = 1000;

    public required Id<IdentificationRun> Run { get; init; }
    public required int Number { get; init; }
    public DateOnly? From { get; private set; }
    public DateOnly? Until { get; private set; }

    /// <summary>By when the region promises to answer.</summary>
    public DateOnly? AnswersUntil { get; private set; }

    public string Authority { get; private set; } = "";
    public string Place { get; private set; } = "";
    public string SignerPosition { get; private set; } = "";
    public string SignerName { get; private set; } = "";
    public string Responsible { get; private set; } = "";
    public string Executor { get; private set; } = "";

    /// <summary>The edition in force; 0 while nothing is approved.</summary>
    public int Edition { get; private set; }
    public string ActNumber { get; private set; } = "";
    public DateOnly? ActDate { get; private set; }

    /// <summary>Why the approved list is being changed; empty while it is not.</summary>
    public string Amending { get; private set; } = "";
    public int Token { get; private set; }

    public string Label => $"№ {Number}";
    Guid? IRecorded.Organisation => null;

    public bool IsApproved => Edition > 0 && Amending is "";

    public bool Takes(DateOnly today) => !IsApproved && today >= From && today <= Until;

    public bool IsOver(DateOnly today) => today > Until;

    /// <summary>Whether answers are late.</summary>
    public bool IsLate(DateOnly today) => today > AnswersUntil;

    /// <summary>Opens the time of objections, or moves it while it has not run out.</summary>
    public void OpenPeriod(DateOnly? from, DateOnly? until, DateOnly? answersUntil, DateOnly today)
    {
        MustBeOpen();
        if (from is not { } first) throw new RuleBroken("Укажите, с какого дня принимаются возражения.", nameof(from));
        if (until is not { } last) throw new RuleBroken("Укажите последний день приёма.", nameof(until));
        if (answersUntil is not { } answers) throw new RuleBroken("Укажите, до какого дня область ответит.", nameof(answersUntil));
        if (first < today && first != From) throw new RuleBroken("Начало не может быть раньше сегодняшнего дня, {0}.", nameof(from), Numbers.Day(today));
        if (last < first) throw new RuleBroken("Последний день не может быть раньше первого.", nameof(until));
        if (last < today) throw new RuleBroken("Последний день не может быть раньше сегодняшнего, {0}.", nameof(until), Numbers.Day(today));
        if (last < Until) throw new RuleBroken("Срок уже объявлен школам: до {0}. Его можно только продлить.", nameof(until), Numbers.Day(Until.Value));
        if (answers < last) throw new RuleBroken("Отвечать можно и после приёма, но не раньше его последнего дня.", nameof(answersUntil));
        (From, Until, AnswersUntil) = (first, last, answers);
    }

    /// <summary>What the draft order says of those who issue it.</summary>
    public void Sign(string? authority, string? place, string? signerPosition, string? signerName, string? responsible, string? executor)
    {
        MustBeOpen();
        (Authority, Place, SignerPosition) = (Short(authority, nameof(authority)), Short(place, nameof(place)), Short(signerPosition, nameof(signerPosition)));
        (SignerName, Responsible, Executor) = (Short(signerName, nameof(signerName)), Short(responsible, nameof(responsible)), Short(executor, nameof(executor)));
    }

    public void MustBeOpen()
    {
        if (IsApproved) throw new RuleBroken("Перечень утверждён: {0} от {1}. Решения и возражения по этому запуску больше не меняются; изменить перечень можно новым актом.", "", ActNumber, Numbers.Day(ActDate!.Value));
    }

    /// <summary>A decision or an objection of the run changes.</summary>
    public void Step()
    {
        MustBeOpen();
        Token++;
    }

    /// <summary>The next edition of the list, from what is decided now.</summary>
    public ApprovedList Approve(Waiting left, string? actNumber, DateOnly? actDate, string? title, DateOnly today, Viewer by, DateTime now)
    {
        MustBeOpen();
        if (Until is null) throw new RuleBroken("Сначала откройте приём возражений: без него список не утверждается.");
        if (!IsOver(today)) throw new RuleBroken("Возражения принимаются до {0}: утвердить список можно на следующий день.", "", Numbers.Day(Until.Value));
        if (left.Unanswered > 0) throw new RuleBroken("Остались возражения без ответа: {0}.", "", left.Unanswered);
        if (left.Undecided > 0) throw new RuleBroken("Остались школы без решения: {0}.", "", left.Undecided);
        var list = ApprovedList.Of(this, actNumber, actDate, title, today, by, now);
        (Edition, ActNumber, ActDate, Amending) = (list.Edition, list.ActNumber, list.ActDate, "");
        return list;
    }

    /// <summary>Starts the next edition. The one in force stays in force until it is approved.</summary>
    public void Amend(string? reason)
    {
        if (!IsApproved) throw new RuleBroken("Перечень ещё не утверждён: менять решения можно и так.");
        var why = (reason ?? "").Trim();
        if (why is "") throw new RuleBroken("Напишите, почему перечень меняется: это останется в новой редакции.", nameof(reason));
        if (why.Length > LongestReason) throw new RuleBroken("Не длиннее {0} знаков.", nameof(reason), LongestReason);
        Amending = why;
    }

    private static string Short(string? words, string about) => (words ?? "").Trim() is { Length: <= LongestWords } fine ? fine : throw new RuleBroken("Не длиннее {0} знаков.", about, LongestWords);
}

/// <summary>What stands between a list and its act.</summary>
public sealed record Waiting(int Undecided, int Unanswered);
