namespace Stupeni.Imports.Reading;

/// <summary>The file cannot be read, and a person can do something about it.</summary>
public sealed class Unreadable(Message why) : Exception(why.ToString())
{
    /// <summary>What is wrong, where, and how to mend it.</summary>
    public Message Why { get; } = why;
}
