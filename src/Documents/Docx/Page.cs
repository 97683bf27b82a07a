using System.Xml.Linq;

namespace Stupeni.Documents.Docx;

/// <summary>The sheet, in twentieths of a point: A4 with fields of 30, 15, 20 and 20 mm; lying, the field of 30 mm is above.</summary>
internal static class Page
{
    private const int Short = 11_906;
    private const int Long = 16_838;
    private const int Binding = 1_701;
    private const int Narrow = 851;
    private const int Field = 1_134;

    internal static int TextWidth(bool lying) => lying ? Long - 2 * Field : Short - Binding - Narrow;

    internal static XElement Section(bool lying, bool first, bool coded) => Xml.El("sectPr",
        Xml.El("headerReference", Xml.At("type", "default"), Id(Margins.HeaderId)),
        first && coded ? Xml.El("footerReference", Xml.At("type", "first"), Id(Margins.FooterId)) : null,
        lying
            ? Xml.El("pgSz", Xml.At("w", Long), Xml.At("h", Short), Xml.At("orient", "landscape"))
            : Xml.El("pgSz", Xml.At("w", Short), Xml.At("h", Long)),
        Xml.El("pgMar", Xml.At("top", lying ? Binding : Field), Xml.At("right", lying ? Field : Narrow), Xml.At("bottom", Field), Xml.At("left", lying ? Field : Binding),
            Xml.At("header", 567), Xml.At("footer", 567), Xml.At("gutter", 0)),
        first ? Xml.El("titlePg") : null);

    private static XAttribute Id(string id) => new((XNamespace)Names.Office + "id", id);
}
