using Stupeni.Platform;

namespace Stupeni.Identification.Workshop;

/// <summary>What turns numbers that were tried into an edition: its name, the act that sets them, the days it holds.</summary>
public sealed class PublicationForm
{
    public string? Edition { get; init; }
    public string? Act { get; init; }
    public string? ActNumber { get; init; }
    public DateOnly? ActDate { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>«Приказ департамента образования от 12.03.2026 № 01-12/345».</summary>
    public string Source(DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(Act) || Act.Trim().Length > 400) throw new RuleBroken("Укажите, какой это акт и чей, не длиннее 400 знаков.", "act");
        if (string.IsNullOrWhiteSpace(ActNumber) || ActNumber.Trim().Length > 60) throw new RuleBroken("Укажите номер акта, не длиннее 60 знаков.", "actNumber");
        if (ActDate is not { Year: >= 2000 } day) throw new RuleBroken("Укажите дату акта.", "actDate");
        if (day > today) throw new RuleBroken("Дата акта ещё не наступила.", "actDate");
        return $"{Act.Trim()} от {Numbers.Day(day)} № {ActNumber.Trim()}";
    }
}
