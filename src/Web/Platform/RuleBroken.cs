using System.Globalization;

namespace Stupeni.Platform;

/// <summary>The rules say no, and a person can do something about it. The message is a key of the texts, its arguments follow.</summary>
public sealed class RuleBroken(string message, string about = "", params object?[] args) : Exception(string.Format(CultureInfo.CurrentCulture, message, args))
{
    /// <summary>The sentence before its arguments: what the texts are looked up by.</summary>
    public string Key { get; } = message;

    public IReadOnlyList<object?> Args { get; } = args;

    /// <summary>The fact the rule is about, as the code names it: <c>nameof(name)</c>.</summary>
    public string About { get; } = about;
}
