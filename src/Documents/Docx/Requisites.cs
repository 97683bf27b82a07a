using System.Xml.Linq;

namespace Stupeni.Documents.Docx;

/// <summary>What stands above the text and below it.</summary>
internal static class Requisites
{
    private static readonly string Line = new('_', 14);

    internal static IEnumerable<XElement> Elements(Letterhead letterhead)
    {
        foreach (var name in letterhead.Organisation) yield return Xml.Paragraph("Organisation", Xml.Run(name));
        yield return Xml.Paragraph("Kind", Xml.Run(letterhead.Kind));
        yield return Xml.Paragraph("Dated", Xml.Run($"{letterhead.Date ?? Line}\t№ {letterhead.Number ?? Line}"));
        if (letterhead.Place is { } place) yield return Xml.Paragraph("Centred", Xml.Run(place));
        if (letterhead.Title is { } title) yield return Xml.Paragraph("TextTitle", Xml.Run(title));
    }

    internal static IEnumerable<XElement> Elements(Signature signature, int width)
    {
        int[] widths = [width * 9 / 20, width * 5 / 20, width - width * 9 / 20 - width * 5 / 20];
        string[] texts = [signature.Position ?? Line + Line, "", signature.Name ?? Line];
        string[] styles = ["Signed", "Signed", "SignedName"];
        return
        [
            Xml.Paragraph("Gap"),
            Xml.El("tbl",
                Xml.El("tblPr", Xml.El("tblW", Xml.At("w", width), Xml.At("type", "dxa")), Xml.El("tblLayout", Xml.At("type", "fixed"))),
                Xml.El("tblGrid", widths.Select(w => Xml.El("gridCol", Xml.At("w", w)))),
                Xml.El("tr", Xml.El("trPr", Xml.El("cantSplit")), widths.Select((w, at) => Xml.El("tc",
                    Xml.El("tcPr", Xml.El("tcW", Xml.At("w", w), Xml.At("type", "dxa")), Xml.Val("vAlign", "bottom")),
                    Xml.Paragraph(styles[at], Xml.Run(texts[at])))))),
            Xml.Paragraph("Break"),
        ];
    }
}
