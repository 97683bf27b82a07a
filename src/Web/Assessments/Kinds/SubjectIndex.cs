using System.Security.Cryptography;
using System.Text;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds;

/// <summary>Finds subjects by the words files use for them.</summary>
internal sealed class SubjectIndex
{
    private readonly IReadOnlyList<Subject> subjects;
    private readonly Dictionary<string, Subject> byName = [];

    public SubjectIndex(IReadOnlyList<Subject> subjects)
    {
        this.subjects = subjects;
        foreach (var subject in subjects)
        {
            foreach (var name in ShippedReference.Aliases.GetValueOrDefault(subject.Code, []).Prepend(subject.EnglishName).Prepend(subject.Name).Prepend(subject.Code))
                if (name is not "") byName.TryAdd(Cells.FoldName(name), subject);
        }
    }

    public IReadOnlyList<Subject> All => subjects;

    /// <summary>A subject by its whole name, alias or code.</summary>
    public Subject? Named(string text) => byName.GetValueOrDefault(Cells.FoldName(text));

    /// <summary>The subject that a longer text mentions: the longest of its names.</summary>
    public Subject? MentionedIn(string text)
    {
        var folded = $" {Cells.FoldName(text.Replace('_', ' ').Replace('-', ' '))} ";
        return byName.Where(n => n.Key.Length > 2 && folded.Contains($" {n.Key} ", StringComparison.Ordinal)).OrderByDescending(n => n.Key.Length).Select(n => n.Value).FirstOrDefault();
    }

    /// <summary>A subject of the installation's own: its code is made of its name, so that the same name is the same subject.</summary>
    public static Subject Own(string name)
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Cells.FoldName(name))));
        return new() { Code = $"OWN-{hash[..12]}", Name = Name(name), EnglishName = "", Position = 1000 };
    }

    private static string Name(string text) => text.Trim() is { Length: <= 100 } fits ? fits : text.Trim()[..100];
}
