using Markdig;

namespace Stupeni.Home;

/// <summary>The pages of docs/methods, shipped inside the program: what a figure answers, its formula, source and limits.</summary>
public static class MethodPages
{
    private const string Prefix = "methods/";
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    public static IReadOnlyList<MethodPage> All { get; } = [.. typeof(MethodPages).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(Read).OrderBy(p => p.Title, StringComparer.Create(new("ru-RU"), ignoreCase: true))];

    public static string Html(MethodPage page) => Markdig.Markdown.ToHtml(page.Text, Markdown);

    private static MethodPage Read(string name)
    {
        using var text = new StreamReader(typeof(MethodPages).Assembly.GetManifestResourceStream(name)!);
        var markdown = text.ReadToEnd();
        var title = markdown.Split('\n', 2)[0].TrimStart('#', ' ').Trim();
        return new(name[Prefix.Length..^3], title, markdown[(markdown.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
    }
}

public sealed record MethodPage(string Id, string Title, string Text);
