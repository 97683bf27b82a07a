using System.Globalization;
using Stupeni.Assessments.Kinds;
using Stupeni.Documents;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Mapping;

/// <summary>Columns of tasks as one text: <c>E:2, F:1, G</c> — letters or headers, each with its maximum where it is known.</summary>
internal static class TaskList
{
    public static string Write(IEnumerable<TaskColumn> tasks) =>
        string.Join(", ", tasks.Select(t => t.Max is { } max ? string.Create(CultureInfo.InvariantCulture, $"{Address.Column(t.Column)}:{max}") : Address.Column(t.Column)));

    /// <summary>The columns, or what is wrong with the text.</summary>
    public static (IReadOnlyList<TaskColumn> Tasks, Message? Problem) Read(string text, Layout table)
    {
        var tasks = new List<TaskColumn>();
        foreach (var part in text.Split(',', ';').Select(p => p.Trim()).Where(p => p.Length > 0))
        {
            var (name, written) = part.LastIndexOf(':') is > 0 and var colon ? (part[..colon].Trim(), part[(colon + 1)..].Trim()) : (part, "");
            var column = ColumnName.Find(name, table);
            if (column < 0) return ([], new("Столбца «{0}» в таблице нет.", name));
            var read = TaskHeader.Read(table.Header[column], column) ?? new(column, CodeOf(table.Header[column], tasks.Count), null);
            if (written.Length > 0 && Cells.ParseDecimal(written) is not > 0) return ([], new("Максимум «{0}» у задания {1} — не число больше нуля.", written, read.Code));
            tasks.Add(written.Length > 0 ? read with { Max = (double)Cells.ParseDecimal(written)!.Value } : read);
        }

        return (tasks, null);
    }

    private static string CodeOf(string header, int at) => header.Length is > 0 and <= 20 ? header : (at + 1).ToString(CultureInfo.InvariantCulture);
}

/// <summary>A column as a person names it: by its header, or by its letter.</summary>
internal static class ColumnName
{
    public const int Missing = -1, Unknown = -2;

    public static bool IsNone(string? text) => text is null || text.Trim() is "" or "-" or "–" or "—" || text.Trim().Equals("none", StringComparison.OrdinalIgnoreCase) || text.Trim().Equals("нет", StringComparison.OrdinalIgnoreCase);

    public static int Find(string? text, Layout table)
    {
        if (IsNone(text)) return Missing;
        var folded = Cells.FoldHeader(text!);
        for (var column = 0; column < table.Header.Count; column++)
            if (table.Header[column].Length > 0 && Cells.FoldHeader(table.Header[column]) == folded) return column;
        var letter = text!.Trim();
        return letter.Length <= 3 && letter.All(char.IsAsciiLetter) && Address.ColumnOf(letter) is >= 0 and var lettered && lettered < table.Sheet.Columns ? lettered : Unknown;
    }
}
