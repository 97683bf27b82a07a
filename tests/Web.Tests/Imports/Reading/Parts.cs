using System.IO.Compression;
using System.Text;

namespace Stupeni.Imports.Reading;

/// <summary>Makes files out of their parts, so that a test says exactly what is wrong with them.</summary>
internal static class Parts
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    internal static byte[] Zip(params IEnumerable<(string Path, string Text)> parts) => Zip(parts.Select(p => (p.Path, Encoding.UTF8.GetBytes(p.Text))));

    internal static byte[] Zip(IEnumerable<(string Path, byte[] Bytes)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, content) in parts)
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(content);
            }
        return bytes.ToArray();
    }

    /// <summary>A workbook of one sheet, «Лист», with this inside its worksheet element.</summary>
    internal static byte[] Xlsx(string inside, string shared = "", string styles = "", string workbook = "") => Zip(
    [
        ("_rels/.rels", Relationships(("r1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", Workbook(workbook + "<sheets><sheet name='Лист' sheetId='1' r:id='r1'/></sheets>")),
        ("xl/_rels/workbook.xml.rels", Relationships(("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml"), ("r3", "styles", "/xl/styles.xml"))),
        ("xl/worksheets/sheet1.xml", Worksheet(inside)),
        .. shared.Length > 0 ? [("xl/sharedStrings.xml", $"<sst xmlns='{Main}'>{shared}</sst>")] : Array.Empty<(string, string)>(),
        .. styles.Length > 0 ? [("xl/styles.xml", $"<styleSheet xmlns='{Main}'>{styles}</styleSheet>")] : Array.Empty<(string, string)>(),
    ]);

    internal static string Workbook(string inside) => $"<workbook xmlns='{Main}' xmlns:r='{Office}'>{inside}</workbook>";

    internal static string Worksheet(string inside) => $"<worksheet xmlns='{Main}' xmlns:r='{Office}'>{inside}</worksheet>";

    internal static string Relationships(params IEnumerable<(string Id, string Type, string Target)> all) =>
        $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{string.Concat(all.Select(r => $"<Relationship Id='{r.Id}' Type='{Office}/{r.Type}' Target='{r.Target}'/>"))}</Relationships>";

    /// <summary>Reads a file; a workbook in both ways, which must agree.</summary>
    internal static Grid Read(byte[] content, string name = "файл.xlsx", Limits? limits = null, PersonalColumns? personal = null)
    {
        if (limits is null) BothWays.AreTheSame(content, name);
        return Spreadsheet.Read(content, name, limits ?? Limits.Default, personal ?? PersonalColumns.None, CancellationToken.None);
    }

    internal static Grid ReadText(string text, Encoding? encoding = null) => Read((encoding ?? Encoding.UTF8).GetBytes(text), "файл.csv");

    /// <summary>The only sheet, each row as its number and its cells.</summary>
    internal static string[] Rows(this Grid grid) => [.. Assert.Single(grid.Sheets).Rows.Select(r => $"{r.Number}: {string.Join('|', r.Cells)}")];

    internal static string Refusal(byte[] content, string name = "файл.xlsx", Limits? limits = null)
    {
        var refused = Assert.Throws<Unreadable>(() => Read(content, name, limits));
        // Every argument has its place in the text, and the text names the file.
        Assert.DoesNotContain('{', refused.Message);
        Assert.Contains(name, refused.Message);
        return refused.Why.Text;
    }
}
