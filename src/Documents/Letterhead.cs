namespace Stupeni.Documents;

/// <summary>What stands above the text. A date or a number that is not known yet stays a line to write on; other words that are not known are left out.</summary>
/// <param name="Organisation">Names of the organisation, the superior one first.</param>
/// <param name="Kind">The kind of the document, such as ПРИКАЗ.</param>
public sealed record Letterhead(IReadOnlyList<string> Organisation, string Kind) : Block
{
    public string? Date { get; init; }
    public string? Number { get; init; }

    /// <summary>Where it was made.</summary>
    public string? Place { get; init; }

    /// <summary>The title to the text: «Об утверждении перечня…».</summary>
    public string? Title { get; init; }
}
