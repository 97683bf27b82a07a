using System.Text;
using CsvHelper;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Analysis.Tables;

/// <summary>Reads a table with a header from a text file, however it is encoded and separated.</summary>
internal static class TableFile
{
    private const int Sample = 1 << 17;
    private const int LongestRecord = 4 << 20;
    private const int Pooled = 100_000;

    public static Table Read(string path)
    {
        var file = Path.GetFileName(path);
        if (!File.Exists(path)) throw new Refused([new(path, null, null, null, null, Texts.Say("Файла нет."), Texts.Say("Проверьте путь."))], status: 2);

        var content = File.ReadAllBytes(path);
        if (content.Length == 0) throw Empty(file);
        var encoding = PlainText.EncodingOf(content) ?? throw new Refused(file, Texts.Say("Это не текстовая таблица."), Texts.Say("Сохраните таблицу как CSV UTF-8."));
        var separator = Separator.Of(encoding.GetString(content, 0, Math.Min(content.Length, Sample)).TrimStart('\uFEFF'));
        try
        {
            return Read(content, encoding, separator, file);
        }
        catch (CsvFormatException broken)
        {
            throw new Refused(file, Texts.Say("Строки таблицы прочитать не удалось: {0}", broken.Message), Texts.Say("Сохраните таблицу заново."));
        }
    }

    private static Table Read(byte[] content, Encoding encoding, char separator, string file)
    {
        using var csv = CsvReader.Create(content, new CsvReaderOptions
        {
            Separator = separator, Encoding = encoding, HasHeader = false, SkipEmptyLines = true, MaxRecordSize = LongestRecord, DetectSeparatorHint = false, TrackLineNumbers = true,
            OnMalformedRecord = record =>
            {
                if (record.Reason == CsvMalformedReason.UnterminatedQuote) throw new Refused(file, Texts.Say("Кавычка открыта и не закрыта."), Texts.Say("Закройте кавычку или сохраните таблицу заново."), (int)record.LineNumber);
            },
        });
        if (!csv.Read()) throw Empty(file);

        var header = Record(csv, []);
        if (header is [{ } first, ..]) header[0] = first.TrimStart('\uFEFF');
        var (records, lines, pool) = (new List<string[]>(), new List<int>(), new Dictionary<string, string>(StringComparer.Ordinal));
        while (csv.Read())
        {
            records.Add(Record(csv, pool));
            lines.Add((int)csv.LineNumber);
        }

        // R writes row names without a heading of their own.
        if (records.Count > 0 && records.TrueForAll(r => r.Length == header.Length + 1 && r[^1].Length > 0)) header = ["", .. header];
        return Table.Of(file, header, records, lines);
    }

    private static string[] Record(CsvReader csv, Dictionary<string, string> pool)
    {
        var cells = new string[csv.FieldCount];
        for (var j = 0; j < cells.Length; j++)
        {
            var text = csv.GetString(j).Trim();
            cells[j] = pool.TryGetValue(text, out var known) ? known : pool.Count < Pooled ? pool[text] = text : text;
        }

        return cells;
    }

    private static Refused Empty(string file) => new(file, Texts.Say("Файл пуст."), Texts.Say("Нужна таблица с заголовком и строками под ним."));
}
