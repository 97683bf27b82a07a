using System.Globalization;
using Stupeni.Documents;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>Our own workbook of errors as it comes back: known by the sheet kept out of sight, which says what each of its sheets was made of.</summary>
/// <param name="MadeAt">When it was downloaded: what was mended later is not undone by it.</param>
public sealed record ErrorsBook(Id<Import> Import, DateTime MadeAt, IReadOnlyList<ErrorsSheet> Sheets, Grid Grid)
{
    private const string Mark = "stupeni-errors";

    /// <summary>What the sheet out of sight holds.</summary>
    public static Sheet Origins(Id<Import> import, DateTime now, IEnumerable<ErrorsSheet> sheets) => new(Texts.Say("Служебный лист"), [new(""), new(""), new("")],
        [[Mark, import.ToString(), now.ToString("O", CultureInfo.InvariantCulture)], .. sheets.Select(s => (IReadOnlyList<Cell>)[s.Name, s.File.ToString(), s.Sheet])]) { Hidden = true };

    public static ErrorsBook? Of(Grid grid)
    {
        var origins = grid.Sheets.LastOrDefault(s => s.Rows is [{ Number: 1 } first, ..] && first[0] == Mark);
        if (origins is null || !Id<Import>.TryParse(origins.Rows[0][1], out var import) || !DateTime.TryParse(origins.Rows[0][2], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)) return null;
        return new(import, at, [.. origins.Rows.Skip(1).Where(r => Id<ImportFile>.TryParse(r[1], out _)).Select(r => new ErrorsSheet(r[0], new(Guid.Parse(r[1])), r[2]))], grid);
    }
}

/// <summary>A sheet of the workbook, and the sheet of the file that it shows.</summary>
public sealed record ErrorsSheet(string Name, Id<ImportFile> File, string Sheet);
