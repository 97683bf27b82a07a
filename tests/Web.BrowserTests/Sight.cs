using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Stupeni.Browsing;

/// <summary>What stands in somebody's way on a page: axe's A and AA rules, and scrolling sideways.</summary>
public static class Sight
{
    public const int Wide = 1280, Phone = 360, Narrow = 320;

    private static readonly AxeRunOptions Rules = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    private const string Beyond = """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const scrolled = e => { for (let p = e.parentElement; p; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return true; return false; };
          const found = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 0.5 && !scrolled(e));
          return [`${document.documentElement.scrollWidth} px`, ...found.slice(-3).map(e => e.outerHTML.slice(0, 160))];
        }
        """;

    /// <summary>Ids that stand twice: a label would lead to the first.</summary>
    public static async Task<List<string>> Twice(this IPage page) =>
        [.. (await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[id]')].map(e => e.id)")).CountBy(id => id).Where(id => id.Value > 1).Select(id => $"{page.Url} has #{id.Key} {id.Value} times")];

    public static async Task<List<string>> Barriers(this IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, 900);
        var seen = await page.RunAxe(Rules);
        return [.. from violation in seen.Violations
                   from node in violation.Nodes.Take(4)
                   select $"{page.Url} at {width}: {violation.Id}, {violation.Help}: {node.Target} {Short(node.Html)} {string.Join(' ', node.Any.Select(c => c.Message).Take(1))}"];
    }

    public static async Task<List<string>> Sideways(this IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, 900);
        var beyond = await page.EvaluateAsync<string[]>(Beyond);
        return beyond.Length == 0 ? [] : [$"{page.Url} at {width} scrolls sideways: {string.Join(" | ", beyond)}"];
    }

    private static string Short(string html) => html.Length <= 240 ? html : html[..240];
}
