using Microsoft.AspNetCore.WebUtilities;
using Stupeni.Platform;

namespace Stupeni.Accounts;

/// <summary>The filters of a list that a person keeps under a name; nobody else sees them.</summary>
public sealed class SavedView
{
    public const int LongestName = 100, LongestQuery = 1000, Most = 50;

    private static readonly string[] Pages = ["after", "before"];

    public Id<SavedView> Id { get; init; } = Id<SavedView>.New();
    public required Id<Person> Person { get; init; }

    /// <summary>The address of the list.</summary>
    public required string List { get; init; }
    public required string Name { get; init; }
    public required string Query { get; init; }
    public required DateTime SavedAt { get; init; }

    public string Address => List + Query;

    /// <summary>Keeps what is filtered and how it is sorted, not which page is open. <paramref name="others"/> are the person's views of the list.</summary>
    public static SavedView Keep(Id<Person> person, string list, string? query, string? name, IReadOnlyCollection<string> others, DateTime now)
    {
        var (kept, called) = (Chosen(query), name?.Trim() ?? "");
        if (kept is "") throw new RuleBroken("Сначала выберите условия: сейчас показано всё.");
        if (kept.Length > LongestQuery) throw new RuleBroken("Условий слишком много: сократите их.");
        if (called is "") throw new RuleBroken("Назовите вид.", nameof(name));
        if (called.Length > LongestName) throw new RuleBroken("Не длиннее {0} знаков.", nameof(name), LongestName);
        if (others.Contains(called, StringComparer.CurrentCultureIgnoreCase)) throw new RuleBroken("Вид «{0}» уже есть: назовите иначе или сначала удалите тот.", nameof(name), called);
        if (others.Count >= Most) throw new RuleBroken("Видов уже {0}: удалите ненужные.", "", Most);
        return new() { Person = person, List = list, Name = called, Query = kept, SavedAt = now };
    }

    /// <summary>The address's conditions without the empty ones and the page.</summary>
    public static string Chosen(string? query) => QueryString.Create(QueryHelpers.ParseQuery(query)
        .SelectMany(p => p.Value.Where(v => !string.IsNullOrWhiteSpace(v) && !Pages.Contains(p.Key)).Select(v => new KeyValuePair<string, string?>(p.Key, v)))).Value ?? "";
}

/// <summary>A list whose filters can be kept; an area names its own.</summary>
public sealed record KeptList(string Address, string Name);
