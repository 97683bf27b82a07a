using Stupeni.Platform;

namespace Stupeni.Analysis.Tables;

/// <summary>A table with a header: its columns, and on which line of the file each row stands.</summary>
internal sealed class Table
{
    private Table(string file, IReadOnlyList<TableColumn> columns, IReadOnlyList<int> lines, IReadOnlyList<string> remarks) =>
        (File, Columns, Lines, Remarks) = (file, columns, lines, remarks);

    public string File { get; }

    public IReadOnlyList<TableColumn> Columns { get; }

    public IReadOnlyList<int> Lines { get; }

    /// <summary>What a person should know of how the file was read.</summary>
    public IReadOnlyList<string> Remarks { get; }

    public static Table Of(string file, string[] header, List<string[]> records, List<int> lines)
    {
        if (records.Count == 0) throw new Refused(file, Texts.Say("Под заголовком нет ни одной строки."), Texts.Say("Нужна таблица с заголовком и строками под ним."));

        var errors = Twice(file, header).ToList();
        var remarks = new List<string>();
        for (var i = 0; i < records.Count; i++)
        {
            var cells = records[i];
            if (cells.Length > header.Length && cells.AsSpan(header.Length).ContainsAnyExcept(""))
                errors.Add(new(file, null, lines[i], null, null, Texts.Say("В строке {0}, а в заголовке {1}.", Texts.Count(cells.Length, "значение|значения|значений"), header.Length), Texts.Say("Проверьте разделители и кавычки в этой строке.")));
            else if (cells.Length < header.Length && remarks.Count < 10)
                remarks.Add(Texts.Say("{0}, строка {1}: значений {2}, а столбцов {3}; недостающие приняты за пропуски.", file, lines[i], cells.Length, header.Length));
        }

        if (errors.Count > 0) throw new Refused(errors);

        var columns = header.Select((name, j) => new TableColumn(name, j, [.. records.Select(r => j < r.Length && !CellNumber.IsMissing(r[j]) ? r[j] : null)])).ToList();
        return new(file, columns, lines, remarks);
    }

    /// <summary>The column of a name.</summary>
    public TableColumn Column(string name) => Columns.FirstOrDefault(c => c.Name == name) ?? throw new Refused([Unknown(name)]);

    /// <summary>The numbers of a column that has to be one of numbers.</summary>
    public double[] Numbers(TableColumn column)
    {
        if (column.IsNumeric) return column.Values;
        throw new Refused([NotNumbers(column)]);
    }

    /// <summary>Columns of these names, all of numbers; or, without names, every column of numbers. Every reason why not is told at once.</summary>
    public IReadOnlyList<TableColumn> NumericColumns(IReadOnlyList<string> names, Action<string> warn)
    {
        if (names.Count == 0) return Every(warn);

        var chosen = names.Select(n => (Name: n, Column: Columns.FirstOrDefault(c => c.Name == n))).ToList();
        List<Imports.ErrorLine> errors =
        [
            .. chosen.Where(c => c.Column is null).Select(c => Unknown(c.Name)),
            .. chosen.Where(c => c.Column is { IsNumeric: false }).Select(c => NotNumbers(c.Column!)),
            .. names.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => new Imports.ErrorLine(File, null, null, g.Key, null, Texts.Say("Столбец назван дважды."), Texts.Say("Оставьте одно имя."))),
        ];
        return errors.Count == 0 ? [.. chosen.Select(c => c.Column!)] : throw new Refused(errors);
    }

    public Imports.ErrorLine Unknown(string name) => new(File, null, null, name, null, Texts.Say("Столбца «{0}» нет.", name),
        Texts.Say("Есть: {0}.", string.Join(", ", Columns.Where(c => c.Name.Length > 0).Select(c => c.Name))));

    private IReadOnlyList<TableColumn> Every(Action<string> warn)
    {
        foreach (var slip in Columns.Where(c => c.IsNearlyNumeric))
            warn(Texts.Say("Столбец «{0}» не взят: в нём не только числа (строка {1}: «{2}»).", slip.Name, Lines[slip.Wrong], slip.Texts[slip.Wrong]));
        foreach (var nameless in Columns.Where(c => c is { Name: "", IsNumeric: true })) warn(Texts.Say("Столбец {0} без названия не взят.", nameless.Position + 1));
        foreach (var empty in Columns.Where(c => c.IsEmpty && c.Name.Length > 0)) warn(Texts.Say("Столбец «{0}» не взят: в нём нет ни одного значения.", empty.Name));
        IReadOnlyList<TableColumn> every = [.. Columns.Where(c => c.IsNumeric && c.Name.Length > 0)];
        return every.Count > 0 ? every : throw new Refused(File, Texts.Say("Нет ни одного столбца с числами."), Texts.Say("Проверьте разделитель и десятичный знак."));
    }

    private Imports.ErrorLine NotNumbers(TableColumn column) => column.IsEmpty
        ? new(File, null, null, column.Name, null, Texts.Say("В столбце нет ни одного значения."), Texts.Say("Выберите другой столбец."))
        : new(File, null, Lines[column.Wrong], column.Name, column.Texts[column.Wrong], Texts.Say("Здесь нужно число."), Texts.Say("Исправьте ячейку, оставьте её пустой или выберите другой столбец."));

    private static IEnumerable<Imports.ErrorLine> Twice(string file, string[] header) => header.Where(h => h.Length > 0).GroupBy(h => h).Where(g => g.Count() > 1)
        .Select(g => new Imports.ErrorLine(file, null, 1, g.Key, null, Texts.Say("Заголовок встречается дважды."), Texts.Say("Переименуйте один из столбцов.")));
}
