using System.Text;
using CsvHelper;

namespace Stupeni.Imports.Reading.Texts;

/// <summary>Reads csv and its like as a sheet of the file's name.</summary>
internal static class TextFile
{
    private const int LongestRecord = 4 << 20;

    internal static GridSheet Read(ReadOnlyMemory<byte> content, Source source)
    {
        var encoding = TextEncoding.Of(content.Span)
            ?? throw new Unreadable(new("Файл «{0}» не похож ни на книгу Excel, ни на текстовую таблицу. Сохраните таблицу как книгу Excel (.xlsx) или CSV UTF-8.", source.FileName));
        var separator = Separator.Of(content, encoding);
        var name = Path.GetFileNameWithoutExtension(source.FileName);
        var rows = Rows(content, encoding, separator, name, source, lineBreaksInQuotes: true) ?? Rows(content, encoding, separator, name, source, lineBreaksInQuotes: false)!;
        return rows.Count > 0 ? new(name, rows) : throw new Unreadable(new("Файл «{0}» пуст: в нём нет ни одной заполненной ячейки. Выгрузите его заново.", source.FileName));
    }

    internal static CsvReaderOptions Options(char separator, bool lineBreaksInQuotes) => new()
    {
        Separator = separator, HasHeader = false, SkipEmptyLines = false, AllowLineBreaksInQuotes = lineBreaksInQuotes, MaxRecordSize = LongestRecord, DetectSeparatorHint = false,
    };

    /// <summary>The rows, or null when a quote opens a field and never closes, which takes in the rest of the file.</summary>
    private static IReadOnlyList<GridRow>? Rows(ReadOnlyMemory<byte> content, Encoding encoding, char separator, string sheet, Source source, bool lineBreaksInQuotes)
    {
        var torn = false;
        var options = Options(separator, lineBreaksInQuotes) with
        {
            Encoding = encoding, OnMalformedRecord = record => torn |= record.Reason == CsvMalformedReason.UnterminatedQuote,
        };
        var rows = new SheetRows(source, sheet);
        try
        {
            using var csv = CsvReader.Create(content, options);
            for (var number = 1; csv.Read() && !(torn && lineBreaksInQuotes);)
            {
                if (number == 1 && rows.Rows.Count == 0 && csv.FieldCount <= 2 && Separator.Hinted(csv.GetString(0) + separator) is not null) continue;
                for (var column = 0; column < csv.FieldCount; column++) rows.Set(number, column, Unguarded(csv.GetString(column)));
                rows.End(number++);
            }
        }
        catch (CsvFormatException) when (lineBreaksInQuotes)
        {
            return null;
        }
        catch (CsvFormatException)
        {
            throw source.Damaged();
        }
        return torn && lineBreaksInQuotes ? null : rows.Rows;
    }

    /// <summary>The apostrophe that a writer puts before what could be a formula is no part of the text.</summary>
    private static string Unguarded(string text) => text is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? text[1..] : text;
}
