using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>Findings as they are kept: so many of a file, the true count beside them.</summary>
internal static class Findings
{
    internal const int KeptOfFile = 1000;

    internal static IEnumerable<ImportFinding> Rows(Id<ImportFile> file, IReadOnlyList<Finding> findings) =>
        findings.Where(f => f.Kind == FindingKind.Error).Take(KeptOfFile).Concat(findings.Where(f => f.Kind == FindingKind.Warning).Take(KeptOfFile)).Select((f, i) => Row(file, i, f));

    internal static ImportFinding Row(Id<ImportFile> file, int position, Finding finding) => new()
    {
        File = file,
        Kind = finding.Kind,
        Position = position,
        Sheet = Cut(finding.Sheet, 100),
        Row = finding.Row,
        Column = Cut(finding.Column, 300),
        Letter = finding.Letter,
        Value = Cut(finding.Value, 300),
        Message = finding.Message.Text,
        MessageArgs = Args(finding.Message),
        Mend = finding.Mend?.Text ?? "",
        MendArgs = finding.Mend is null ? "[]" : Args(finding.Mend),
    };

    /// <summary>The same warning at the same place: what was read once need not be read again after a new check.</summary>
    internal static (string, string, int?, string, string) Same(ImportFinding finding) => (finding.Sheet, finding.Letter, finding.Row, finding.Message, finding.MessageArgs);

    private static string Args(Reading.Message message)
    {
        var kept = message.Kept();
        return kept.Length <= 2000 ? kept : new Reading.Message(message.Text, [.. message.Args.Select(a => a is string text ? Cut(text, 1600 / message.Args.Length) : a)]).Kept();
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}
