using Microsoft.AspNetCore.Mvc;

namespace Stupeni.Growth.Studies;

/// <summary>Which columns enter the model; lives in the address. Nothing asked means everything, without a slope.</summary>
public sealed record StudyChoice
{
    [FromQuery(Name = "asked")]
    public bool Asked { get; init; }

    [FromQuery(Name = "prior")]
    public bool Prior { get; init; }

    /// <summary>Whether the effect of the prior result differs between schools.</summary>
    [FromQuery(Name = "slope")]
    public bool Slope { get; init; }

    /// <summary>Other columns by their number.</summary>
    [FromQuery(Name = "c")]
    public int[] Columns { get; init; } = [];

    public StudyChoice Of(StudyColumns columns) => Asked
        ? this with { Prior = Prior && columns.Prior is not null, Slope = Slope && Prior && columns.Prior is not null, Columns = [.. Columns.Where(c => c >= 0 && c < columns.Others.Count).Distinct().Order()] }
        : new() { Prior = columns.Prior is not null, Columns = [.. Enumerable.Range(0, columns.Others.Count)] };

    public bool IsNull => !Prior && Columns.Length == 0;

    /// <summary>The same choice as an address.</summary>
    public string Query => string.Join('&', new[] { "asked=true", Prior ? "prior=true" : null, Slope ? "slope=true" : null }.Concat(Columns.Select(c => $"c={c}")).OfType<string>());
}
