using System.ComponentModel.DataAnnotations;

namespace Stupeni.Assessments.Reference;

/// <summary>A minimum score of one's own as it is typed.</summary>
public sealed class ThresholdForm
{
    public ProcedureKind Kind { get; set; } = ProcedureKind.Oge;

    [Required(ErrorMessage = "Выберите предмет.")]
    public string? Subject { get; set; }
    public MathLevel Level { get; set; }

    [Required(ErrorMessage = "Укажите год."), Range(2000, 2099, ErrorMessage = "Год — от 2000 до 2099.")]
    public int? From { get; set; }

    [Required(ErrorMessage = "Укажите год."), Range(2000, 2099, ErrorMessage = "Год — от 2000 до 2099.")]
    public int? To { get; set; }

    [Required(ErrorMessage = "Укажите балл.")]
    public double? Minimum { get; set; }
    public string? Condition { get; set; }
    public string? Source { get; set; }
    public string? Edition { get; set; }
    public RuleOrigin Origin { get; set; } = RuleOrigin.Regional;

    /// <summary>ЕГЭ is judged by test scores, all else by primary ones.</summary>
    public MinimumThreshold Threshold() =>
        MinimumThreshold.Own(Kind, Subject!, Level, new(From!.Value), new(To!.Value), Kind == ProcedureKind.Ege ? ScoreKind.Test : ScoreKind.Primary, Minimum!.Value, Condition, Source, Edition, Origin);
}
