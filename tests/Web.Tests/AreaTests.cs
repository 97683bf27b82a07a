using System.Text.RegularExpressions;

namespace Stupeni;

/// <summary>The folders are the architecture: an area may use another only where this table says, and only what lies in its root folder.</summary>
public sealed partial class AreaTests
{
    private static readonly string[] Everywhere = ["Platform", "Accounts", "Organisations"];

    /// <summary>The arrows of ARCHITECTURE.md beside those that every area has.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Platform"] = [],
        ["Accounts"] = ["Platform"],
        ["Organisations"] = [.. Everywhere],
        ["Imports"] = [.. Everywhere],
        ["Assessments"] = [.. Everywhere, "Imports", "Comparators"],
        ["Context"] = [.. Everywhere, "Imports"],
        ["Comparators"] = [.. Everywhere, "Context"],
        ["Schools"] = [.. Everywhere, "Imports", "Assessments", "Context", "Comparators", "Identification"],
        ["Growth"] = [.. Everywhere, "Imports", "Assessments"],
        ["Identification"] = [.. Everywhere, "Imports", "Assessments", "Context", "Growth"],
        ["Analysis"] = [.. Everywhere, "Imports"],
        ["Home"] = [.. Everywhere, "Imports", "Assessments", "Identification"],
        ["Demo"] = [.. Everywhere, "Imports", "Assessments", "Context", "Identification"],
    };

    /// <summary>Sub-folders that are an area's face all the same.</summary>
    private static readonly string[] Faces = ["Platform.Jobs", "Platform.Ui", "Imports.Reading"];

    private static readonly string[] Endings = ["Service", "Manager", "Helper", "Handler", "Processor", "Provider", "Factory", "Dto", "ViewModel", "Base", "Impl", "Util", "Common", "Info", "Data"];

    [Theory]
    [MemberData(nameof(Areas))]
    public void An_area_uses_only_what_the_table_allows(string area)
    {
        var strays = from file in Source.Files(area)
                     from Match use in Use().Matches(File.ReadAllText(file))
                     let other = use.Groups["area"].Value
                     where other != area && MayUse.ContainsKey(other)
                     where !MayUse[area].Contains(other) || (use.Groups["inside"].Success && !Faces.Contains($"{other}.{use.Groups["inside"].Value}"))
                     select $"{Path.GetRelativePath(Source.Web, file)}: {use.Value}";

        Assert.Empty(strays);
    }

    [Fact]
    public void Every_folder_is_in_the_table() => Assert.Equal(MayUse.Keys.Order(), Source.Areas.Order());

    [Fact]
    public void No_class_ends_in_a_word_that_says_nothing()
    {
        var empty = from file in Source.Areas.SelectMany(Source.Files).Where(f => f.EndsWith(".cs", StringComparison.Ordinal))
                    from Match type in Type().Matches(File.ReadAllText(file))
                    let name = type.Groups["name"].Value
                    where Endings.Any(e => name.EndsWith(e, StringComparison.Ordinal))
                    select $"{Path.GetRelativePath(Source.Web, file)}: {name}";

        Assert.Empty(empty);
    }

    [Fact]
    public void No_file_is_longer_than_a_reader_bears() =>
        Assert.Empty(Source.Areas.SelectMany(Source.Files).Where(f => File.ReadLines(f).Count() > 300).Select(f => Path.GetRelativePath(Source.Web, f)));

    public static TheoryData<string> Areas => [.. MayUse.Keys];

    [GeneratedRegex(@"\bStupeni\.(?<area>\w+)(\.(?<inside>\w+))?\b(?=\s*;?\s*$)", RegexOptions.Multiline)]
    private static partial Regex Use();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\s+(?<name>[A-Z]\w+)")]
    private static partial Regex Type();
}
