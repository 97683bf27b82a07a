using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>The minimum of a procedure before an import changed it, so that undoing brings it back.</summary>
internal static class MinimumEffect
{
    private const string Subject = nameof(AssessmentProcedure);

    public static ImportEffect Of(Import import, AssessmentProcedure procedure, double minimum, string source) => new()
    {
        Import = import.Id, Subject = Subject, SubjectId = procedure.Id.Value,
        Before = JsonSerializer.Serialize(new State(procedure.Minimum, procedure.MinimumSource)), After = JsonSerializer.Serialize(new State(minimum, source)),
    };

    public static async Task TakeBack(Db db, Import import, CancellationToken stop)
    {
        foreach (var effect in await db.ImportEffects.Where(e => e.Import == import.Id && e.Subject == Subject).ToListAsync(stop))
        {
            var procedure = await db.Procedures.SingleAsync(p => p.Id == new Id<AssessmentProcedure>(effect.SubjectId), stop);
            (procedure.Minimum, procedure.MinimumSource) = JsonSerializer.Deserialize<State>(effect.Before!)!;
        }
    }

    private sealed record State(double? Minimum, string Source);
}
