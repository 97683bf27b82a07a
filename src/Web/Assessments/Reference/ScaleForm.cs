using System.ComponentModel.DataAnnotations;

namespace Stupeni.Assessments.Reference;

/// <summary>A mark scale of one's own as it is typed.</summary>
public sealed class ScaleForm
{
    public ProcedureKind Kind { get; set; } = ProcedureKind.Oge;

    [Required(ErrorMessage = "Выберите предмет.")]
    public string? Subject { get; set; }
    public int Grade { get; set; }
    public MathLevel Level { get; set; }

    [Required(ErrorMessage = "Укажите год."), Range(2000, 2099, ErrorMessage = "Год — от 2000 до 2099.")]
    public int? Year { get; set; }

    [Required(ErrorMessage = "Укажите балл.")]
    public double? From3 { get; set; }

    [Required(ErrorMessage = "Укажите балл.")]
    public double? From4 { get; set; }

    [Required(ErrorMessage = "Укажите балл.")]
    public double? From5 { get; set; }
    public double? MaxScore { get; set; }
    public string? Condition { get; set; }
    public string? Source { get; set; }
    public string? Edition { get; set; }
    public RuleOrigin Origin { get; set; } = RuleOrigin.Regional;

    public MarkScale Scale() => MarkScale.Own(new(Kind, Subject!, Grade, Level, new(Year!.Value), ""), From3!.Value, From4!.Value, From5!.Value, MaxScore, Condition, Source, Edition, Origin);
}
