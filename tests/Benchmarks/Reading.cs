using System.Diagnostics;
using ExcelDataReader;
using Stupeni.Documents;
using Stupeni.Imports.Reading;

namespace Stupeni.Benchmarks;

/// <summary>Reading a workbook of 50,000 rows × 25 columns into a name-free grid, beside a plain pass of ExcelDataReader over the same bytes.</summary>
internal static class Reading
{
    private const int Rounds = 5;

    public static IEnumerable<string> Lines()
    {
        var book = Book();
        var ours = Median(() => Spreadsheet.Read(book, "book.xlsx", Limits.Default, PersonalColumns.None, CancellationToken.None));
        var peer = Median(() =>
        {
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(book));
            while (reader.Read()) for (var i = 0; i < reader.FieldCount; i++) _ = reader.GetValue(i);
        });
        yield return FormattableString.Invariant($"{"xlsx 50,000 x 25: read, names dropped",-44} {ours,10:0} {peer,10:0} {ours / peer,7:0.00}  ExcelDataReader, cells only");
    }

    private static byte[] Book()
    {
        Column[] columns = [new("Код участника"), new("Код ОО"), new("Класс"), .. Enumerable.Range(1, 22).Select(i => new Column($"{i} (2б)", ColumnKind.Whole))];
        var rows = Enumerable.Range(0, 50_000).Select(r => (IReadOnlyList<Cell>)[$"{60_000 + r}", $"{450_000 + r / 150}", "6А", .. Enumerable.Range(0, 22).Select(c => (Cell)(long?)((r * 7 + c * 3) % 3))]);
        return new Workbook([new("Результаты", columns, rows)]).ToBytes();
    }

    private static double Median(Action work)
    {
        work();
        var times = Enumerable.Range(0, Rounds).Select(_ =>
        {
            var began = Stopwatch.GetTimestamp();
            work();
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }).Order().ToList();
        return times[Rounds / 2];
    }
}
