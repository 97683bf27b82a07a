using System.IO.Enumeration;

namespace Stupeni.Imports;

/// <summary>What was named on the command line, as files: a folder gives its tables, a pattern what matches.</summary>
internal static class FilePaths
{
    internal static (IReadOnlyList<string> Files, IReadOnlyList<string> Missing) Of(IReadOnlyList<string> named)
    {
        var (files, missing) = (new List<string>(), new List<string>());
        foreach (var name in named)
        {
            var found = File.Exists(name) ? [name] : Directory.Exists(name) ? In(name, "*", SearchOption.AllDirectories).Where(f => TakenFiles.IsTable(f) || f.EndsWith(TakenFiles.Archive, StringComparison.OrdinalIgnoreCase))
                : Matching(name);
            var count = files.Count;
            files.AddRange(found);
            if (files.Count == count) missing.Add(name);
        }

        return ([.. files.Distinct()], missing);
    }

    /// <summary>What the files are called: by their names, or where two are alike by their places under the folder they share.</summary>
    internal static IReadOnlyList<string> Names(IReadOnlyList<string> files)
    {
        if (files.Select(Path.GetFileName).Distinct(StringComparer.OrdinalIgnoreCase).Count() == files.Count) return [.. files.Select(f => Path.GetFileName(f))];

        var folders = files.Select(f => Path.GetDirectoryName(Path.GetFullPath(f))!.Split(Path.DirectorySeparatorChar)).ToList();
        var shared = string.Join(Path.DirectorySeparatorChar, folders[0].TakeWhile((part, at) => folders.TrueForAll(f => at < f.Length && f[at] == part)));
        return [.. files.Select(f => Path.GetRelativePath(shared.Length == 0 ? "/" : shared, Path.GetFullPath(f)))];
    }

    private static IEnumerable<string> Matching(string name)
    {
        var folder = Path.GetDirectoryName(name) is { Length: > 0 } given ? given : ".";
        return name.AsSpan().ContainsAny('*', '?') && Directory.Exists(folder) ? In(folder, "*", SearchOption.TopDirectoryOnly).Where(f => FileSystemName.MatchesSimpleExpression(Path.GetFileName(name), Path.GetFileName(f))) : [];
    }

    private static IEnumerable<string> In(string folder, string pattern, SearchOption how) => Directory.EnumerateFiles(folder, pattern, how).Where(f => !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal);
}
