using System.Globalization;

namespace Stupeni.Documents.Docx;

/// <summary>The ways a paragraph or a table is set. Sizes are in half points, spaces in twentieths of a point, a line of 276 is 1.15.</summary>
internal static class Styles
{
    private const string FirstLine = """<w:ind w:firstLine="709"/>""";

    internal static void Write(Package package)
    {
        using var xml = package.Part("word/styles.xml", $"{Names.WordDocument}styles+xml");
        xml.WriteStartElement("w", "styles", Names.Words);
        xml.WriteRaw("""<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="ru-RU" w:eastAsia="ru-RU" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>""");
        xml.WriteRaw(Style("Plain", "Normal", standard: true));
        xml.WriteRaw(Style("Text", "Body Text", FirstLine + Align("both")));
        xml.WriteRaw(Style("Point", "List Paragraph", FirstLine + Align("both")));
        xml.WriteRaw(Style("Centred", "Centred", Align("center")));
        xml.WriteRaw(Style("Small", "Small", Space(before: 60), Size(20)));
        for (var level = 1; level <= 3; level++)
            xml.WriteRaw(Style($"Heading{level}", $"heading {level}", Space(240, 120, keepNext: true) + (level == 1 ? Align("center") : "") + Outline(level), Bold));
        xml.WriteRaw(Style("Organisation", "Organisation", Align("center"), Bold));
        xml.WriteRaw(Style("Kind", "Title", Space(240, 120, keepNext: true) + Align("center"), """<w:b/><w:spacing w:val="60"/><w:sz w:val="32"/>"""));
        xml.WriteRaw(Style("Dated", "Date", """<w:tabs><w:tab w:val="right" w:pos="9354"/></w:tabs>""" + Space(120, 120)));
        xml.WriteRaw(Style("TextTitle", "Title to the text", Space(240, 240) + """<w:ind w:right="4110"/>""", Bold));
        xml.WriteRaw(Style("Stamp", "Stamp", """<w:ind w:left="5387"/>"""));
        xml.WriteRaw(Style("Caption", "caption", Space(120, 60, keepNext: true), Size(24)));
        xml.WriteRaw(Style("Cell", "Cell", Tight, Size(24)));
        xml.WriteRaw(Style("Number", "Number", Tight + Align("right"), Size(24)));
        xml.WriteRaw(Style("Head", "Head", """<w:keepNext/>""" + Tight + Align("center"), Bold + Size(24)));
        xml.WriteRaw(Style("Subheading", "Subheading", """<w:keepNext/>""" + Tight, Bold + Size(24)));
        xml.WriteRaw(Style("Signed", "Signature", Tight));
        xml.WriteRaw(Style("SignedName", "Signature name", Tight + Align("right")));
        xml.WriteRaw(Style("PageNumber", "header", Tight + Align("center"), Size(24)));
        xml.WriteRaw(Style("Code", "footer", Tight + Align("right"), Size(20)));
        xml.WriteRaw(Style("Gap", "Gap", Space(before: 240)));
        xml.WriteRaw(Style("Break", "Break", """<w:spacing w:line="20" w:lineRule="exact"/>""", Size(2)));
        xml.WriteRaw("""<w:style w:type="table" w:customStyle="1" w:styleId="Ruled"><w:name w:val="Ruled"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders><w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>""");
        xml.WriteEndElement();
    }

    private const string Bold = "<w:b/>";
    private const string Tight = """<w:spacing w:line="240" w:lineRule="auto"/>""";

    private static string Style(string id, string name, string paragraph = "", string run = "", bool standard = false) =>
        $"""<w:style w:type="paragraph"{(standard ? " w:default=\"1\"" : "")} w:styleId="{id}"><w:name w:val="{name}"/>{(standard ? "" : """<w:basedOn w:val="Plain"/>""")}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>""";

    private static string Align(string to) => $"""<w:jc w:val="{to}"/>""";

    private static string Size(int halfPoints) => Said($"""<w:sz w:val="{halfPoints}"/><w:szCs w:val="{halfPoints}"/>""");

    private static string Outline(int level) => Said($"""<w:outlineLvl w:val="{level - 1}"/>""");

    private static string Space(int before, int after = 0, bool keepNext = false) =>
        Said($"""{(keepNext ? "<w:keepNext/>" : "")}<w:spacing w:before="{before}" w:after="{after}"/>""");

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
