using Stupeni.Analysis.Tables;

namespace Stupeni.Analysis.Stats;

/// <summary>A column as groups: their names in order (numbers by size, words alphabetically) and the group of each row, −1 where none is named.</summary>
internal sealed record Groups(string[] Names, int[] Codes)
{
    public static Groups Of(TableColumn column)
    {
        var names = Predictors.Levels(column, Enumerable.Range(0, column.Texts.Length));
        var code = names.Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i, StringComparer.Ordinal);
        return new(names, [.. column.Texts.Select(t => t is null ? -1 : code[t])]);
    }
}
