using System.Xml.Linq;

namespace Stupeni.Documents.Docx;

/// <summary>What stands in the fields of the sheets: the number of the page above, from the second one; the code at the bottom right of the first.</summary>
internal static class Margins
{
    internal const string HeaderId = "pages";
    internal const string FooterId = "code";

    internal static void Write(Package package, string? code)
    {
        Xml.Write(package, "word/header.xml", $"{Names.WordDocument}header+xml", Xml.El("hdr", new XAttribute(XNamespace.Xmlns + "w", Names.Words),
            Xml.Paragraph("PageNumber", Xml.El("fldSimple", Xml.At("instr", " PAGE "), Xml.Run("2")))));
        if (code is not null)
            Xml.Write(package, "word/footer.xml", $"{Names.WordDocument}footer+xml", Xml.El("ftr", new XAttribute(XNamespace.Xmlns + "w", Names.Words),
                Xml.Paragraph("Code", Xml.Run(code))));
    }
}
