using System.IO.Compression;
using Stupeni.Documents.Xlsx;

namespace Stupeni.Documents;

/// <summary>Sheets to be written as an xlsx file. The same sheets give the same bytes.</summary>
/// <param name="Sheets">At least one sheet.</param>
public sealed record Workbook(IReadOnlyList<Sheet> Sheets)
{
    /// <summary>The names the sheets will have: as wished, but short enough, without what a name may not hold, no two alike.</summary>
    public IReadOnlyList<string> Names => SheetNames.Of(Sheets.Select(s => s.Name));

    /// <summary>Writes the file while reading the rows, so memory does not grow with their number, only with the number of notes.</summary>
    /// <exception cref="InvalidOperationException">There is no sheet, or a sheet has more rows or columns than a spreadsheet can hold.</exception>
    public void WriteTo(Stream stream)
    {
        if (Sheets.Count == 0) throw new InvalidOperationException("A workbook has at least one sheet.");

        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var package = new Package(zip);
        var firstNoteBlock = 1;
        for (var number = 1; number <= Sheets.Count; number++)
        {
            var notes = SheetPart.Write(package, number, Sheets[number - 1]);
            firstNoteBlock = NoteParts.Write(package, number, notes, firstNoteBlock);
        }
        Styles.Write(package);
        WorkbookPart.Write(package, [.. Names.Zip(Sheets, (name, sheet) => (name, sheet.Hidden))]);
        package.WriteContentTypes();
    }

    /// <summary>The whole file, for one that is known to be small.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        WriteTo(bytes);
        return bytes.ToArray();
    }
}
