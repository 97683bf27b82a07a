using System.Security.Cryptography;
using System.Text;
using Stupeni.Imports.Reading;
using Stupeni.Organisations;

namespace Stupeni.Imports;

/// <summary>Whose name it is.</summary>
public enum NameSubject { Municipality, Organisation }

/// <summary>A name as a file has it, with what stands beside it: the code that leads nowhere, and the municipality. Decided once, for all files.</summary>
public sealed record NameQuestion(NameSubject Subject, string Text, string Code, string Context)
{
    private const int LongestText = 300, LongestContext = 200, LongestCode = 60;

    /// <summary>Equal for spellings that differ in nothing that matters.</summary>
    public string Key { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Subject, Subject == NameSubject.Municipality ? NameMatch.Key(Text) : NameMatch.Organisation(Text), Code.ToLowerInvariant(), NameMatch.Key(Context)))));

    /// <summary>None if there is no name, or one that is no name: so long that nobody would decide on it.</summary>
    public static NameQuestion? Of(NameSubject subject, string text, string code, string context) =>
        text.Length is 0 or > LongestText || context.Length > LongestContext || code.Length > LongestCode || !text.Any(char.IsLetterOrDigit) ? null : new(subject, text, code, context);
}

/// <summary>What the name may mean, how like it is (100 is the same) and why it is thought so.</summary>
public sealed record NameCandidate(Guid Id, string Label, int Percent, Message Why);

/// <summary>A name that leads nowhere for sure, with what it may mean; the likeliest first.</summary>
/// <param name="MayBeNew">Whether the person may say that it is a new one.</param>
public sealed record DoubtfulName(NameQuestion Question, IReadOnlyList<NameCandidate> Candidates, bool MayBeNew = false)
{
    /// <summary>So many are shown to choose from.</summary>
    public const int Most = 5;
}

/// <summary>A doubtful name in a file: in how many rows it stands, and the first of them.</summary>
public sealed record NameInFile(DoubtfulName Name, int Rows, string Sheet, int? Row);
