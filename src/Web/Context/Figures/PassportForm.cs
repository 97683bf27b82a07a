namespace Stupeni.Context.Figures;

/// <summary>A social passport as it is typed: counts by the code of the indicator, an empty one says that nothing is known.</summary>
public sealed class PassportForm
{
    public Dictionary<string, string?> Counts { get; set; } = [];

    /// <summary>The paper the counts are copied from.</summary>
    public string? Source { get; set; }

    /// <summary>The latest figure of the year when the form was opened.</summary>
    public string? Token { get; set; }
}
