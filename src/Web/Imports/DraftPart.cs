using System.Text.Json;

namespace Stupeni.Imports;

/// <summary>What files of an import bring that later ones rest on. What one file has added is kept with it, so that a check goes on after a restart as if it had never stopped.</summary>
public interface IDraftPart
{
    /// <summary>What was added since it was last asked, as JSON; none if nothing was.</summary>
    string? Told();

    /// <summary>Adds what was told before.</summary>
    void Recall(string kept);
}

/// <summary>A list that knows what is new in it.</summary>
public sealed class Fresh<T>
{
    private readonly List<T> all = [];
    private int told;

    public IReadOnlyList<T> All => all;

    public void Add(T item) => all.Add(item);

    public IReadOnlyList<T> Taken()
    {
        var fresh = all[told..];
        told = all.Count;
        return fresh;
    }

    public void Recall(IEnumerable<T> items)
    {
        all.AddRange(items);
        told = all.Count;
    }
}

/// <summary>The JSON of a part: two lists of what was added.</summary>
public static class DraftPart
{
    public static string? Told<TOne, TOther>(IReadOnlyList<TOne> one, IReadOnlyList<TOther> other) =>
        one.Count == 0 && other.Count == 0 ? null : JsonSerializer.Serialize(new Both<TOne, TOther>(one, other), Messages.Json);

    public static (IReadOnlyList<TOne> One, IReadOnlyList<TOther> Other) Recalled<TOne, TOther>(string kept)
    {
        var both = JsonSerializer.Deserialize<Both<TOne, TOther>>(kept, Messages.Json)!;
        return (both.One, both.Other);
    }

    private sealed record Both<TOne, TOther>(IReadOnlyList<TOne> One, IReadOnlyList<TOther> Other);
}
