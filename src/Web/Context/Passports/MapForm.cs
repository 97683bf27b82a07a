namespace Stupeni.Context.Passports;

/// <summary>What was chosen in the wizard of passports.</summary>
public sealed class MapForm
{
    public string? Year { get; set; }

    /// <summary>In the order of the words of the sheet.</summary>
    public List<string?> Fields { get; set; } = [];

    /// <summary>The name under which the answers are remembered; none to forget them.</summary>
    public string? Name { get; set; }
    public int Token { get; set; }
}
