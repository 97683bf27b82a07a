using Stupeni.Platform;

namespace Stupeni.Imports.Files;

/// <summary>The files of an import as they are listed: those that ask for something first, in pages, by state and by words.</summary>
public sealed record FileList(IReadOnlyList<ImportFile> Rows, int Found, int Page, int Pages, FileState? State, string Words, IReadOnlyList<(FileState State, int Count)> States)
{
    public const int PageSize = 50;

    /// <summary>Fewer need no filter.</summary>
    private const int Many = 20;

    public bool HasFilter => States.Sum(s => s.Count) > Many;

    public static FileList Of(ImportView view, FileState? state, string? words, int page)
    {
        var wanted = Database.Fold(words ?? "");
        var found = view.Files.Where(f => (state is null || f.State == state) && (wanted.Length == 0 || Database.Fold($"{f.Name} {f.Title}").Contains(wanted, StringComparison.Ordinal))).OrderBy(f => Urgency(f.State)).ThenBy(f => f.Position).ToList();
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var at = Math.Clamp(page, 1, pages);
        return new([.. found.Skip((at - 1) * PageSize).Take(PageSize)], found.Count, at, pages, state, words ?? "", [.. view.Files.CountBy(f => f.State).OrderBy(s => Urgency(s.Key)).Select(s => (s.Key, s.Value))]);
    }

    public string Link(int page) => $"?state={State}&q={Uri.EscapeDataString(Words)}&at={page}#files";

    private static int Urgency(FileState state) => state switch
    {
        FileState.HasErrors => 0, FileState.Unreadable => 1, FileState.Unknown => 2, FileState.NeedsMapping => 3, FileState.NeedsNames => 4, FileState.Received => 5, FileState.HasWarnings => 6, FileState.Ready => 7, FileState.Applied => 8, FileState.Unchanged => 9,
    };
}
