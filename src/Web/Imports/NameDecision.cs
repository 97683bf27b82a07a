using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>What a person said of a name in a file: whose it is, in this import and in later ones; or, for one import only, that its rows are left out or that it is a new one.</summary>
public sealed class NameDecision : IRecorded
{
    public Id<NameDecision> Id { get; init; } = Id<NameDecision>.New();
    public required NameSubject Subject { get; init; }
    public required NameAnswer Answer { get; init; }

    /// <summary>The name as it stood in the file.</summary>
    public required string Text { get; init; }

    /// <summary>The code that stood beside it and led nowhere; may be empty.</summary>
    public required string Code { get; init; }

    /// <summary>The municipality that the file named beside it; may be empty.</summary>
    public required string Context { get; init; }

    /// <summary><see cref="NameQuestion.Key"/>.</summary>
    public required string Key { get; init; }
    public Id<Organisation>? Organisation { get; init; }
    public Id<Municipality>? Municipality { get; init; }

    /// <summary>The import for which alone it holds; none if it is remembered.</summary>
    public Id<Import>? Import { get; init; }
    public Id<Person>? By { get; init; }
    public required string ByName { get; init; }
    public required DateTime At { get; init; }
    public DateTime? RevokedAt { get; private set; }
    public int Token { get; init; }

    public string Label => Code.Length == 0 ? $"«{Text}»" : $"«{Text}», {Code}";
    Guid? IRecorded.Organisation => Organisation?.Value;

    /// <param name="organisation">Whose name it is, where the answer is <see cref="NameAnswer.Same"/>.</param>
    public static NameDecision Of(NameQuestion question, NameAnswer answer, Id<Organisation>? organisation, Id<Municipality>? municipality, Id<Import> import, Viewer by, DateTime now)
    {
        if (answer == NameAnswer.Same && (question.Subject == NameSubject.Organisation ? organisation is null : municipality is null)) throw new RuleBroken("Выберите, что значит «{0}».", "", question.Text);
        return new()
        {
            Subject = question.Subject, Answer = answer, Text = question.Text, Code = question.Code, Context = question.Context, Key = question.Key,
            Organisation = answer == NameAnswer.Same ? organisation : null, Municipality = answer == NameAnswer.Same ? municipality : null,
            Import = answer == NameAnswer.Same ? null : import, By = by.Person, ByName = by.Name, At = now,
        };
    }

    public void Revoke(DateTime now)
    {
        if (RevokedAt is not null) throw new RuleBroken("Это решение уже отменено.");
        RevokedAt = now;
    }
}

/// <summary>Same: it is this one. Skip: its rows are not brought in. New: it is one that is not known yet.</summary>
public enum NameAnswer { Same, Skip, New }
