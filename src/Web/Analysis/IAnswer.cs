namespace Stupeni.Analysis;

/// <summary>What a command found: its properties are the JSON document, and a person is told the gist of them.</summary>
internal interface IAnswer
{
    /// <summary>What has to be known beside the figures: why one is missing, what was left out.</summary>
    IReadOnlyList<string> Warnings { get; }

    void Tell(Prose to);
}
