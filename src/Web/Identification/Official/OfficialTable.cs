using System.Collections.Frozen;
using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Identification.Official;

internal enum ListField { Code, Login, Name, Municipality, Year, List, Ground, ActNumber, ActDate, Edition }

/// <summary>A table of an official list: who, and a column per list or one that names the list; or a title that names it for every row.</summary>
internal sealed record OfficialTable(GridSheet Sheet, int HeaderIndex, IReadOnlyDictionary<ListField, int> Columns, IReadOnlyDictionary<int, OfficialList> Flags, string Titles)
{
    private static readonly FrozenDictionary<string, ListField> Known = new (ListField Field, string Headers)[]
    {
        (ListField.Code, "код оо|код школы|код организации|school_id|код"),
        (ListField.Login, "логин|логин оо|логин фис око|login"),
        (ListField.Name, "оо|школа|название|наименование|название оо|наименование оо|краткое наименование|наименование организации|образовательная организация|name"),
        (ListField.Municipality, "муниципалитет|муниципальное образование|район|мо|municipality"),
        (ListField.Year, "год|учебный год|year"),
        (ListField.List, "список|вид списка|категория|категория школы|list"),
        (ListField.Ground, "основание|акт|реквизиты акта|документ|приказ|ground"),
        (ListField.ActNumber, "номер акта|№ акта|номер приказа|номер документа"),
        (ListField.ActDate, "дата акта|дата приказа|дата документа"),
        (ListField.Edition, "редакция|edition"),
    }.SelectMany(f => f.Headers.Split('|').Select(h => (Header: Cells.FoldHeader(h), f.Field))).ToFrozenDictionary(h => h.Header, h => h.Field);

    public GridRow Header => Sheet.Rows[HeaderIndex];

    /// <summary>The list that the titles name for every row, where no column does.</summary>
    public OfficialList? OfTitle => Flags.Count == 0 && !Columns.ContainsKey(ListField.List) ? ListWord.In(Titles) : null;

    public bool IsList => Flags.Count > 0 || Columns.ContainsKey(ListField.List) || OfTitle is not null;

    public IEnumerable<GridRow> Body => Sheet.Rows.Skip(HeaderIndex + 1).Where(r => Text(r, ListField.Code) is not "" || Text(r, ListField.Login) is not "" || Text(r, ListField.Name) is not "");

    public string Text(GridRow row, ListField field) => Columns.TryGetValue(field, out var column) && !Cells.IsMissing(row[column]) ? row[column].Trim() : "";

    public Spot At(GridRow row, int column) => column < 0 ? new(Sheet.Name, row.Number) : new(Sheet.Name, row.Number, column, Header[column], row[column]);

    public Spot At(GridRow row, ListField field) => At(row, Columns.GetValueOrDefault(field, -1));

    public static IReadOnlyList<OfficialTable> Of(Grid grid) => [.. grid.Sheets.Select(s => Of(grid, s)).OfType<OfficialTable>()];

    private static OfficialTable? Of(Grid grid, GridSheet sheet) => sheet.Header(at =>
    {
        var (columns, flags) = (new Dictionary<ListField, int>(), new Dictionary<int, OfficialList>());
        for (var column = 0; column < sheet.Rows[at].Count; column++)
        {
            var header = Cells.FoldHeader(sheet.Rows[at][column]);
            if (header is "код участника" or "класс" or "первичный балл") return null;
            if (Known.TryGetValue(header, out var field)) columns.TryAdd(field, column);
            else if (header.Length <= 80 && !ListWord.IsOfPupils(header) && ListWord.In(header) is { } list) flags.TryAdd(column, list);
        }

        if (!columns.ContainsKey(ListField.Code) && !columns.ContainsKey(ListField.Login) && !columns.ContainsKey(ListField.Name)) return null;
        var titles = string.Join('\n', sheet.Rows.Take(at).Select(r => string.Join(' ', r.Cells.ToArray())).Append(sheet.Name).Append(Path.GetFileNameWithoutExtension(grid.FileName)));
        return new OfficialTable(sheet, at, columns, flags, titles) is { IsList: true } table ? table : null;
    });
}
