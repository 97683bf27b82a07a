using Stupeni.Assessments;
using Stupeni.Platform;

namespace Stupeni.Identification.Rules;

/// <summary>Results to judge, made in one word: <c>Oge(2026, 9, 24)</c> is nine of twenty-four below the threshold.</summary>
internal static class Made
{
    public static readonly Terms Usual = new(30, 20, 10, 2);

    public static Result Oge(int year, int below, int participants, string subject = "MA") => Of(ProcedureKind.Oge, subject, 9, year, below, participants);

    public static Result Vpr(int year, int below, int participants, int grade = 6, string subject = "MA") => Of(ProcedureKind.Vpr, subject, grade, year, below, participants);

    public static Result Flagged(this Result result, Comparability flag = Comparability.ChangedTiming) => result with { Flag = new(flag, "перенесены на осень", "письмо", "2022", false) };

    public static SchoolState? State(Reading reading, int year, params Result[] results) => RuleReading.Of(reading).Judge(results, new(year), Usual)?.State;

    private static Result Of(ProcedureKind kind, string subject, int grade, int year, int below, int participants) =>
        new(Id<AssessmentProcedure>.New(), new(kind, subject, grade, MathLevel.None, ""), new(year), participants, below);
}
