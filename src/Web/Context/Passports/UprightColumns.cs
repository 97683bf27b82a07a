using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Context.Passports;

/// <summary>The columns of values of an upright passport: one per year where the header names years, else the first that holds numbers.</summary>
internal static class UprightColumns
{
    public static IReadOnlyList<(int Column, SchoolYear? Year)> Of(PassportSheet passport)
    {
        var rows = passport.Sheet.Rows;
        var labels = passport.Labels.Where(l => l.IsIndicator).ToList();
        if (labels.Count == 0) return [];

        var candidates = Enumerable.Range(passport.At + 1, Math.Max(0, passport.Sheet.Columns - passport.At - 1)).Where(c => labels.Exists(l => Cells.ParseDecimal(rows[l.Place][c]) is not null)).ToList();
        var years = candidates.Select(c => (Column: c, Year: YearOf(rows, c, labels[0].Place))).Where(c => c.Year is not null).ToList();
        return years.Count > 0 ? years : [.. candidates.Take(1).Select(c => (c, (SchoolYear?)null))];
    }

    private static SchoolYear? YearOf(IReadOnlyList<GridRow> rows, int column, int first) => Enumerable.Range(0, first).Reverse().Select(at => YearWord.In(rows[at][column])).FirstOrDefault(y => y is not null);
}
