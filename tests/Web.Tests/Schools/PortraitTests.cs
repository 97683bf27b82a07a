using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Accounts;
using Stupeni.Comparators;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Schools;

/// <summary>One school in sentences, on a page and in its passport.</summary>
public sealed partial class PortraitTests(PortraitTests.Told made) : IClassFixture<PortraitTests.Told>
{
    /// <summary>The neighbourhood with a year before and a run of the rule.</summary>
    public sealed class Told : IAsyncLifetime
    {
        internal Neighbourhood Around { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Around.InitializeAsync();
            await Around.Region.Oge(Around.First, 2025, 2, 30);
            await Around.Region.Vpr(Around.First, 2026, 2, 40);
            await Around.Region.Run();
        }

        public ValueTask DisposeAsync() => Around.DisposeAsync();
    }

    private Neighbourhood Around => made.Around;

    private string Portrait(Organisation? school = null) => $"/organisations/{(school ?? Around.First).Id}/portrait";

    [Fact]
    public async Task What_is_known_of_a_school_is_said_in_sentences_that_lead_to_their_pages()
    {
        using var head = await Around.SignedIn("SchoolHead", Around.First.Id.Value);
        var page = await head.Open(Portrait());
        var main = Neighbourhood.Plain(page);

        Assert.Equal(["Кто это", "Результаты", "Что изменилось", "В каких условиях", "Рядом с похожими школами", "Что говорит правило", "Что говорит оценка", "Возможные маркеры, требуют проверки", "На чём основан"],
            page.QuerySelectorAll("main section h3").Select(h => h.TextContent));
        Assert.Contains("Школа 01: школа, Северный округ; код ОО 010001.", main, StringComparison.Ordinal);
        Assert.Contains("Обучающихся 110; местность — город.", main, StringComparison.Ordinal);
        Assert.Contains("Сильная сторона — ВПР 2026, математика, 6 класс: ниже порога 5,0 % (2 из 40, 95 % интервал 1–17 %), «4» и «5» у 0 %.", Regex.Replace(main, "\u2060", ""), StringComparison.Ordinal);
        Assert.Contains("Возможная трудность, требует проверки — ОГЭ 2026, математика, 9 класс: ниже порога 60,0 % (18 из 30", main, StringComparison.Ordinal);
        Assert.Contains("с 2025 по 2026 год ниже порога было 2 из 30, стало 18 из 30 (+53,3 п. п.) — рост, вероятно не случайный.", main, StringComparison.Ordinal);
        Assert.Contains("Индекс социального благополучия не посчитан.", main, StringComparison.Ordinal);
        Assert.Contains("у 10 из 10 похожих школ доля ниже порога заметно меньше. Возможно, есть у кого перенять опыт.", main, StringComparison.Ordinal);
        Assert.Contains("«Группа риска»", main, StringComparison.Ordinal);
        Assert.Contains("Оценка рядом с этим запуском ещё не посчитана.", main, StringComparison.Ordinal);
        Assert.DoesNotMatch(Harsh(), main);
        foreach (var link in page.QuerySelectorAll("main section p a").Select(a => a.GetAttribute("href")!).Distinct()) Assert.Equal(200, (int)(await head.Get(link)).StatusCode);
    }

    [Fact]
    public async Task Of_a_school_that_lacks_everything_it_says_what_is_missing()
    {
        using var region = await Around.SignedIn("RegionalCoordinator");
        var main = Neighbourhood.Plain(await region.Open(Portrait(Around.Bare)));

        Assert.Contains("Сколько в школе обучающихся, в реестре не сказано.", main, StringComparison.Ordinal);
        Assert.Contains("Результатов в системе нет: говорить не о чем, пока их не загрузят.", main, StringComparison.Ordinal);
        Assert.Contains("условия школы неизвестны. Это не значит, что они благополучны.", main, StringComparison.Ordinal);
        Assert.Contains("В последнем запуске правила школы нет", main, StringComparison.Ordinal);
        Assert.Contains("Загрузите социальный паспорт", main, StringComparison.Ordinal);
        Assert.Equal(200, (int)(await region.Get($"/organisations/{Around.Bare.Id}/passport.docx")).StatusCode);
    }

    [Fact]
    public async Task The_page_of_a_run_sets_the_school_beside_similar_ones()
    {
        using var head = await Around.SignedIn("SchoolHead", Around.First.Id.Value);
        using var curator = await Around.SignedIn("ExternalCurator", Around.First.Id.Value);
        foreach (var browser in new[] { head, curator })
        {
            var text = (await browser.Open($"/identification/1/schools/{Around.First.Id}")).QuerySelector("section[aria-labelledby=h-compared]")!.TextContent.Replace('\u00a0', ' ');
            Assert.Contains("Ближайшие по условиям: 10 школ из 15 того же вида в области.", text, StringComparison.Ordinal);
            Assert.Contains("ОГЭ 2026, математика, 9 класс: у похожих школ ниже порога заметно меньше, +50 п. п., 95 % интервал от +32 до +66.", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_sees_no_lists_reads_nothing_of_the_rule()
    {
        using var analyst = await Around.SignedIn("Analyst");
        var page = await analyst.Open(Portrait());
        Assert.DoesNotContain("Что говорит правило", Neighbourhood.Plain(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Запуск правила", Neighbourhood.Plain(page), StringComparison.Ordinal);
        Assert.Contains("Рядом с похожими школами", Neighbourhood.Plain(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_passport_carries_facts_results_circumstances_and_what_it_rests_on()
    {
        using var head = await Around.SignedIn("SchoolHead", Around.First.Id.Value);
        using var neighbour = await Around.SignedIn("SchoolHead", Around.Schools[1].Id.Value);
        var answer = await head.Get($"/organisations/{Around.First.Id}/passport.docx");
        var text = await Text(answer);

        Assert.Equal(Docx.MimeType, answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("passport-010001-", answer.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        foreach (var part in new[]
        {
            "ПАСПОРТ ШКОЛЫ", "Школа 01", "Составлен программой по данным на", "18 из 30", "60,0 %", "За 2025/26 учебный год", "40 из 200", "социальный паспорт на 01.10", "Запуск правила № 1", "Похожие школы: редакция «2026»", "Результаты: импорт № 7",
        }) Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.Matches("[0-9a-f]{64}", text);
        foreach (var other in Around.Schools.Skip(1)) Assert.DoesNotContain(other.Name, text, StringComparison.Ordinal);
        Assert.DoesNotMatch(Harsh(), text);
        Assert.Equal(404, (int)(await neighbour.Get($"/organisations/{Around.First.Id}/passport.docx")).StatusCode);
        Assert.Contains("Выгрузка: организация Школа 01, docx", await History(head), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_no_sentence_stays_Russian()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        try
        {
            using var scope = Around.Services.CreateScope();
            foreach (var school in new[] { Around.First, Around.Bare })
                foreach (var part in Schools.Portrait.Of(await Read(scope, school)))
                    Assert.DoesNotMatch(@"\p{IsCyrillic}", string.Concat(part.Sentences.Select(s => s.Text + s.Link).Prepend(part.Title)).Replace("Школа ", "", StringComparison.Ordinal).Replace("Северный округ", "", StringComparison.Ordinal).Replace("Южный округ", "", StringComparison.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static async Task<SchoolFacts> Read(IServiceScope scope, Organisation school)
    {
        var viewers = scope.ServiceProvider.GetRequiredService<Db>();
        var facts = ActivatorUtilities.CreateInstance<ReadFacts>(scope.ServiceProvider, viewers, Viewer.Program, ActivatorUtilities.CreateInstance<CompareResults>(scope.ServiceProvider, ActivatorUtilities.CreateInstance<FindSimilar>(scope.ServiceProvider, Viewer.Program)));
        return (await facts.Of(school.Id, TestContext.Current.CancellationToken))!;
    }

    private static async Task<string> Text(HttpResponseMessage answer)
    {
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        using var document = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return Regex.Replace(await document.ReadToEndAsync(TestContext.Current.CancellationToken), "<[^>]+>", "").Replace('\u00a0', ' ');
    }

    /// <summary>The log is written beside the requests.</summary>
    private async Task<string> History(Browser head)
    {
        for (var i = 0; ; i++)
        {
            var text = Neighbourhood.Plain(await head.Open($"/organisations/{Around.First.Id}/history"));
            if (text.Contains("docx", StringComparison.Ordinal) || i == 50) return text;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    [GeneratedRegex("худш|провал|рейтинг", RegexOptions.IgnoreCase)]
    private static partial Regex Harsh();
}
