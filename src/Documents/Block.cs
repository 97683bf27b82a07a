namespace Stupeni.Documents;

/// <summary>A part of a document, one below the other. A line end in a text is a line end on paper.</summary>
public abstract record Block;

/// <summary>A heading within the text; readers of the screen and the table of contents know it by its level.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Level">From 1 to 3.</param>
public sealed record Heading(string Text, int Level = 1) : Block;

/// <summary>How a paragraph is set: justified with a first line indent, without one, in the middle, in small print.</summary>
public enum Setting { Text, Plain, Centred, Small }

/// <summary>A paragraph of one or several runs of words.</summary>
public sealed record Paragraph(params IReadOnlyList<Words> Words) : Block
{
    public Setting Setting { get; init; }
}

/// <summary>Words of a paragraph, perhaps in bold.</summary>
public sealed record Words(string Text, bool Bold = false)
{
    public static implicit operator Words(string text) => new(text);
}

/// <summary>Points, each a paragraph: numbered from 1 anew in each list, or with dashes.</summary>
public sealed record Points(IReadOnlyList<string> Items, bool Numbered = false) : Block;

/// <summary>What follows starts on a new page, upright or lying until the next one.</summary>
public sealed record NewPage(bool Lying = false) : Block;

/// <summary>The mark at the top right: «Проект», «УТВЕРЖДАЮ» and who does, «СОГЛАСОВАНО», «Приложение к приказу от … № …».</summary>
public sealed record Stamp(params IReadOnlyList<string> Lines) : Block;

/// <summary>Position, room for a hand or a mark of an electronic signature, initials and surname. What is not known stays a line to write on.</summary>
public sealed record Signature(string? Position, string? Name) : Block;
