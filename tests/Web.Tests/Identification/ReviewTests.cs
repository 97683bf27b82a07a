using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>What the rows themselves refuse on the way from run to act.</summary>
public sealed class ReviewTests
{
    private static readonly DateOnly Monday = new(2026, 9, 7);
    private static readonly DateTime Now = new(2026, 9, 7, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Viewer Someone = new(null, "Кто-то", "", []);

    private readonly ListReview review = new() { Run = Id<IdentificationRun>.New(), Number = 1 };
    private readonly Id<Organisation> school = Id<Organisation>.New();

    [Fact]
    public void Nobody_objects_before_the_time_is_open_nor_after_it()
    {
        Assert.Contains("ещё не открыла", Refusal(() => Send(Monday)), StringComparison.Ordinal);
        Open();
        Assert.Contains("принимаются с 07.09.2026", Refusal(() => Send(Monday.AddDays(-1))), StringComparison.Ordinal);
        Assert.Contains("принимались до 21.09.2026: новые не принимаются", Refusal(() => Send(Monday.AddDays(15))), StringComparison.Ordinal);
        Assert.Equal(ObjectionState.Sent, Send(Monday.AddDays(14)).State);
    }

    [Fact]
    public void A_time_that_was_announced_can_only_be_prolonged()
    {
        Open();
        Assert.Contains("только продлить", Refusal(() => review.OpenPeriod(Monday, Monday.AddDays(7), Monday.AddDays(21), Monday)), StringComparison.Ordinal);
        review.OpenPeriod(Monday, Monday.AddDays(20), Monday.AddDays(25), Monday.AddDays(3));
        Assert.Equal(Monday.AddDays(20), review.Until);
    }

    [Fact]
    public void An_objection_is_answered_once_and_withdrawn_only_before_that()
    {
        Open();
        var (first, second) = (Send(Monday), Send(Monday));
        Assert.Contains("обоснование", Refusal(() => first.Reply(review, true, " ", Someone, Now)), StringComparison.Ordinal);
        first.Reply(review, true, "Число исправлено.", Someone, Now);
        Assert.Contains("уже ответили", Refusal(() => first.Reply(review, false, "Нет.", Someone, Now)), StringComparison.Ordinal);
        Assert.Contains("уже ответили", Refusal(() => first.Withdraw(review)), StringComparison.Ordinal);
        second.Withdraw(review);
        Assert.Contains("отозвала", Refusal(() => second.Reply(review, false, "Нет.", Someone, Now)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_school_that_waits_for_an_answer_does_not_send_another()
    {
        Open();
        var first = Send(Monday);
        Assert.Contains("ещё не ответили", Refusal(() => Send(Monday, first)), StringComparison.Ordinal);
        first.Withdraw(review);
        Assert.Equal(2, Send(Monday, first).Number);
    }

    [Fact]
    public void A_list_is_approved_only_when_nothing_is_left()
    {
        Assert.Contains("Сначала откройте", Refusal(() => Approve(0, 0)), StringComparison.Ordinal);
        Open();
        Assert.Contains("на следующий день", Refusal(() => Approve(0, 0, Monday.AddDays(14))), StringComparison.Ordinal);
        Assert.Contains("без ответа: 2", Refusal(() => Approve(0, 2)), StringComparison.Ordinal);
        Assert.Contains("без решения: 3", Refusal(() => Approve(3, 0)), StringComparison.Ordinal);
        Assert.Equal(1, Approve(0, 0).Edition);
        Assert.True(review.IsApproved);
    }

    [Fact]
    public void What_is_approved_changes_only_through_another_act()
    {
        Open();
        var objection = Send(Monday);
        var decision = new ListDecision { Run = review.Run, Organisation = school };
        Approve(0, 0);
        Assert.Contains("Перечень утверждён: 12-р", Refusal(() => Decide(decision)), StringComparison.Ordinal);
        Assert.Contains("Перечень утверждён", Refusal(() => objection.Reply(review, true, "Да.", Someone, Now)), StringComparison.Ordinal);
        Assert.Contains("Перечень утверждён", Refusal(() => objection.Withdraw(review)), StringComparison.Ordinal);
        Assert.Contains("Перечень утверждён", Refusal(() => Send(Monday)), StringComparison.Ordinal);
        Assert.Contains("Перечень утверждён", Refusal(Open), StringComparison.Ordinal);

        Assert.Contains("почему", Refusal(() => review.Amend("")), StringComparison.Ordinal);
        review.Amend("Решение комиссии.");
        Decide(decision);
        var second = Approve(0, 0);
        Assert.Equal((2, "Решение комиссии."), (second.Edition, second.Reason));
    }

    [Fact]
    public void The_hash_names_the_content_whatever_its_order()
    {
        var (a, b) = (Held("010001", DecisionKind.Confirmed), Held("010002", DecisionKind.Removed));
        Assert.Equal(ApprovedList.Hash([a, b]), ApprovedList.Hash([b, a]));
        Assert.NotEqual(ApprovedList.Hash([a, b]), ApprovedList.Hash([a, Held("010002", DecisionKind.Confirmed)]));
    }

    private void Open() => review.OpenPeriod(Monday, Monday.AddDays(14), Monday.AddDays(21), Monday);

    private Objection Send(DateOnly today, params Objection[] earlier) => Objection.Send(review, school, earlier, "Числа неверны.", today, Someone, Now);

    private ApprovedList Approve(int undecided, int unanswered, DateOnly? today = null) =>
        review.Approve(new(undecided, unanswered), "12-р", today ?? Monday.AddDays(20), "Об утверждении перечня", today ?? Monday.AddDays(20), Someone, Now);

    private void Decide(ListDecision decision) => decision.Decide(review, DecisionKind.Removed, SchoolState.Listed, "Числа исправлены.", "13", Monday, Monday, Someone, Now);

    private static string Refusal(Action action)
    {
        var broken = Assert.Throws<RuleBroken>(action);
        return Texts.Say(broken.Key, [.. broken.Args]);
    }

    private static ApprovedSchool Held(string code, DecisionKind kind) => new()
    {
        List = Id<ApprovedList>.New(), Organisation = Id<Organisation>.New(), Code = code, Name = code, Municipality = "", State = SchoolState.Listed, Decision = kind, InList = kind != DecisionKind.Removed, ActNumber = "1", ActDate = Monday, Reason = "",
    };
}
