using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Stupeni.Browsing;

/// <summary>In English nothing that the product says is left in Russian; names and what files say stay as they are.</summary>
public sealed partial class LanguageTests(Site site)
{
    private const string Words = """
        () => [...document.querySelectorAll('h1, h2, h3, legend, .form-label, button, th[scope=col], caption, nav a, a.btn, summary')].filter(e => !e.closest('[lang=ru]'))
          .map(e => e.innerText ?? '').filter(t => t.trim() !== '')
        """;

    [Fact]
    public async Task Switched_to_English_pages_are_in_English()
    {
        await using var visit = await site.Visit(Who.Coordinator);
        await visit.Open("/");
        await visit.Page.Locator("button[name=language]:visible").First.ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");

        var names = await Names();
        var left = new HashSet<string>();
        foreach (var route in Pages.OfCoordinator.Where(r => !r.Contains("/files/", StringComparison.Ordinal)))
        {
            await visit.Open(site.Addresses.Of(route));
            foreach (var text in await visit.Page.EvaluateAsync<string[]>(Words))
                if (Cyrillic().Match(names.Aggregate(text, (t, name) => t.Replace(name, "", StringComparison.OrdinalIgnoreCase))) is { Success: true } word) left.Add($"{route}: {word.Value} in {(text.Length > 120 ? text[..120] : text).ReplaceLineEndings(" ")}");
        }

        Assert.True(left.Count == 0, string.Join('\n', left));
    }

    /// <summary>What keeps its Russian name, the longest first.</summary>
    private Task<List<string>> Names() => site.Ask(async services =>
    {
        var db = services.GetRequiredService<Db>();
        List<string> names =
        [
            .. await db.Organisations.Select(o => o.Name).ToListAsync(), .. await db.Municipalities.Select(m => m.Name).ToListAsync(), .. await db.Subjects.Select(s => s.Name).ToListAsync(),
            .. await db.Users.Select(u => u.Position).ToListAsync(), .. await db.Organisations.Select(o => o.Settlement).ToListAsync(), .. await db.ImportFiles.Select(f => f.Name).ToListAsync(), Region.Name,
            .. await db.TestTasks.Select(t => t.Skill).Concat(db.TaskDescriptions.Select(t => t.Skill)).Distinct().ToListAsync(), .. await db.ImportMappings.Select(m => m.Name).ToListAsync(), .. await db.MappingVersions.Select(v => v.SavedBy).Distinct().ToListAsync(),
            .. await db.ComparatorSets.Select(s => s.Name).ToListAsync(), .. await db.GrowthStudies.Select(s => s.Title).ToListAsync(),
        ];
        return names.Where(n => n.Length > 0).Distinct().OrderByDescending(n => n.Length).ToList();
    });

    [GeneratedRegex(@"\p{IsCyrillic}{3,}[\p{IsCyrillic} ]*")]
    private static partial Regex Cyrillic();
}
