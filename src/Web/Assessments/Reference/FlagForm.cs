using System.ComponentModel.DataAnnotations;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reference;

/// <summary>A flag of comparability of one's own as it is typed.</summary>
public sealed class FlagForm
{
    public Comparability Flag { get; set; } = Comparability.ChangedScale;
    public ProcedureKind? Kind { get; set; }
    public string? Subject { get; set; }

    [Range(0, 11, ErrorMessage = "Класс — от 1 до 11 или 0.")]
    public int Grade { get; set; }
    public MathLevel Level { get; set; }

    [Required(ErrorMessage = "Укажите год."), Range(2000, 2099, ErrorMessage = "Год — от 2000 до 2099.")]
    public int? Year { get; set; }
    public string? Session { get; set; }

    /// <summary>The organisation's code.</summary>
    public string? Organisation { get; set; }
    public string? Reason { get; set; }
    public string? Source { get; set; }
    public string? Edition { get; set; }
    public RuleOrigin Origin { get; set; } = RuleOrigin.Regional;

    public ComparabilityFlag Row(Id<Organisation>? organisation) =>
        ComparabilityFlag.Own(Flag, Kind, new(Kind ?? default, Subject ?? "", Grade, Level, new(Year!.Value), Session?.Trim() ?? ""), organisation, Reason, Source, Edition, Origin);
}
