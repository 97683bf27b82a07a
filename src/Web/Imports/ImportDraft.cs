using System.Text.Json;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>What the files of one import bring that later files of the same import may rest on. Kinds keep their own drafts in it.</summary>
/// <param name="import">The import, if the files belong to one: answers of its own hold in it.</param>
public sealed class ImportDraft(Id<Import>? import = null)
{
    private readonly Dictionary<string, object> parts = [];
    private readonly Dictionary<string, List<string>> recalled = [];

    public Id<Import>? Import => import;

    public T Part<T>() where T : class, new()
    {
        var name = typeof(T).Name;
        if (parts.TryGetValue(name, out var known)) return (T)known;
        var part = new T();
        parts[name] = part;
        if (part is IDraftPart kept && recalled.Remove(name, out var before))
            foreach (var told in before) kept.Recall(told);
        return part;
    }

    /// <summary>What the file just checked has added; none if nothing.</summary>
    public string? Told()
    {
        var told = parts.Select(p => (p.Key, Told: (p.Value as IDraftPart)?.Told())).Where(p => p.Told is not null).ToDictionary(p => p.Key, p => p.Told!);
        return told.Count == 0 ? null : JsonSerializer.Serialize(told);
    }

    /// <summary>What a file that was checked before had added: before any part is asked for.</summary>
    public void Recall(string? kept)
    {
        if (kept is null) return;
        foreach (var (part, told) in JsonSerializer.Deserialize<Dictionary<string, string>>(kept)!)
        {
            if (!recalled.TryGetValue(part, out var before)) recalled[part] = before = [];
            before.Add(told);
        }
    }
}
