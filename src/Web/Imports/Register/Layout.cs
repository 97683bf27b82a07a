using Stupeni.Documents;
using Stupeni.Imports.Reading;

namespace Stupeni.Imports.Register;

/// <summary>Where the columns of a sheet are, known by their headers.</summary>
internal sealed record Layout(GridSheet Sheet, int HeaderAt, IReadOnlyDictionary<Field, int> Columns)
{
    private const int FirstRows = 30;

    /// <summary>Headers of other files: of lists of pupils and of results.</summary>
    private static readonly HashSet<string> Foreign = ["код участника", "участник", "класс", "class", "вариант", "variant", "первичный балл", "отметка", "pupil_id", "код ученика", "фамилия"];

    /// <summary>Headers as they are folded; where a sheet has several of a field, the earlier in the list is taken.</summary>
    private static readonly (Field Field, string[] Headers)[] Known =
    [
        (Field.Code, ["код оо", "код организации", "код школы", "код оо (рис)", "school_id", "код", "code", "id"]),
        (Field.Login, ["логин фис око", "логин оо", "логин", "login", "логин в фис око"]),
        (Field.Name, ["название оо", "краткое наименование", "сокращенное наименование", "краткое наименование оо", "наименование оо", "название организации", "наименование организации", "название", "наименование", "полное наименование", "полное наименование оо", "образовательная организация", "организация", "школа", "name", "оо"]),
        (Field.Type, ["тип оо", "вид оо", "тип организации", "вид организации", "тип", "вид", "kind", "type"]),
        (Field.Municipality, ["муниципалитет", "муниципальное образование", "название муниципалитета", "наименование муниципалитета", "район", "район (город)", "мо", "мсу", "municipality"]),
        (Field.MunicipalityCode, ["код муниципалитета", "код мсу", "код мо", "municipality_code", "код района"]),
        (Field.Settlement, ["населенный пункт", "нп", "settlement", "город, село"]),
        (Field.Locality, ["местность", "тип местности", "тип населенного пункта", "город/село", "locality"]),
        (Field.Pupils, ["количество обучающихся", "кол-во обучающихся", "число обучающихся", "численность обучающихся", "обучающихся", "обучающиеся", "контингент", "количество учащихся", "pupils_total", "pupils"]),
        (Field.Inn, ["инн", "инн оо", "inn"]),
        (Field.Kpp, ["кпп", "kpp"]),
        (Field.Ogrn, ["огрн", "ogrn"]),
        (Field.Okpo, ["окпо", "okpo"]),
        (Field.Oktmo, ["октмо", "oktmo"]),
    ];

    internal bool Has(Field field) => Columns.ContainsKey(field);

    internal string Header(Field field) => Sheet.Rows[HeaderAt][Columns[field]];

    internal string Letter(Field field) => Address.Column(Columns[field]);

    internal IEnumerable<GridRow> Rows => Sheet.Rows.Skip(HeaderAt + 1);

    /// <summary>The row that names most columns, if it is among the first and of no other kind of file.</summary>
    internal static Layout? Of(GridSheet sheet)
    {
        Layout? best = null;
        for (var at = 0; at < Math.Min(FirstRows, sheet.Rows.Count); at++)
        {
            if (Read(sheet, at) is { } found && (best is null || found.Columns.Count > best.Columns.Count)) best = found;
        }

        return best is { Columns.Count: > 0 } ? best : null;
    }

    private static Layout? Read(GridSheet sheet, int at)
    {
        var headers = new Dictionary<string, int>();
        var row = sheet.Rows[at];
        for (var column = 0; column < row.Count; column++)
        {
            var header = Cells.FoldHeader(row[column]);
            if (Foreign.Contains(header)) return null;
            headers.TryAdd(header, column);
        }

        var columns = new Dictionary<Field, int>();
        foreach (var (field, names) in Known)
        {
            if (names.FirstOrDefault(n => headers.TryGetValue(n, out var column) && !columns.ContainsValue(column)) is { } name) columns[field] = headers[name];
        }

        return new(sheet, at, columns);
    }
}
