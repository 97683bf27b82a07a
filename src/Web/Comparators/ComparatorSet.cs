using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Comparators;

/// <summary>
/// Schools that a person has picked to compare with, under a name. Everybody of the same place may use it; its author changes it. A changed set is another row and the one before it stays:
/// what was once summed for those who see no names must not tell a single school by the difference.
/// </summary>
public sealed class ComparatorSet : IRecorded
{
    public const int LongestName = 100, Most = 50;

    public Id<ComparatorSet> Id { get; init; } = Id<ComparatorSet>.New();

    /// <summary>The region, a municipality or an organisation, as a grant names it.</summary>
    public required string Place { get; init; }
    public required string Name { get; init; }
    public required Id<Person> Author { get; init; }
    public required string ByName { get; init; }
    public required DateTime At { get; init; }
    public SetState State { get; private set; } = SetState.Current;
    public Id<ComparatorSet>? Replaces { get; init; }
    public int Token { get; init; }
    public List<ComparatorSetSchool> Schools { get; } = [];

    public string Label => Name;
    Guid? IRecorded.Organisation => Guid.TryParse(Place, out var place) ? place : null;

    public bool Has(IReadOnlyCollection<Id<Organisation>> schools) => Schools.Count == schools.Count && Schools.TrueForAll(s => schools.Contains(s.Organisation));

    /// <param name="least">How many schools a set of this place needs.</param>
    /// <param name="apart">Sets that were ever made here whose difference with this one would tell single schools; none where the author sees results by name.</param>
    public static ComparatorSet Make(Viewer viewer, string place, string? name, IReadOnlyCollection<Id<Organisation>> schools, int least, IEnumerable<(string Name, IReadOnlyCollection<Id<Organisation>> Schools)> apart, DateTime now, ComparatorSet? before = null)
    {
        var called = name?.Trim() ?? "";
        if (called is "") throw new RuleBroken("Назовите набор.", nameof(name));
        if (called.Length > LongestName) throw new RuleBroken("Не длиннее {0} знаков.", nameof(name), LongestName);
        if (schools.Count < least) throw new RuleBroken("Выберите не меньше {0} школ: сейчас их {1}.", nameof(schools), least, schools.Count);
        if (schools.Count > Most) throw new RuleBroken("Школ в наборе не больше {0}.", nameof(schools), Most);
        foreach (var other in apart)
        {
            var differ = other.Schools.Except(schools).Count() + schools.Except(other.Schools).Count();
            if (differ > 0 && differ < least) throw new RuleBroken("Набор «{0}» отличается от этого меньше чем на {1} школ: по разнице двух сводок стали бы видны результаты одной школы. Замените больше школ.", nameof(schools), other.Name, least);
        }

        var made = new ComparatorSet { Place = place, Name = called, Author = viewer.Person!.Value, ByName = viewer.Name, At = now, Replaces = before?.Id };
        made.Schools.AddRange(schools.Select(s => new ComparatorSetSchool { Set = made.Id, Organisation = s }));
        return made;
    }

    public void Replace() => State = SetState.Replaced;

    public void Remove() => State = SetState.Removed;
}

public enum SetState { Current, Replaced, Removed }

public sealed class ComparatorSetSchool
{
    public required Id<ComparatorSet> Set { get; init; }
    public required Id<Organisation> Organisation { get; init; }
}
