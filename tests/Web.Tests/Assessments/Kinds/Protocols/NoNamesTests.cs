using System.Collections.Concurrent;
using System.Data.Common;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Stupeni.Imports;

namespace Stupeni.Assessments.Kinds.Protocols;

/// <summary>Thirty people with documents go in with a protocol; nothing of them is anywhere afterwards.</summary>
public sealed class NoNamesTests : IDisposable
{
    private static readonly string[] Stems = ["Бурлак", "Вихр", "Голуб", "Дрозд", "Ежевик", "Журавл", "Зимород", "Иволж", "Калин", "Лебед"];
    private static readonly string[] Endings = ["овейский", "инчук", "аторин"];
    private static readonly string[] Surnames = [.. Stems.SelectMany(stem => Endings.Select(end => stem + end))];

    private readonly Listening app = new();
    private readonly DateTime began = TimeProvider.System.GetUtcNow().UtcDateTime;

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData(".xlsx", false, false)]
    [InlineData(".xls", false, false)]
    [InlineData(".csv", false, false)]
    [InlineData(".xlsx", true, false)]
    [InlineData(".xlsx", false, true)]
    [InlineData(".csv", false, true)]
    public async Task Of_thirty_names_documents_and_codes_nothing_is_kept(string extension, bool damaged, bool linked)
    {
        await app.Schools();
        using var browser = await app.SignedIn("RegionalCoordinator");
        var file = File(damaged);
        var content = extension switch { ".csv" => file.Csv(), ".xls" => Imports.Reading.OldOffice.Table("Лист1", file.Rows), _ => file.Xlsx() };

        var typed = linked ? new Dictionary<string, string?> { ["Form.LinksAttempts"] = "true", ["Form.LinkGround"] = "поручение министерства" } : [];
        var import = (await browser.Submit("/imports/new", typed, files: [("Form.Files", $"ОГЭ{extension}", content)])).Headers.Location!.ToString();
        var page = await browser.Open(import);
        if (!damaged) await browser.Apply(import, page.QuerySelector("input[name=Read]") is { } warning ? new() { ["Read"] = warning.GetAttribute("value") } : []);

        Assert.Equal(damaged ? 0 : 30, await app.Ask(db => db.ScoreSheets.SumAsync(s => s.Participants)));
        var texts = await Kept();
        texts.Add("page", page.DocumentElement.OuterHtml);
        texts.Add("log", string.Join('\n', app.Lines));
        // What must be there is found, so what is not found is not there.
        Assert.Contains(texts, t => t.Key.Contains("content", StringComparison.OrdinalIgnoreCase) && t.Value.Contains("Фамилия", StringComparison.Ordinal));
        foreach (var secret in Secrets())
            Assert.True(texts.FirstOrDefault(t => t.Value.Contains(secret, StringComparison.OrdinalIgnoreCase)) is { Key: null }, $"{secret}: {texts.FirstOrDefault(t => t.Value.Contains(secret, StringComparison.OrdinalIgnoreCase)).Key}");
    }

    /// <summary>Series and numbers that no score, code or hash has by chance, as a spreadsheet keeps them: digits and texts.</summary>
    private static IEnumerable<string> Secrets() => Surnames.Concat(Enumerable.Range(0, 30).SelectMany(i => new[] { Series(i), Number(i), Code(i), Blank(i) })).Append("Тайнович").Append("Скрытнева");

    private static string Series(int i) => $"S96{i:00}Q";
    private static string Number(int i) => $"7391{i:00}846{i:00}";
    private static string Code(int i) => $"5550{i:00}7771";
    private static string Blank(int i) => $"3100{i:00}8888";

    private static ProtocolFile File(bool damaged)
    {
        string[] header = ["№", "Код ОО", "Класс", "Код регистрации", "Фамилия", "Имя", "Отчество", "Серия", "Номер", "№ бланка", "Ответы в краткой форме", "Ответы в развернутой форме", "Первичный балл", "Оценка", "Примечание"];
        string[] second = ["№", "Фамилия", "Имя", "Отчество", "Код ОО", "Класс", "Серия", "", "Номер", "Ответы в краткой форме", "Ответы в развернутой форме", "Первичный балл", "Оценка"];
        var rows = new List<object[]> { new object[] { "Ответственный: Скрытнева А. А." }, new object[] { ProtocolFile.OgeTitle }, header };
        rows.AddRange(Enumerable.Range(0, 15).Select(i => new object[] { $"{i + 1}", "450101", "9А", Code(i), Surnames[i], "Олег", "Тайнович", Series(i), Number(i), Blank(i), "++-", "1(2)", "3", "3", $"вместо {Surnames[i]}" }));
        rows.Add(["Председатель", "", "", "", "Скрытнева"]);
        rows.Add(second);
        rows.AddRange(Enumerable.Range(15, 15).Select(i => new object[] { $"{i + 1}", Surnames[i], "Анна", "Тайнович", "450101", "9Б", Series(i), "", Number(i), "++-", "1(2)", "3", "4" }));
        rows.Add(["Член комиссии", "Скрытнева"]);
        if (damaged)
        {
            rows[4] = [.. rows[4][..4], "", .. rows[4][4..]];
            rows[5] = [.. rows[5][..3], .. rows[5][4..]];
            rows[6] = [.. rows[6][..4], "", "", .. rows[6][4..]];
            rows[7][13] = "9";
            rows[8][7] = "";
            rows[25] = ["", .. rows[25]];
            rows[26] = [.. rows[26][1..]];
            rows[27] = [.. rows[27][..2], .. rows[27][3..]];
        }

        return new("ОГЭ.xlsx", rows);
    }

    /// <summary>Every value of every table, the database's own files, and what was written to the temporary folder meanwhile; packed values unpacked.</summary>
    private async Task<Dictionary<string, string>> Kept()
    {
        var kept = new Dictionary<string, string>();
        await app.Do(async db =>
        {
            await db.Database.OpenConnectionAsync();
            var connection = db.Database.GetDbConnection();
            foreach (var table in await Tables(db, connection))
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"select * from \"{table}\"";
                await using var reader = await command.ExecuteReaderAsync();
                var text = new StringBuilder();
                while (await reader.ReadAsync())
                    for (var column = 0; column < reader.FieldCount; column++)
                        if (!reader.IsDBNull(column)) text.AppendLine(reader.GetValue(column) is byte[] bytes ? Unpacked(bytes) : Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture));
                kept[table] = text.ToString();
            }
        });
        foreach (var path in Directory.EnumerateFiles(Path.GetTempPath()).Where(p => System.IO.File.GetLastWriteTimeUtc(p) >= began.AddSeconds(-2) && new FileInfo(p).Length is > 0 and < 16 << 20))
            kept[path] = await Read(path);
        return kept;
    }

    private static async Task<string> Read(string path)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            return Unpacked(bytes.ToArray());
        }
        catch (IOException)
        {
            // Another program's file, gone meanwhile.
            return "";
        }
    }

    private static async Task<List<string>> Tables(Db db, DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = db.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal)
            ? "select name from sqlite_master where type = 'table'" : "select table_name from information_schema.tables where table_schema = 'public'";
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        return names;
    }

    private static string Unpacked(byte[] bytes) => string.Join('\n', new[] { bytes, Brotli(bytes, 0), Brotli(bytes, 5) }.SelectMany(b => new[] { Encoding.UTF8.GetString(b), Encoding.Unicode.GetString(b), Encoding.GetEncoding(1251).GetString(b) }));

    private static byte[] Brotli(byte[] bytes, int from)
    {
        try
        {
            var plain = new MemoryStream();
            using var packed = new BrotliStream(new MemoryStream(bytes, Math.Min(from, bytes.Length), Math.Max(0, bytes.Length - from)), CompressionMode.Decompress);
            packed.CopyTo(plain);
            return plain.ToArray();
        }
        catch (Exception broken) when (broken is InvalidOperationException or InvalidDataException)
        {
            return [];
        }
    }

    private sealed class Listening : App, ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Listener(Lines);

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Logging:LogLevel:Default", "Trace");
            builder.ConfigureLogging(logging => logging.AddProvider(this));
        }
    }

    private sealed class Listener(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
