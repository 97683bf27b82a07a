using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Context.Passports;

/// <summary>One school and year of a passport: whom it is about and what stands under each indicator.</summary>
internal sealed record PassportRow(OrganisationAsked School, Spot SchoolAt, SchoolYear? Year, Spot YearAt, IReadOnlyList<PassportCell> Cells);

internal sealed record PassportCell(PassportLabel Label, string Text, Spot At);

internal static class PassportRows
{
    public static IEnumerable<PassportRow> Of(PassportSheet passport, Grid grid, SchoolYear? year) => passport.Upright ? Down(passport, grid, year) : Across(passport, grid, year);

    private static IEnumerable<PassportRow> Across(PassportSheet passport, Grid grid, SchoolYear? year)
    {
        var (code, login, name, municipality, years) = (passport.Find(PassportLabel.Code), passport.Find(PassportLabel.Login), passport.Find(PassportLabel.Name), passport.Find(PassportLabel.Municipality), passport.Find(PassportLabel.Year));
        var around = year ?? YearWord.In(Around(passport, grid, passport.Sheet.Rows.Take(passport.At)));
        foreach (var row in passport.Body.Where(r => r.Count > 0 && !IsTotal(r)))
        {
            var asked = new OrganisationAsked(Reading(row, code), Reading(row, login), Reading(row, name), Reading(row, municipality));
            var place = code >= 0 ? code : login >= 0 ? login : name;
            if (asked == new OrganisationAsked() && place >= 0) continue;
            yield return new(asked, At(passport, row, place), (years < 0 ? null : YearWord.In(row[years])) ?? around, At(passport, row, years), [.. passport.Labels.Where(l => l.IsIndicator).Select(l => new PassportCell(l, row[l.Place], At(passport, row, l.Place)))]);
        }
    }

    private static IEnumerable<PassportRow> Down(PassportSheet passport, Grid grid, SchoolYear? year)
    {
        var rows = passport.Sheet.Rows;
        var around = Around(passport, grid, rows.Take(passport.Labels.FirstOrDefault(l => l.IsIndicator)?.Place ?? 0));
        var asked = UprightSchool.Of(passport, around);
        foreach (var (column, own) in UprightColumns.Of(passport))
            yield return new(asked, new(passport.Sheet.Name), own ?? year ?? YearWord.In(Named(passport, PassportLabel.Year)) ?? YearWord.In(around), new(passport.Sheet.Name),
                [.. passport.Labels.Where(l => l.IsIndicator).Select(l => new PassportCell(l, rows[l.Place][column], new(passport.Sheet.Name, rows[l.Place].Number, column, l.Text, rows[l.Place][column])))]);
    }

    /// <summary>What stands beside a name of the upright sheet.</summary>
    public static string Named(PassportSheet passport, string field) =>
        passport.Find(field) is >= 0 and var at ? passport.Sheet.Rows[at].Cells[(passport.At + 1)..].ToArray().FirstOrDefault(c => c.Length > 0) ?? "" : "";

    private static string Around(PassportSheet passport, Grid grid, IEnumerable<GridRow> above) =>
        string.Join('\n', above.Select(r => string.Join(' ', r.Cells.ToArray())).Append(passport.Sheet.Name).Append(Path.GetFileNameWithoutExtension(grid.FileName)));

    private static string Reading(GridRow row, int column) => column < 0 || Imports.Reading.Cells.IsMissing(row[column]) ? "" : row[column].Trim();

    private static Spot At(PassportSheet passport, GridRow row, int column) => column < 0 ? new(passport.Sheet.Name, row.Number) : new(passport.Sheet.Name, row.Number, column, passport.Header[column], row[column]);

    private static bool IsTotal(GridRow row) => row.Cells.ToArray().FirstOrDefault(c => c.Length > 0) is { } first && (first.StartsWith("итого", StringComparison.OrdinalIgnoreCase) || first.StartsWith("всего", StringComparison.OrdinalIgnoreCase)) || ProtocolNumbering(row);

    /// <summary>The row under a header that numbers its columns.</summary>
    private static bool ProtocolNumbering(GridRow row) => row.Count > 2 && Enumerable.Range(0, row.Count).All(c => row[c] == (c + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
