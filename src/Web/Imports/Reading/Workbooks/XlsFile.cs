using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>Reads the workbooks of Excel 97–2003.</summary>
internal static class XlsFile
{
    private const int LastRow = 65_536;
    private const int Columns = 256;

    static XlsFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    internal static IReadOnlyList<GridSheet> Read(ReadOnlyMemory<byte> content, Source source)
    {
        Recognise(content.Span, source.FileName);
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var book = ExcelReaderFactory.CreateBinaryReader(stream, new() { FallbackEncoding = Encoding.GetEncoding(1251) });
            var sheets = new List<GridSheet>();
            do
            {
                if (sheets.Count == source.Limits.Sheets) throw XlsxFile.TooManySheets(source);
                sheets.Add(ReadSheet(book, source));
            }
            while (book.NextResult());
            return sheets;
        }
        catch (InvalidPasswordException)
        {
            throw XlsxFile.Locked(source.FileName);
        }
        // Whatever a damaged file makes the library do, a person only needs to know that it is damaged.
        catch (Exception broken) when (broken is not (Unreadable or OperationCanceledException or OutOfMemoryException))
        {
            throw source.Damaged();
        }
    }

    private static GridSheet ReadSheet(IExcelDataReader book, Source source)
    {
        var rows = new SheetRows(source, book.Name);
        for (var number = 1; book.Read(); number++)
        {
            // A damaged file may promise more rows than the format has.
            if (number > LastRow) throw source.Damaged();
            for (var column = 0; column < Math.Min(book.FieldCount, Columns); column++)
                rows.Set(number, column, Text(book, column));
            rows.End(number, hidden: book.RowHeight == 0);
        }
        return new(book.Name, rows.Rows)
        {
            Hidden = book.VisibleState != "visible",
            Merged = [.. (book.MergeCells ?? []).Select(m => new MergedCells(m.FromRow + 1, m.FromColumn, m.ToRow + 1, m.ToColumn))],
        };
    }

    private static string Text(IExcelDataReader book, int column) => book.GetValue(column) switch
    {
        null => "",
        double number => Values.Of(number),
        bool flag => Values.Of(flag),
        DateTime moment => Values.Of(moment),
        TimeSpan time => Values.Of(time),
        var other => Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };

    private static void Recognise(ReadOnlySpan<byte> content, string fileName)
    {
        if (Ole.Holds(content, "Workbook") || Ole.Holds(content, "Book")) return;
        if (Ole.Holds(content, "EncryptedPackage")) throw XlsxFile.Locked(fileName);
        if (Ole.Holds(content, "WordDocument")) throw FirstBytes.NotATable(fileName, "документ Word");
        if (Ole.Holds(content, "PowerPoint Document")) throw FirstBytes.NotATable(fileName, "презентация PowerPoint");
        throw FirstBytes.NotATable(fileName, "документ старого Office без таблицы или его обрывок");
    }
}
