using System.Globalization;
using Stupeni.Documents;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>The findings of all files as a list that leads to the cells, and the sheets they are in with the cells marked. Cells mended in it can be brought back.</summary>
public static class MarkedWorkbook
{
    /// <summary>More sheets than this no one mends in one workbook, and it could not be read back.</summary>
    public const int MostSheets = 900;

    /// <summary>Beyond it only the beginning of each sheet and the rows with findings are shown.</summary>
    private const int WholeCells = 1_000_000;

    public static Workbook Of(Id<Import> import, IReadOnlyList<FoundRow> findings, IReadOnlyList<(Id<ImportFile> File, Grid Grid)> grids, DateTime now)
    {
        var found = findings.Where(f => f.Row is not null).ToLookup(f => (f.FileId, f.Sheet));
        var shown = grids.SelectMany(g => g.Grid.Sheets.Where(s => s.Rows.Count > 0 && found.Contains((g.File, s.Name))).Select(s => (g.File, g.Grid.FileName, Sheet: s))).Take(MostSheets).ToList();
        var whole = shown.Sum(s => (long)s.Sheet.Rows.Count * s.Sheet.Columns) <= WholeCells;
        var marked = shown.ConvertAll(s => MarkedSheet.Of(s.FileName, s.Sheet, [.. found[(s.File, s.Sheet.Name)]], whole));
        var names = new Workbook([new(ListName, [], []), .. marked]).Names.Skip(1).ToList();
        var places = shown.Zip(names, (s, name) => new ErrorsSheet(name, s.File, s.Sheet.Name)).ToList();
        return new([List(findings, places.ToDictionary(p => (p.File, p.Sheet), p => p.Name)), .. marked, ErrorsBook.Origins(import, now, places)]);
    }

    private static string ListName => Texts.Say("Что исправить");

    private static Sheet List(IReadOnlyList<FoundRow> findings, Dictionary<(Id<ImportFile>, string), string> sheets) => new(ListName,
        [new(Texts.Say("Вид"), Width: 16), new(Texts.Say("Файл"), Width: 28), new(Texts.Say("Лист"), Width: 18), new(Texts.Say("Строка"), ColumnKind.Whole, 8), new(Texts.Say("Столбец"), Width: 22), new(Texts.Say("Ячейка"), Width: 9), new(Texts.Say("Значение"), Width: 18), new(Texts.Say("Что не так"), Width: 50), new(Texts.Say("Как исправить"), Width: 60)],
        findings.Select(f => (IReadOnlyList<Cell>)
        [
            ((Cell)Texts.Say(f.Kind == FindingKind.Error ? "Ошибка" : "Предупреждение")) with { Mark = MarkedSheet.Of(f.Kind) },
            f.File, f.Sheet, (long?)f.Row, f.Column, Place(f, sheets), f.Value, f.Message.Say(), f.Mend?.Say() ?? "",
        ]))
    {
        Title = [Texts.Say("Что исправить в файлах"), Texts.Say("Нажмите на ячейку в столбце «Ячейка»: откроется лист файла, где она отмечена цветом, причина — в примечании. Исправьте прямо здесь и загрузите эту книгу в импорт: правки попадут в свои файлы. Столбцы с персональными данными пусты и такими останутся.")],
    };

    private static Cell Place(FoundRow found, Dictionary<(Id<ImportFile>, string), string> sheets)
    {
        if (found.Row is not { } row) return "";
        var address = (found.Letter.Length > 0 ? found.Letter : "A") + row.ToString(CultureInfo.InvariantCulture);
        return ((Cell)address) with { Link = sheets.TryGetValue((found.FileId, found.Sheet), out var sheet) ? (sheet, address) : null };
    }
}
