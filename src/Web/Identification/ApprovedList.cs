using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>An edition of a run's list as an act approved it. It is never changed: another act makes another edition.</summary>
public sealed class ApprovedList : IRecorded
{
    private const int LongestAct = 60;
    private const int LongestTitle = 300;

    public Id<ApprovedList> Id { get; init; } = Id<ApprovedList>.New();
    public required Id<IdentificationRun> Run { get; init; }
    public required int Edition { get; init; }
    public required string ActNumber { get; init; }
    public required DateOnly ActDate { get; init; }
    public required string Title { get; init; }

    /// <summary>Why it took the place of the edition before it; empty in the first.</summary>
    public required string Reason { get; init; }
    public required DateTime At { get; init; }
    public Id<Person>? By { get; init; }
    public required string ByName { get; init; }
    public int Schools { get; private set; }

    /// <summary>SHA-256 of its content: see <see cref="Hold"/>.</summary>
    public string Sha256 { get; private set; } = "";

    public string Label => ActNumber;
    Guid? IRecorded.Organisation => null;

    internal static ApprovedList Of(ListReview review, string? actNumber, DateOnly? actDate, string? title, DateOnly today, Viewer by, DateTime now)
    {
        var (act, about) = ((actNumber ?? "").Trim(), (title ?? "").Trim());
        if (act is "") throw new RuleBroken("Укажите номер акта.", nameof(actNumber));
        if (act.Length > LongestAct) throw new RuleBroken("Не длиннее {0} знаков.", nameof(actNumber), LongestAct);
        if (actDate is not { Year: >= 2000 } day) throw new RuleBroken("Укажите дату акта.", nameof(actDate));
        if (day > today) throw new RuleBroken("Дата акта не может быть позже сегодняшней, {0}.", nameof(actDate), Numbers.Day(today));
        if (day <= review.Until) throw new RuleBroken("Акт не может быть раньше, чем кончился приём возражений, {0}.", nameof(actDate), Numbers.Day(review.Until.Value));
        if (about is "") throw new RuleBroken("Укажите заголовок акта.", nameof(title));
        if (about.Length > LongestTitle) throw new RuleBroken("Не длиннее {0} знаков.", nameof(title), LongestTitle);
        return new() { Run = review.Run, Edition = review.Edition + 1, ActNumber = act, ActDate = day, Title = about, Reason = review.Amending, At = now, By = by.Person, ByName = by.Name };
    }

    /// <summary>Takes its content: lines «code|state|decision|in or out|act|date|reason», in the order of codes. Anyone who has the list can compute the hash again.</summary>
    public void Hold(IReadOnlyCollection<ApprovedSchool> schools) => (Schools, Sha256) = (schools.Count(s => s.InList), Hash(schools));

    public static string Hash(IEnumerable<ApprovedSchool> schools) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', schools.OrderBy(s => s.Code, StringComparer.Ordinal).Select(s =>
        string.Create(CultureInfo.InvariantCulture, $"{s.Code}|{s.State}|{s.Decision}|{(s.InList ? "in" : "out")}|{s.ActNumber}|{s.ActDate:yyyy-MM-dd}|{s.Reason}"))))));
}

/// <summary>A school of an edition: what the rule said, what was decided and why, under the name it had.</summary>
public sealed class ApprovedSchool
{
    public required Id<ApprovedList> List { get; init; }
    public required Id<Organisation> Organisation { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string Municipality { get; init; }
    public required SchoolState State { get; init; }
    public required DecisionKind? Decision { get; init; }
    public required bool InList { get; init; }
    public required string ActNumber { get; init; }
    public required DateOnly? ActDate { get; init; }
    public required string Reason { get; init; }
}
