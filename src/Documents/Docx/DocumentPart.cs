using System.Xml.Linq;

namespace Stupeni.Documents.Docx;

/// <summary>The body: blocks one below the other, in a section for each change of page.</summary>
internal static class DocumentPart
{
    internal static void Write(Package package, Document document, Lists lists)
    {
        var body = Xml.El("body");
        var (lying, first) = (false, true);
        foreach (var block in document.Blocks)
        {
            if (block is not NewPage page)
            {
                body.Add(Elements(block, lists, lying));
                continue;
            }
            body.Add(Xml.El("p", Xml.El("pPr", Xml.Val("pStyle", "Break"), Page.Section(lying, first, document.Code is not null))));
            (lying, first) = (page.Lying, false);
        }
        body.Add(Page.Section(lying, first, document.Code is not null));
        Xml.Write(package, "word/document.xml", $"{Names.WordDocument}document.main+xml",
            Xml.El("document", new XAttribute(XNamespace.Xmlns + "w", Names.Words), new XAttribute(XNamespace.Xmlns + "r", Names.Office), body));
        package.WriteRelationships("word/_rels/document.xml.rels",
            new[] { ("styles", "styles", "styles.xml"), ("lists", "numbering", "numbering.xml"), ("settings", "settings", "settings.xml"), (Margins.HeaderId, "header", "header.xml") }
                .Concat(document.Code is null ? [] : [(Margins.FooterId, "footer", "footer.xml")]));
    }

    private static IEnumerable<XElement> Elements(Block block, Lists lists, bool lying) => block switch
    {
        Heading heading => [Xml.Paragraph($"Heading{Math.Clamp(heading.Level, 1, 3)}", Xml.Run(heading.Text))],
        Paragraph paragraph => [Xml.Paragraph(paragraph.Setting.ToString(), paragraph.Words.Select(w => Xml.Run(w.Text, w.Bold)))],
        Points points => lists.Elements(points),
        Stamp stamp => stamp.Lines.Select(line => Xml.Paragraph("Stamp", Xml.Run(line))).Append(Xml.Paragraph("Gap")),
        Letterhead letterhead => Requisites.Elements(letterhead),
        Signature signature => Requisites.Elements(signature, Page.TextWidth(lying)),
        Table table => new Grid(table, Page.TextWidth(lying)).Elements(),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "A kind of block that nobody writes."),
    };
}
