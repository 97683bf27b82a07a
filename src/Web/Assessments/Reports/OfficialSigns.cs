using Microsoft.EntityFrameworkCore;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>Which schools the official list marks in a procedure, if a list of its year is here at all.</summary>
public sealed record OfficialSigns(bool HasList, IReadOnlySet<Id<Organisation>> Schools)
{
    public static async Task<OfficialSigns> Of(Db db, ProcedureKey key, CancellationToken stop)
    {
        var flags = await db.ComparabilityFlags.AsNoTracking().Where(f => f.Flag == Comparability.BiasSigns && f.Year == key.Year && f.Organisation != null).ToListAsync(stop);
        return new(flags.Count > 0, flags.Where(f => f.Concerns(key)).Select(f => f.Organisation!.Value).ToHashSet());
    }

    public bool Marks(ReportUnit unit) => unit.School is { } school && Schools.Contains(school);

    public string Word(ReportUnit unit) => Texts.Say(Marks(unit) ? "есть в списке" : HasList ? "нет в списке" : "список не загружен");

    public string Why() => Texts.Say(HasList ? "Список федерального оператора за этот год; маркер поставлен по предмету и классу." : "Список за этот год не загружен.");
}
