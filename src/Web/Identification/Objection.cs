using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>What a school says against its place in a run's list, and what the region answered.</summary>
public sealed class Objection : IRecorded
{
    private const int Longest = 4000;

    public Id<Objection> Id { get; init; } = Id<Objection>.New();
    public required Id<IdentificationRun> Run { get; init; }
    public required Id<Organisation> Organisation { get; init; }

    /// <summary>Which one of this school: a form sent twice takes one number once.</summary>
    public required int Number { get; init; }
    public required string Text { get; init; }
    public required DateTime At { get; init; }
    public Id<Person>? By { get; init; }
    public required string ByName { get; init; }
    public ObjectionState State { get; private set; }
    public string Answer { get; private set; } = "";
    public DateTime? AnsweredAt { get; private set; }
    public Id<Person>? AnsweredBy { get; private set; }
    public string AnsweredByName { get; private set; } = "";
    public int Token { get; init; }

    public string Label => $"№ {Number}";
    Guid? IRecorded.Organisation => Organisation.Value;

    public static Objection Send(ListReview review, Id<Organisation> school, IReadOnlyCollection<Objection> earlier, string? text, DateOnly today, Viewer by, DateTime now)
    {
        review.MustBeOpen();
        if (review.From is not { } from || review.Until is not { } until) throw new RuleBroken("Область ещё не открыла приём возражений по этому запуску.");
        if (today < from) throw new RuleBroken("Возражения принимаются с {0}.", "", Numbers.Day(from));
        if (today > until) throw new RuleBroken("Возражения принимались до {0}: новые не принимаются.", "", Numbers.Day(until));
        if (earlier.Any(o => o.State == ObjectionState.Sent)) throw new RuleBroken("На прежнее возражение ещё не ответили. Чтобы дополнить его, отзовите его и отправьте новое.");
        var said = (text ?? "").Trim();
        if (said is "") throw new RuleBroken("Напишите, с чем школа не согласна и почему.", nameof(text));
        if (said.Length > Longest) throw new RuleBroken("Не длиннее {0} знаков.", nameof(text), Longest);
        review.Step();
        return new() { Run = review.Run, Organisation = school, Number = earlier.Count + 1, Text = said, At = now, By = by.Person, ByName = by.Name };
    }

    public void Withdraw(ListReview review)
    {
        MustWait();
        review.Step();
        State = ObjectionState.Withdrawn;
    }

    public void Reply(ListReview review, bool? accepts, string? answer, Viewer by, DateTime now)
    {
        MustWait();
        var said = (answer ?? "").Trim();
        if (accepts is not { } accepted) throw new RuleBroken("Выберите, принято ли возражение.", nameof(accepts));
        if (said is "") throw new RuleBroken("Напишите обоснование: его увидит школа.", nameof(answer));
        if (said.Length > Longest) throw new RuleBroken("Не длиннее {0} знаков.", nameof(answer), Longest);
        review.Step();
        (State, Answer, AnsweredAt, AnsweredBy, AnsweredByName) = (accepted ? ObjectionState.Accepted : ObjectionState.Declined, said, now, by.Person, by.Name);
    }

    private void MustWait()
    {
        if (State == ObjectionState.Withdrawn) throw new RuleBroken("Школа отозвала возражение.");
        if (State != ObjectionState.Sent) throw new RuleBroken("На возражение уже ответили.");
    }
}

public enum ObjectionState { Sent, Accepted, Declined, Withdrawn }

/// <summary>A figure of the run that the objection is about.</summary>
public sealed class ObjectionFigure
{
    public required Id<Objection> Objection { get; init; }
    public required Id<AssessmentProcedure> Procedure { get; init; }
}
