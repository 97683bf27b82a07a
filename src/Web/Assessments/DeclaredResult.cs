using System.Text.Json;
using System.Text.Json.Serialization;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>
/// What one report of ФИС ОКО declares of one unit in one procedure, or how many participants a file of F1 says it has. Kept as it was declared, beside the score sheets and never
/// added into them. A later file stands beside the earlier one; undoing an import takes its own rows away.
/// </summary>
public sealed class DeclaredResult
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = Messages.Json.Encoder };

    public Id<DeclaredResult> Id { get; init; } = Id<DeclaredResult>.New();
    public required Id<AssessmentProcedure> Procedure { get; init; }
    public required DeclaredReport Report { get; init; }
    public required DeclaredLevel Level { get; init; }

    /// <summary>The municipality, where the unit is one.</summary>
    public Id<Municipality>? Municipality { get; init; }

    /// <summary>The school, where the unit is one.</summary>
    public Id<Organisation>? Organisation { get; init; }
    public int? Participants { get; init; }

    /// <summary>How many schools are in the unit, where the report says it.</summary>
    public int? Schools { get; init; }

    /// <summary>To how many digits after the comma the file rounds its per cents.</summary>
    public required int Decimals { get; init; }

    /// <summary>The figures as JSON of <see cref="DeclaredValue"/>.</summary>
    public required string Figures { get; init; }
    public required Id<Import> Import { get; init; }

    /// <summary>The name of the file.</summary>
    public required string File { get; init; }

    public DeclaredUnit Unit => new(Level, Municipality, Organisation);

    public IReadOnlyList<DeclaredValue> Values => JsonSerializer.Deserialize<List<DeclaredValue>>(Figures, Json)!;

    public static string Pack(IEnumerable<DeclaredValue> values) => JsonSerializer.Serialize(values, Json);
}

/// <summary>One figure of a report: per cent or count, for tasks with the maximum, for outcomes with the wording.</summary>
/// <param name="Key">A mark, a score, a task, «lower», «same», «higher», mark and task as «2|1», or classes of F1.</param>
public sealed record DeclaredValue(string Key, double? Percent = null, int? Count = null, double? Max = null, string? Name = null);

/// <summary>The six reports of ФИС ОКО; and participants, which every one of them declares, and F1 too.</summary>
public enum DeclaredReport { Participants, Marks, Journal, Scores, Tasks, Outcomes, Groups }

/// <summary>Of whom a line is: all of the country's sample, the region, a municipality, a school.</summary>
public enum DeclaredLevel { Sample, Region, Municipality, School }

/// <summary>Whose figures these are.</summary>
public readonly record struct DeclaredUnit(DeclaredLevel Level, Id<Municipality>? Municipality = null, Id<Organisation>? Organisation = null)
{
    public Guid? Key => Organisation?.Value ?? Municipality?.Value;
}
