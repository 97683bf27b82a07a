namespace Stupeni.Growth.Files;

/// <summary>What was chosen in the wizard of tables of growth.</summary>
public sealed class MapForm
{
    public string? Title { get; set; }
    public string? Year { get; set; }
    public string? Subject { get; set; }
    public string? Source { get; set; }
    public string? Procedure { get; set; }

    /// <summary>In the order of the columns, as are the references.</summary>
    public List<string?> Fields { get; set; } = [];
    public List<string?> References { get; set; } = [];

    /// <summary>The name under which the answers are remembered; none to forget them.</summary>
    public string? Name { get; set; }
    public int Token { get; set; }
}
