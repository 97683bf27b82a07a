namespace Stupeni.Imports.Reading;

/// <summary>A sentence as a text key with its arguments.</summary>
public sealed record Message(string Text, params object?[] Args);
