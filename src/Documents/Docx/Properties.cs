using System.Xml.Linq;

namespace Stupeni.Documents.Docx;

/// <summary>What the file says of itself: its title and language, never a moment, so that the same words give the same bytes.</summary>
internal static class Properties
{
    private const string Core = "application/vnd.openxmlformats-package.core-properties+xml";
    private const string CoreLink = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

    private static readonly XNamespace Cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    internal static void Write(Package package, string title)
    {
        Xml.Write(package, "word/settings.xml", $"{Names.WordDocument}settings+xml", Xml.El("settings", new XAttribute(XNamespace.Xmlns + "w", Names.Words),
            Xml.El("compat", Xml.El("compatSetting", Xml.At("name", "compatibilityMode"), Xml.At("uri", "http://schemas.microsoft.com/office/word"), Xml.At("val", 15))),
            Xml.Val("themeFontLang", "ru-RU")));
        Xml.Write(package, "docProps/core.xml", Core, new XElement(Cp + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Cp), new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XElement(Dc + "title", CleanText.Of(title)), new XElement(Dc + "language", "ru-RU")));
        package.WriteRelationships("_rels/.rels", ("document", "officeDocument", "word/document.xml"), ("core", CoreLink, "docProps/core.xml"));
    }
}
