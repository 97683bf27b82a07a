using Stupeni.Imports.Reading;

namespace Stupeni.Imports;

/// <summary>The kinds that areas have added, in the order in which files are carried out.</summary>
public sealed class FileKinds(IEnumerable<IFileKind> kinds)
{
    /// <summary>Below it a file is not taken for the kind, only said to be like it.</summary>
    public const double Sure = 0.5;

    public IReadOnlyList<IFileKind> All { get; } = [.. kinds.OrderBy(k => k.Order).ThenBy(k => k.Code, StringComparer.Ordinal)];

    public IFileKind? this[string code] => All.FirstOrDefault(k => k.Code == code);

    /// <summary>The kind a file is most surely of; it may be too unsure to go on.</summary>
    public (IFileKind Kind, Recognition How)? Nearest(Grid grid)
    {
        (IFileKind Kind, Recognition How)? nearest = null;
        foreach (var kind in All)
        {
            if (kind.Recognise(grid) is { } how && (nearest is null || how.Certainty > nearest.Value.How.Certainty)) nearest = (kind, how);
        }

        return nearest;
    }

    /// <summary>The kind a file is taken for, if any.</summary>
    public IFileKind? Recognise(Grid grid) => Nearest(grid) is { How.Certainty: >= Sure } found ? found.Kind : null;

    /// <summary>What is said of a file of no known kind: what it was taken for and what is missing.</summary>
    public FileCheck Unknown(Grid grid)
    {
        var rows = grid.Sheets.Sum(s => s.Rows.Count);
        var findings = rows == 0
            ? [Problem(new("В файле нет ни одной заполненной строки."), new("Откройте файл: возможно, данные остались в другом."))]
            : Nearest(grid) is not { } near
            ? [Problem(new("Файл не похож ни на один известный вид. Его первая строка: {0}.", First(grid)), new("Проверьте, есть ли над данными строка с названиями столбцов, или выберите вид файла сами."))]
            : near.How.Missing is { Count: > 0 } missing
            ? missing.Select(m => Problem(new("Похоже на «{0}», но чего-то не хватает.", new Message(near.Kind.Name)), m)).ToList()
            : [Problem(new("Похоже на «{0}», но не наверное.", new Message(near.Kind.Name)), new("Если это так, выберите вид файла сами."))];
        return new("", grid.Sheets.Count(s => s.Rows.Count > 0), rows, findings, Beginning(grid), null);
    }

    private static Finding Problem(Message message, Message mend) => new(FindingKind.Error, "", null, "", "", "", message, mend);

    private static string First(Grid grid) => string.Join(", ", grid.Sheets.First(s => s.Rows.Count > 0).Rows[0].Cells.ToArray().Where(c => c.Length > 0).Take(8).Select(c => c.Length <= 40 ? c : c[..39] + "…"));

    private static Preview Beginning(Grid grid)
    {
        var sheet = grid.Sheets.FirstOrDefault(s => s.Rows.Count > 0);
        return sheet is null ? Preview.Nothing : new([], [.. sheet.Rows.Take(10).Select(r => (IReadOnlyList<string>)[.. r.Cells[..Math.Min(r.Count, 12)]])]);
    }
}
