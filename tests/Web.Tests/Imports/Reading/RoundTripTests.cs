using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Stupeni.Documents;

namespace Stupeni.Imports.Reading;

public sealed class RoundTripTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(new Replay(new Rnd(20_251_121), FSharpOption<int>.None));

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements("", "5", "X", "—", "=1+1", "020001", "1,5", "МБОУ «Школа № 1»", "a\"b", "x;y", "строка\nвторая", "<v>&amp;", "_x0041_", "'ы", "😀", "\t", "+7", "12.0", "0.1", "sep=;"),
        Gen.ArrayOf(Gen.Elements([.. "абвг АБВ;,\t\"'|_x<>&№—0123456789"]), 6).Select(c => new string(c)));

    private static readonly Gen<Pair> Values = Gen.OneOf(
        Texts.Select(t => new Pair(t, t)),
        Gen.Choose(-1_000_000, 1_000_000).Select(n => new Pair(n, $"{n}")),
        Gen.Choose(-999_999, 999_999).Select(n => new Pair(n / 1000.0, (n / 1000m).ToString("0.###", CultureInfo.InvariantCulture))),
        Gen.Choose(0, 60_000).Select(n => new DateOnly(1950, 1, 1).AddDays(n)).Select(d => new Pair(d, d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));

    [Fact]
    public void Any_sheet_that_is_written_is_read_back() => Check.One(Often, Prop.ForAll(Tables(Values).ToArbitrary(), rows =>
    {
        var book = new Workbook([new("Лист", [], rows.Select(r => (IReadOnlyList<Cell>)[.. r.Select(c => c.Written)])), new("Второй", [new("Код")], [])]);

        var sheet = Parts.Read(book.ToBytes()).Sheets[0];

        Assert.Equal(Expected(rows.Select(r => r.Select(c => c.Read).ToArray())), Rows(sheet));
    }));

    [Fact]
    public void Any_csv_that_is_written_is_read_back() => Check.One(Often, Prop.ForAll(
        Tables(Texts).Where(t => t.Length > 0 && t[0].Length > 1).ToArbitrary(),
        Gen.Elements([.. TextTests.Encodings.Select(e => e.Data)]).ToArbitrary(), Gen.Elements(';', ',', '\t').ToArbitrary(), (rows, encoding, separator) =>
        {
            // What Windows-1251 has no letter for cannot come back from it.
            var known = rows.Select(r => r.Select(c => encoding.GetString(encoding.GetBytes(c))).ToArray()).ToArray();
            var text = string.Join("\r\n", known.Prepend([.. known[0].Select((_, at) => $"Столбец{at}")]).Select(r => string.Join(separator, r.Select(c => $"\"{c.Replace("\"", "\"\"")}\""))));

            var sheet = Parts.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], "файл.csv").Sheets[0];

            Assert.Equal(Expected(known.Select(r => r.Select(Unguarded).ToArray())).Select(r => r with { Number = r.Number + 1 }), Rows(sheet).Skip(1));
        }));

    [Fact]
    public void Any_grid_comes_back_from_its_bytes() => Check.One(Often, Prop.ForAll(Tables(Texts).ToArbitrary(), rows =>
    {
        var sheet = new GridSheet("Лист", [.. rows.Select((r, at) => new GridRow(at * 3 + 1, r, hidden: at % 2 == 1))]) { Hidden = true, HasFormulas = true, Merged = [new(1, 0, 2, 5)] };
        var grid = new Grid("файл.xls", Container.Xls, [sheet, GridSheet.Of("Второй")], [new("Лист", "B", "ФИО", 3)]);

        var back = Grid.FromBytes(grid.ToBytes());

        Assert.Equal(Rows(sheet), Rows(back.Sheets[0]));
        Assert.Equal(sheet.Rows.Select(r => r.Hidden), back.Sheets[0].Rows.Select(r => r.Hidden));
        Assert.Equal((grid.FileName, grid.Container, sheet.Merged[0], true, true), (back.FileName, back.Container, back.Sheets[0].Merged[0], back.Sheets[0].Hidden, back.Sheets[0].HasFormulas));
        Assert.Equal(grid.DroppedColumns, back.DroppedColumns);
        Assert.Equal(grid.ToBytes(), back.ToBytes());
    }));

    [Fact]
    public void Bytes_of_anything_else_are_refused()
    {
        Assert.Throws<InvalidDataException>(() => Grid.FromBytes("SGRD\u0002"u8));
        Assert.Throws<InvalidDataException>(() => Grid.FromBytes([]));
    }

    [Fact]
    public void Damage_of_any_kind_is_told_and_nothing_else()
    {
        var rows = Enumerable.Range(0, 40).Select(r => (IReadOnlyList<Cell>)[.. Enumerable.Range(0, 12).Select(c => c == 0 ? (Cell)$"Школа {r}" : (Cell)(r * c / 7.0) with { Note = c == 5 ? "заметка" : null })]);

        Damage.Survived(new Workbook([new("Лист", [new("Код")], rows) { Merged = ["A1:C1"] }]).ToBytes(), "файл.xlsx", cases: 300, seed: 11);
    }

    private static Gen<T[][]> Tables<T>(Gen<T> cells) =>
        from rows in Gen.Choose(0, 12)
        from columns in Gen.Choose(1, 6)
        from table in cells.ArrayOf(columns).ArrayOf(rows)
        select table;

    private static string Unguarded(string text) => text is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? text[1..] : text;

    private static IEnumerable<Row> Expected(IEnumerable<string[]> rows) =>
        rows.Select((r, at) => new Row(at + 1, string.Join('|', r.Select(c => c.Trim()).Reverse().SkipWhile(c => c.Length == 0).Reverse()))).Where(r => r.Cells.Length > 0);

    private static IEnumerable<Row> Rows(GridSheet sheet) => sheet.Rows.Where(r => r.Count > 0).Select(r => new Row(r.Number, string.Join('|', r.Cells)));

    private sealed record Pair(Cell Written, string Read);

    private sealed record Row(int Number, string Cells);
}
