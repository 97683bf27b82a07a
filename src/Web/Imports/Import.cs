using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>Files brought in together: checked, previewed, applied in one transaction, undone in one.</summary>
public sealed class Import : IRecorded
{
    public Id<Import> Id { get; init; } = Id<Import>.New();
    public required int Number { get; init; }
    public required DateTime CreatedAt { get; init; }

    /// <summary>Whose rights decide what the files may touch; none for the command line.</summary>
    public Id<Person>? By { get; init; }
    public required string ByName { get; init; }
    public ImportState State { get; private set; } = ImportState.Draft;
    public DateTime? AppliedAt { get; private set; }
    public DateTime? UndoneAt { get; private set; }

    /// <summary>Whether organisations that the files name and nobody knows are made from what the files say.</summary>
    public bool CreatesOrganisations { get; set; }

    /// <summary>Why attempts of one participant are linked; none where they are not.</summary>
    public string? LinkGround { get; private set; }

    /// <summary>The fingerprint of the key by which they are linked.</summary>
    public string? LinkKey { get; private set; }
    public int Token { get; init; }

    public string Label => $"№ {Number}";
    public Guid? Organisation => null;

    public const int LongestGround = 500;

    public void LinkAttempts(string? linkGround, string key)
    {
        if (string.IsNullOrWhiteSpace(linkGround)) throw new RuleBroken("Напишите основание: без него попытки не связываются.", nameof(linkGround));
        if (linkGround.Trim().Length > LongestGround) throw new RuleBroken("Не длиннее {0} знаков.", nameof(linkGround), LongestGround);
        (LinkGround, LinkKey) = (linkGround.Trim(), key);
    }

    public void Applied(DateTime now)
    {
        StillDraft();
        (State, AppliedAt) = (ImportState.Applied, now);
    }

    /// <summary>Files and answers of an import change only until it is applied.</summary>
    public void StillDraft()
    {
        if (State != ImportState.Draft) throw new RuleBroken("Импорт № {0} уже применён или удалён.", "", Number);
    }

    public void Undone(DateTime now)
    {
        IsApplied();
        (State, UndoneAt) = (ImportState.Undone, now);
    }

    public void IsApplied()
    {
        if (State != ImportState.Applied) throw new RuleBroken("Отменить можно только применённый импорт.");
    }

    public void Discard()
    {
        if (State != ImportState.Draft) throw new RuleBroken("Удалить можно только импорт, который ещё не применён.");
        State = ImportState.Discarded;
    }
}

public enum ImportState { Draft, Applied, Undone, Discarded }
