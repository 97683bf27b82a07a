using System.Globalization;
using System.Xml;

namespace Stupeni.Documents.Xlsx;

/// <summary>How a value is shown.</summary>
internal enum Shown { General, Text, Whole, Decimal, Percent, Date, Moment }

/// <summary>All the styles there are: each way to show a value, plain and bold, unmarked and with each mark; two for headings and one for links.</summary>
internal static class Styles
{
    private const int Marks = 3;

    private static readonly int[] Formats = [0, 49, 1, 2, 164, 165, 166];

    internal static int Header => Formats.Length * 2 * Marks;
    internal static int Title => Header + 1;
    internal static int Link => Title + 1;

    internal static int Of(Shown shown, bool bold, Mark mark) => ((int)shown * 2 + (bold ? 1 : 0)) * Marks + (int)mark;

    internal static void Write(Package package)
    {
        using var xml = package.Part("xl/styles.xml", $"{Names.Spreadsheet}styles+xml");
        xml.WriteStartElement("styleSheet", Names.Main);
        xml.WriteRaw("""<numFmts count="3"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="dd\.mm\.yyyy"/><numFmt numFmtId="166" formatCode="dd\.mm\.yyyy\ hh:mm"/></numFmts>""");
        xml.WriteRaw("""<fonts count="4"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF0B57A4"/><name val="Calibri"/></font></fonts>""");
        xml.WriteRaw($"""<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>{Fill("FFFFC7CE")}{Fill("FFFFEB9C")}{Fill("FFE9EEF5")}</fills>""");
        xml.WriteRaw("""<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF8A97A8"/></bottom><diagonal/></border></borders>""");
        xml.WriteRaw("""<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>""");
        WriteCellFormats(xml);
        xml.WriteRaw("""<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>""");
        xml.WriteEndElement();
    }

    private static void WriteCellFormats(XmlWriter xml)
    {
        xml.WriteStartElement("cellXfs");
        xml.WriteAttributeString("count", (Link + 1).ToString(CultureInfo.InvariantCulture));
        foreach (var format in Formats)
            for (var font = 0; font < 2; font++)
                for (var mark = 0; mark < Marks; mark++)
                    xml.WriteRaw(FormattableString.Invariant($"""<xf numFmtId="{format}" fontId="{font}" fillId="{(mark == 0 ? 0 : mark + 1)}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>"""));
        xml.WriteRaw("""<xf numFmtId="49" fontId="1" fillId="4" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>""");
        xml.WriteRaw("""<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>""");
        xml.WriteRaw("""<xf numFmtId="49" fontId="3" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>""");
        xml.WriteEndElement();
    }

    private static string Fill(string colour) => $"""<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor indexed="64"/></patternFill></fill>""";
}
