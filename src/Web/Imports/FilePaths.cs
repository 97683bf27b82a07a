using System.IO.Enumeration;

namespace Stupeni.Imports;

/// <summary>What was named on the command line, as files: a folder gives its tables, a pattern what matches.</summary>
internal static class FilePaths
{
    private static readonly string[] Tables = [".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".txt"];

    internal static (IReadOnlyList<string> Files, IReadOnlyList<string> Missing) Of(IReadOnlyList<string> named)
    {
        var (files, missing) = (new List<string>(), new List<string>());
        foreach (var name in named)
        {
            var found = File.Exists(name) ? [name] : Directory.Exists(name) ? In(name, "*", SearchOption.AllDirectories).Where(f => Tables.Contains(Path.GetExtension(f).ToLowerInvariant()))
                : Matching(name);
            var count = files.Count;
            files.AddRange(found);
            if (files.Count == count) missing.Add(name);
        }

        return ([.. files.Distinct()], missing);
    }

    private static IEnumerable<string> Matching(string name)
    {
        var folder = Path.GetDirectoryName(name) is { Length: > 0 } given ? given : ".";
        return name.AsSpan().ContainsAny('*', '?') && Directory.Exists(folder) ? In(folder, "*", SearchOption.TopDirectoryOnly).Where(f => FileSystemName.MatchesSimpleExpression(Path.GetFileName(name), Path.GetFileName(f))) : [];
    }

    private static IEnumerable<string> In(string folder, string pattern, SearchOption how) => Directory.EnumerateFiles(folder, pattern, how).Where(f => !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal);
}
