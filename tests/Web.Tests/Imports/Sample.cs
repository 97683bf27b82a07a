using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Stupeni.Documents;

namespace Stupeni.Imports;

/// <summary>Files as people have them, and what people do with them.</summary>
internal static class Sample
{
    private static int next = 100_000;

    internal static readonly string[] Headers = ["Код ОО", "Название", "Тип", "Муниципалитет", "Местность", "Количество обучающихся", "ИНН", "Логин ФИС ОКО"];

    /// <summary>Codes that no other test uses.</summary>
    internal static string Code() => Interlocked.Increment(ref next).ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal static string[] Row(string code, string name = "МБОУ «Средняя школа № 1»", string municipality = "город Заречный", string pupils = "120", string inn = "", string login = "", string type = "Школа", string locality = "город") =>
        [code, name, type, municipality, locality, pupils, inn, login];

    internal static byte[] Xlsx(params string[][] rows) => Book("Организации", [Headers, .. rows]);

    internal static byte[] Book(string sheet, params string[][] rows) =>
        new Workbook([new(sheet, [.. Enumerable.Range(0, rows.Max(r => r.Length)).Select(_ => new Column(""))], rows.Select(r => (IReadOnlyList<Cell>)[.. r.Select(c => (Cell)c)]))]).ToBytes();

    internal static byte[] Csv(params string[][] rows) => Encoding.UTF8.GetBytes(Lines([Headers, .. rows]));

    internal static string Lines(IEnumerable<string[]> rows) => string.Join("\r\n", rows.Select(r => string.Join(';', r)));

    /// <summary>Uploads the files and opens what came of it.</summary>
    internal static async Task<string> Upload(this Browser browser, params (string Name, byte[] Content)[] files)
    {
        var answer = await browser.Submit("/imports/new", [], files: files.Select(f => ("Form.Files", f.Name, f.Content)));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    internal static Task<HttpResponseMessage> Apply(this Browser browser, string import, Dictionary<string, string?>? typed = null) => browser.Submit(import, typed ?? [], "#decide");

    /// <summary>Uploads and applies what has no errors.</summary>
    internal static async Task<string> Bring(this Browser browser, params (string Name, byte[] Content)[] files)
    {
        var import = await browser.Upload(files);
        var answer = await browser.Apply(import);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await Browser.Read(answer)).Text("main"));
        return import;
    }

    /// <summary>The hidden fields of a form as a page held them: to be sent later, when they may be stale.</summary>
    internal static Dictionary<string, string> Held(this IHtmlDocument page, string form) =>
        page.QuerySelectorAll<IHtmlInputElement>($"{form} input[type=hidden]").GroupBy(i => i.Name!).ToDictionary(g => g.Key, g => g.First().Value);

    internal static string Text(this IParentNode page, string selector) => string.Join(" ", page.QuerySelectorAll(selector).Select(e => string.Join(' ', e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
}
