using System.IO.Compression;
using System.Xml.Linq;
using Stupeni.Imports;

namespace Stupeni.Browsing;

/// <summary>Workbooks with one wrong cell, and what is written in those that are downloaded.</summary>
public static class Workbooks
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public const string Wrong = "семь";

    /// <summary>The same file, but the last participant's first task says a word.</summary>
    public static Incoming Damaged(string path)
    {
        var (bytes, _) = Damage(path);
        return new(Path.GetFileName(path), () => new MemoryStream(bytes));
    }

    /// <returns>The bytes, and the number of the row that is wrong.</returns>
    public static (byte[] Bytes, int Row) Damage(string path)
    {
        using var memory = new MemoryStream();
        memory.Write(File.ReadAllBytes(path));
        var number = 0;
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("xl/worksheets/sheet1.xml")!;
            XDocument sheet;
            using (var read = entry.Open()) sheet = XDocument.Load(read);
            var row = sheet.Descendants(Main + "row").Last();
            number = (int)row.Attribute("r")!;
            var cell = row.Elements().Single(c => (string)c.Attribute("r")! == $"G{number}");
            cell.ReplaceWith(new XElement(Main + "c", new XAttribute("r", $"G{number}"), new XAttribute("t", "inlineStr"), new XElement(Main + "is", new XElement(Main + "t", Wrong))));
            entry.Delete();
            using var write = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            sheet.Save(write);
        }

        return (memory.ToArray(), number);
    }

    /// <summary>All that an xlsx file says.</summary>
    public static string Text(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        Assert.Contains(zip.Entries, e => e.FullName == "xl/workbook.xml");
        return string.Join('\n', zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal) && e.FullName.StartsWith("xl/", StringComparison.Ordinal)).Select(e =>
        {
            using var part = e.Open();
            return XDocument.Load(part).Root!.Value;
        }));
    }
}
