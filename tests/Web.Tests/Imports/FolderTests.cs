using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Stupeni.Imports;

/// <summary>Many files at once: archives, folders as they lie on a disk, one request for each file.</summary>
public sealed class FolderTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task An_archive_gives_its_tables_with_their_folders_and_leaves_the_litter()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(("Район.zip", Zip(
            ("Школа 1/6 класс.csv", List()), ("Школа 2/6 класс.csv", List()), ("Школа 2/~$6 класс.xlsx", [1]), ("Thumbs.db", [1, 2]), ("__MACOSX/._6 класс.csv", [3]), ("письмо.docx", [4]), ("вложенный.zip", Zip(("a.csv", List()))))));

        var files = await Files(import);
        Assert.Equal(["Район/Школа 1/6 класс.csv", "Район/Школа 2/6 класс.csv"], files.Select(f => f.Name));
        Assert.All(files, f => Assert.Equal(FileState.Ready, f.State));
    }

    [Fact]
    public async Task Names_in_an_old_archive_of_Windows_are_read()
    {
        var bytes = Zip(("пусто.csv", List()));
        var name = Encoding.UTF8.GetBytes("пусто.csv");
        var old = CodePagesEncodingProvider.Instance.GetEncoding(866)!.GetBytes("пусто.csv");
        // The same archive as an old packer writes it: shorter names, and no mark that they are UTF-8.
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true, Encoding.Latin1))
        {
            using var entry = zip.CreateEntry(Encoding.Latin1.GetString(old)).Open();
            entry.Write(List());
        }

        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(("z.zip", WithoutMark(memory.ToArray())));
        Assert.Equal("z/пусто.csv", (await Files(import)).Single().Name);
        Assert.NotEqual(name.Length, old.Length);
        Assert.NotEmpty(bytes);
    }

    [Fact]
    public async Task A_bomb_a_damaged_file_and_one_too_large_do_not_take_the_others_with_them()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(("все.zip", Zip(("хороший.csv", List()), ("бомба.csv", new byte[60 << 20]), ("не книга.xlsx", [1, 2, 3]), ($"{new string('д', 200)}.csv", List()))));

        var files = await Files(import);
        Assert.Equal([FileState.Ready, FileState.Unreadable, FileState.Unreadable, FileState.Ready], files.Select(f => f.State));
        Assert.Contains("больше 32 МБ", (await coordinator.Open(import)).Text("section[aria-labelledby=errors]"));
        Assert.Contains(new string('д', 200), files[3].Name);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Apply(import, new() { ["LeaveAside"] = "true" })).StatusCode);
    }

    [Fact]
    public async Task An_archive_without_tables_or_damaged_is_refused_in_words()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        foreach (var (content, said) in new[] { (Zip(("письмо.docx", [1])), "нет ни одной таблицы"), ("PK\u0003\u0004 мусор"u8.ToArray(), "не открывается") })
        {
            var answer = await coordinator.Submit("/imports/new", [], files: [("Form.Files", "пусто.zip", content)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, (await Browser.Read(answer)).Text("#Form_Files-error"));
        }
    }

    [Fact]
    public async Task Files_sent_one_by_one_are_kept_each_and_none_twice()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var form = (await coordinator.Open("/imports/new")).Held("main form");
        var target = await Json(await coordinator.Http.PostAsync("/imports/new?handler=Begin", new FormUrlEncodedContent(form)));
        var upload = target.GetProperty("url").GetString()!;
        var (one, other) = (List(), List());

        Assert.Equal(HttpStatusCode.OK, (await Send(coordinator, upload, form, "6 класс.csv", "Школа 1/6 класс.csv", one)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Send(coordinator, upload, form, "6 класс.csv", "Школа 2/6 класс.csv", other)).StatusCode);
        // The link broke before the answer came: the same file again, and once more under another name.
        await Send(coordinator, upload, form, "6 класс.csv", "Школа 1/6 класс.csv", one);
        await Send(coordinator, upload, form, "копия.csv", "копия.csv", one);

        var import = upload[..^"/upload".Length];
        Assert.Equal(["Школа 1/6 класс.csv", "Школа 2/6 класс.csv"], (await Files(import)).Select(f => f.Name));
        var known = await Json(await coordinator.Get($"{upload}?handler=Known"));
        Assert.Equal(2, known.GetProperty("known").GetArrayLength());
        Assert.All(await Files(import), f => Assert.Equal(FileState.Received, f.State));

        var done = await Json(await coordinator.Http.PostAsync($"{upload}?handler=Done", new FormUrlEncodedContent(form)));
        Assert.Equal(import, done.GetProperty("url").GetString());
        Assert.All(await Files(import), f => Assert.Equal(FileState.Ready, f.State));
    }

    [Fact]
    public async Task A_file_that_is_refused_says_why_and_the_rest_goes_on()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(("a.csv", List()));
        var form = (await coordinator.Open($"{import}/upload")).Held("main form");
        var refused = await Send(coordinator, $"{import}/upload", form, "z.zip", "z.zip", Zip(("x.docx", [1])));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("нет ни одной таблицы", (await Json(refused)).GetProperty("message").GetString());
        await Send(coordinator, $"{import}/upload", form, "b.csv", "b.csv", List());
        Assert.Equal(2, (await Files(import)).Count);
    }

    [Fact]
    public async Task A_file_taken_out_while_it_is_checked_leaves_no_trace()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(("a.csv", List()), ("b.csv", List()));
        var files = await Files(import);
        var kept = await app.Ask(async db =>
        {
            var file = await db.ImportFiles.AsNoTracking().SingleAsync(f => f.Id == files[0].Id);
            var token = await db.Imports.Where(i => i.Id == file.Import).Select(i => i.Token).SingleAsync();
            await db.ImportFiles.Where(f => f.Id == file.Id).ExecuteDeleteAsync();
            return await new KeepCheck(db).Keep(file.Import, token, new(file, null, new("", 1, 1, [new(FindingKind.Error, "", 1, "", "", "", new("Ошибка"))], Preview.Nothing, null), FileView.Nothing), null, default);
        });
        Assert.False(kept);
        Assert.Equal(0, await app.Ask(db => db.ImportFindings.CountAsync(f => f.File == files[0].Id)));
    }

    private static byte[] List(string pupils = "120") => Sample.Csv(Sample.Row(Sample.Code(), pupils: pupils));

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }

        return memory.ToArray();
    }

    /// <summary>Clears bit 11 of every header: the mark that a name is UTF-8.</summary>
    private static byte[] WithoutMark(byte[] zip)
    {
        for (var at = 0; at + 10 < zip.Length; at++)
            if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] is 1 or 3 && zip[at + 3] is 2 or 4) zip[at + (zip[at + 2] == 3 ? 7 : 9)] &= 0xF7;
        return zip;
    }

    private static Task<HttpResponseMessage> Send(Browser browser, string upload, Dictionary<string, string> form, string name, string path, byte[] content)
    {
        var body = new MultipartFormDataContent { { new StringContent(path), "Form.Path" }, { new ByteArrayContent(content), "Form.Files", name } };
        foreach (var (key, value) in form) body.Add(new StringContent(value), key);
        return browser.Http.PostAsync($"{upload}?handler=One", body, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    private Task<List<ImportFile>> Files(string import)
    {
        var id = new Platform.Id<Import>(Guid.Parse(import.Split('/')[^1]));
        return app.Ask(db => db.ImportFiles.AsNoTracking().Where(f => f.Import == id).OrderBy(f => f.Position).ToListAsync());
    }
}
