using System.Xml.Linq;

namespace Stupeni.Documents.Docx;

/// <summary>The lists of a document: each numbered one counts from 1.</summary>
internal sealed class Lists
{
    private const int Dashes = 1;

    private int last = Dashes;

    internal IEnumerable<XElement> Elements(Points points)
    {
        var list = points.Numbered ? ++last : Dashes;
        return points.Items.Select(item => Xml.El("p",
            Xml.El("pPr", Xml.Val("pStyle", "Point"), Xml.El("numPr", Xml.Val("ilvl", 0), Xml.Val("numId", list))),
            Xml.Run(item)));
    }

    internal void Write(Package package) => Xml.Write(package, "word/numbering.xml", $"{Names.WordDocument}numbering+xml",
        Xml.El("numbering", new XAttribute(XNamespace.Xmlns + "w", Names.Words),
            Kind(0, "bullet", "–"), Kind(1, "decimal", "%1."),
            Enumerable.Range(Dashes, last).Select(id => Xml.El("num", Xml.At("numId", id),
                Xml.Val("abstractNumId", id == Dashes ? 0 : 1),
                Xml.El("lvlOverride", Xml.At("ilvl", 0), Xml.Val("startOverride", 1))))));

    private static XElement Kind(int id, string format, string text) => Xml.El("abstractNum", Xml.At("abstractNumId", id),
        Xml.Val("multiLevelType", "singleLevel"),
        Xml.El("lvl", Xml.At("ilvl", 0), Xml.Val("start", 1), Xml.Val("numFmt", format), Xml.Val("suff", "space"), Xml.Val("lvlText", text), Xml.Val("lvlJc", "left")));
}
