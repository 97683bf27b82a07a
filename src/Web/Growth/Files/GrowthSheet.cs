using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Growth.Files;

/// <summary>A table with a row per pupil, and what its columns are taken for.</summary>
internal sealed record GrowthSheet(GridSheet Sheet, int At, IReadOnlyList<GrowthColumn> Columns)
{
    private const int LookedAt = 2000;

    public GridRow Header => Sheet.Rows[At];

    public IEnumerable<GridRow> Body => Sheet.Rows.Skip(At + 1).Where(r => r.Count > 0);

    public string Fingerprint => Mappings.Fingerprint(Columns.Select(c => c.Header));

    /// <summary>The first row of two texts or more is the header; none where there is no such row with anything under it.</summary>
    public static GrowthSheet? Of(Grid grid, GrowthMapping? mapping = null) =>
        grid.Sheets.Select(sheet => sheet.Header(at => at + 1 < sheet.Rows.Count && Headers(sheet.Rows[at]) is { Count: > 1 } columns ? new GrowthSheet(sheet, at, Told(columns, mapping)) : null)).FirstOrDefault(s => s is not null);

    public GrowthColumn? Find(string field) => Columns.FirstOrDefault(c => c.Field == field);

    /// <summary>Different values of a column as they stand, in alphabetical order; so many of them and no more.</summary>
    public IReadOnlyList<string> Values(int column, int most) => [.. Body.Take(LookedAt).Select(r => r[column]).Where(v => !Cells.IsMissing(v)).Distinct().Take(most + 1).Order(StringComparer.Ordinal)];

    /// <summary>Columns most of whose values are numbers with a fraction, as standardised results are.</summary>
    public int Fractions => Columns.Count(c => Body.Take(50).Select(r => Cells.ParseDecimal(r[c.Place])).ToList() is var found && found.Count(n => n is { } number && number != decimal.Truncate(number)) * 2 > found.Count);

    /// <summary>Whether schools come again and again, as they do where a row is a pupil.</summary>
    public bool HasPupils => Columns.FirstOrDefault(c => GrowthField.Schools.Contains(c.Field)) is { } school && Body.Take(LookedAt).Select(r => r[school.Place]).ToList() is var schools && schools.Distinct().Count() * 2 < schools.Count;

    private static List<(int Place, string Header)> Headers(GridRow row) =>
        [.. Enumerable.Range(0, row.Count).Where(c => row[c].Length > 0 && Cells.ParseDecimal(row[c]) is null).Select(c => (c, row[c]))];

    private static List<GrowthColumn> Told(List<(int Place, string Header)> columns, GrowthMapping? mapping)
    {
        var told = new List<GrowthColumn>();
        foreach (var (place, header) in columns)
        {
            var words = Cells.FoldHeader(header);
            var field = mapping is null ? GrowthField.Of(header) : mapping.Labels.GetValueOrDefault(words) is { } said && GrowthField.All.Contains(said) ? said : GrowthField.Skip;
            // A guess is made once: of two columns alike the first counts.
            if (mapping is null && told.Exists(t => t.Field == field)) field = GrowthField.Skip;
            told.Add(new(place, header, field, mapping?.References.GetValueOrDefault(words)));
        }

        return told;
    }
}

/// <summary>A column of the table.</summary>
/// <param name="Reference">Of a category: the level others are compared with.</param>
internal sealed record GrowthColumn(int Place, string Header, string Field, string? Reference);
