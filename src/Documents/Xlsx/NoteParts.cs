using System.Xml;

namespace Stupeni.Documents.Xlsx;

internal readonly record struct Note(int Row, int Column, string Text);

/// <summary>The notes of a sheet: their texts, and the old drawing without which Excel and LibreOffice do not show them.</summary>
internal static class NoteParts
{
    internal const string DrawingId = "drawing";

    // Excel numbers drawn shapes in blocks of this size, and a block belongs to one sheet.
    private const int Block = 1024;

    /// <summary>Writes them and returns the first block of shape numbers that is still free.</summary>
    internal static int Write(Package package, int sheet, List<Note> notes, int firstBlock)
    {
        if (notes.Count == 0) return firstBlock;

        var freeBlock = firstBlock + (notes.Count + Block - 1) / Block + 1;
        WriteTexts(package, sheet, notes);
        WriteDrawing(package, sheet, notes, firstBlock, freeBlock);
        package.WriteRelationships($"xl/worksheets/_rels/sheet{sheet}.xml.rels",
            (DrawingId, "vmlDrawing", $"../drawings/vmlDrawing{sheet}.vml"), ("comments", "comments", $"../comments{sheet}.xml"));
        return freeBlock;
    }

    private static void WriteTexts(Package package, int sheet, List<Note> notes)
    {
        using var xml = package.Part($"xl/comments{sheet}.xml", $"{Names.Spreadsheet}comments+xml");
        xml.WriteStartElement("comments", Names.Main);
        xml.WriteStartElement("authors");
        xml.WriteElementString("author", "Ступени");
        xml.WriteEndElement();
        xml.WriteStartElement("commentList");
        foreach (var note in notes)
        {
            xml.WriteStartElement("comment");
            xml.WriteAttributeString("ref", Address.Cell(note.Row, note.Column));
            xml.WriteAttributeString("authorId", "0");
            xml.WriteStartElement("text");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(CellText.Of(note.Text));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteDrawing(Package package, int sheet, List<Note> notes, int firstBlock, int freeBlock)
    {
        using var xml = package.Part($"xl/drawings/vmlDrawing{sheet}.vml", null);
        xml.WriteStartElement("xml");
        xml.WriteAttributeString("xmlns", "v", null, "urn:schemas-microsoft-com:vml");
        xml.WriteAttributeString("xmlns", "o", null, "urn:schemas-microsoft-com:office:office");
        xml.WriteAttributeString("xmlns", "x", null, "urn:schemas-microsoft-com:office:excel");
        xml.WriteRaw($"""<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{string.Join(',', Enumerable.Range(firstBlock, freeBlock - firstBlock))}"/></o:shapelayout>""");
        xml.WriteRaw("""<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>""");
        for (var at = 0; at < notes.Count; at++) WriteShape(xml, notes[at], firstBlock * Block + 1 + at);
        xml.WriteEndElement();
    }

    private static void WriteShape(XmlWriter xml, Note note, int shape)
    {
        var (row, column) = (note.Row, note.Column);
        xml.WriteRaw(FormattableString.Invariant($"""
            <v:shape id="_x0000_s{shape}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{column + 1},15,{Math.Max(0, row - 1)},10,{column + 4},15,{row + 5},4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>
            """));
    }
}
