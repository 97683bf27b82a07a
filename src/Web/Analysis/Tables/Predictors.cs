using System.Globalization;
using Stupeni.Platform;

namespace Stupeni.Analysis.Tables;

/// <summary>Columns of a model: numbers as they are, words as columns of 0 and 1 against their first in alphabetical order.</summary>
internal sealed class Predictors
{
    private static readonly StringComparer Alphabetical = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.None);

    private Predictors(IReadOnlyList<string> names, double[,] values, IReadOnlyList<string> sources) => (Names, Values, Sources) = (names, values, sources);

    /// <summary>As R names them: the column, or the column and the word.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Rows of the table × names; NaN where a cell is missing.</summary>
    public double[,] Values { get; }

    /// <summary>The column that each comes from.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <param name="table">Where the columns are.</param>
    /// <param name="names">Their names.</param>
    /// <param name="alongside">Columns whose missing cells leave a row out as well: a word that stands only in such rows is no level.</param>
    public static Predictors Of(Table table, IReadOnlyList<string> names, params IEnumerable<TableColumn> alongside)
    {
        var unknown = names.Where(n => !table.Columns.Any(c => c.Name == n)).Select(table.Unknown).ToList();
        if (unknown.Count > 0) throw new Refused(unknown);

        var columns = names.Distinct().Select(table.Column).ToList();
        TableColumn[] needed = [.. columns, .. alongside];
        var whole = Enumerable.Range(0, table.Lines.Count).Where(i => Array.TrueForAll(needed, c => c.Texts[i] is not null)).ToList();
        var made = columns.SelectMany(c => c.IsNearlyNumeric || c.IsNumeric || c.IsEmpty ? [(c.Name, Values: table.Numbers(c), Source: c.Name)] : Dummies(table, c, whole)).ToList();
        var values = new double[table.Lines.Count, made.Count];
        for (var i = 0; i < table.Lines.Count; i++)
        {
            for (var j = 0; j < made.Count; j++) values[i, j] = made[j].Values[i];
        }

        return new([.. made.Select(m => m.Name)], values, [.. made.Select(m => m.Source)]);
    }

    /// <summary>Different words or numbers of a column in the order that people expect: numbers by size, words alphabetically.</summary>
    public static string[] Levels(TableColumn column, IEnumerable<int> rows)
    {
        var levels = rows.Select(i => column.Texts[i]).OfType<string>().Distinct();
        return column.IsNumeric
            ? [.. levels.OrderBy(l => CellNumber.Of(l)).ThenBy(l => l, StringComparer.Ordinal)]
            : [.. levels.Order(Alphabetical).ThenBy(l => l, StringComparer.Ordinal)];
    }

    private static IEnumerable<(string Name, double[] Values, string Source)> Dummies(Table table, TableColumn column, IReadOnlyList<int> rows)
    {
        var levels = Levels(column, rows);
        if (levels.Length < 2) throw new Refused(table.File, Texts.Say("Во всех строках, которые идут в расчёт, одно и то же слово: «{0}».", levels.FirstOrDefault("")), Texts.Say("Уберите этот столбец из --predictors."), column: column.Name);
        return levels.Skip(1).Select(level => (column.Name + level, column.Texts.Select(t => t is null ? double.NaN : t == level ? 1.0 : 0).ToArray(), column.Name));
    }
}
