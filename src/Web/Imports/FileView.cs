using System.Text.Json;
using Stupeni.Imports.Reading;

namespace Stupeni.Imports;

/// <summary>What the last check showed of a file beside its findings: how it was read, the first rows, what will change.</summary>
public sealed record FileView(IReadOnlyList<Message> Remarks, Preview Preview, IReadOnlyList<PlannedChange> Changes, int ChangesInAll)
{
    private const int Kept = 1000;

    public static readonly FileView Nothing = new([], Preview.Nothing, [], 0);

    public static FileView Of(Grid grid, FileCheck check)
    {
        var changes = check.Changes ?? [];
        return new([.. grid.Remarks(), .. check.Names?.Notes ?? []], check.Preview, [.. changes.Take(Kept)], changes.Count);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Messages.Json);

    public static FileView FromJson(string? json) => json is null ? Nothing : JsonSerializer.Deserialize<FileView>(json, Messages.Json)!;
}
