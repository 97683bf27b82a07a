using System.Globalization;
using System.Text.RegularExpressions;
using Stupeni.Documents;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>The findings as a list, and the sheets they are in with the cells marked and a note in each.</summary>
public static partial class MarkedWorkbook
{
    public static Workbook Of(IReadOnlyList<FoundRow> findings, IReadOnlyList<Grid> grids) =>
        new([List(findings), .. grids.SelectMany(g => g.Sheets.Where(s => s.Rows.Count > 0).Select(s => Marked(g.FileName, s, [.. findings.Where(f => f.File == g.FileName && f.Sheet == s.Name)])))]);

    private static Sheet List(IReadOnlyList<FoundRow> findings) => new(Texts.Say("Что исправить"),
        [new(Texts.Say("Вид"), Width: 16), new(Texts.Say("Файл"), Width: 28), new(Texts.Say("Лист"), Width: 18), new(Texts.Say("Строка"), ColumnKind.Whole, 8), new(Texts.Say("Столбец"), Width: 22), new(Texts.Say("Ячейка"), Width: 9), new(Texts.Say("Значение"), Width: 18), new(Texts.Say("Что не так"), Width: 50), new(Texts.Say("Как исправить"), Width: 60)],
        findings.Select(f => (IReadOnlyList<Cell>)
        [
            ((Cell)Texts.Say(f.Kind == FindingKind.Error ? "Ошибка" : "Предупреждение")) with { Mark = Of(f.Kind) },
            f.File, f.Sheet, (long?)f.Row, f.Column, f.Row is { } row && f.Letter.Length > 0 ? f.Letter + row.ToString(CultureInfo.InvariantCulture) : "", f.Value, f.Message.Say(), f.Mend?.Say() ?? "",
        ]))
    {
        Title = [Texts.Say("Что исправить в файлах"), Texts.Say("На следующих листах ячейки отмечены цветом, причина — в примечании. Столбцы с персональными данными пусты: исправляйте в своих файлах.")],
    };

    private static Sheet Marked(string file, GridSheet sheet, IReadOnlyList<FoundRow> findings)
    {
        var marks = findings.Where(f => f.Row is not null && f.Letter.Length > 0).GroupBy(f => (f.Row!.Value, f.Letter)).ToDictionary(g => g.Key, g => g.ToList());
        return new($"{Path.GetFileNameWithoutExtension(file)} {sheet.Name}".Trim(), [.. Enumerable.Range(0, sheet.Columns).Select(_ => new Column("", Width: 16))], Rows(sheet, marks));
    }

    /// <summary>Rows at the numbers they have in the file: empty ones between are written too, within reason.</summary>
    private static IEnumerable<IReadOnlyList<Cell>> Rows(GridSheet sheet, Dictionary<(int Row, string Letter), List<FoundRow>> marks)
    {
        var next = 1;
        foreach (var row in sheet.Rows)
        {
            for (; next < row.Number && row.Number - next < 10_000; next++) yield return [];
            next = row.Number + 1;
            yield return [.. Enumerable.Range(0, sheet.Columns).Select(column => Written(row[column], marks.GetValueOrDefault((row.Number, Address.Column(column)))))];
        }
    }

    private static Cell Written(string text, List<FoundRow>? found)
    {
        Cell cell = Number().IsMatch(text) ? (double?)double.Parse(text, CultureInfo.InvariantCulture) : text;
        return found is null ? cell : cell with { Mark = Of(found.Min(f => f.Kind)), Note = string.Join('\n', found.Select(f => $"{f.Message.Say()} {f.Mend?.Say()}".Trim())) };
    }

    private static Mark Of(FindingKind kind) => kind == FindingKind.Error ? Mark.Error : Mark.Warning;

    /// <summary>What stays the same when it is written as a number: no zeros in front, no more digits than a spreadsheet keeps.</summary>
    [GeneratedRegex(@"^-?(0|[1-9]\d{0,14})$|^-?(0|[1-9]\d{0,8})\.\d{0,5}[1-9]$")]
    private static partial Regex Number();
}
