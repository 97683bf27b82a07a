namespace Stupeni.Documents.Xlsx;

/// <summary>Makes names a workbook may hold: at most 31 characters, none of []:*?/\, no apostrophe at the ends, no two alike.</summary>
internal static class SheetNames
{
    private const int Longest = 31;

    internal static IReadOnlyList<string> Of(IEnumerable<string> wishes)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "History" };
        return [.. wishes.Select((wish, at) => Free(Allowed(wish, $"Лист{at + 1}"), taken))];
    }

    private static string Allowed(string wish, string otherwise)
    {
        var name = CleanText.Of(string.Concat(wish.Select(c => "[]:*?/\\".Contains(c) || char.IsControl(c) ? ' ' : c)));
        name = Cut(name.Trim(' ', '\''), Longest);
        return name.Length > 0 ? name : otherwise;
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var copy = 2; !taken.Add(free); copy++)
        {
            var ending = FormattableString.Invariant($" ({copy})");
            free = Cut(name, Longest - ending.Length) + ending;
        }
        return free;
    }

    private static string Cut(string name, int length) => CellText.Cut(name, length).TrimEnd(' ', '\'');
}
