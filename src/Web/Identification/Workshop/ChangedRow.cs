using Stupeni.Identification.Rules;
using Stupeni.Identification.Runs;
using Stupeni.Platform;

namespace Stupeni.Identification.Workshop;

/// <summary>A school that enters or leaves, with what each edition says of it.</summary>
public sealed record ChangedRow(TriedSchool School, string Was, string Now)
{
    public static IReadOnlyList<ChangedRow> Of(TriedYear year, IEnumerable<TriedSchool> schools, ProcedureNames names)
    {
        var (was, now) = (new ReasonText(names, year.Was), new ReasonText(names, year.Now));
        return [.. schools.Select(s => new ChangedRow(s, Say(was, year.Was, s, s.Was), Say(now, year.Now, s, s.Now)))];
    }

    private static string Say(ReasonText reasons, RunOrder order, TriedSchool school, Verdict? verdict) => verdict is null
        ? Texts.Say("Результатов в годы правила не было.")
        : reasons.Short(verdict, ListWords.Together(TriedYear.Seen(order, school.School), verdict.Deciding.Line));
}
