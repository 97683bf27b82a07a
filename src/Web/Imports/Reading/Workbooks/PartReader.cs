using System.Xml;

namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>Reads one XML part from front to back: no document type, nothing from elsewhere, no depth without end. Names are compared without their namespace, so strict and transitional files and any prefixes are the same.</summary>
internal sealed class PartReader : IDisposable
{
    private const int Deepest = 100;

    private readonly Source source;
    private readonly XmlReader xml;
    private readonly char[] chunk = new char[1024];
    private char[] text = new char[1024];
    private int length;

    internal PartReader(Stream part, Source source)
    {
        this.source = source;
        xml = XmlReader.Create(part, new()
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, NameTable = new BoundedNames(), IgnoreComments = true, IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = source.Limits.UnpackedBytes, CloseInput = true, CheckCharacters = false,
        });
    }

    internal string Name => xml.LocalName;
    internal string Value => xml.Value;
    internal int Depth => xml.Depth;

    /// <summary>What <see cref="ReadText"/> gathered.</summary>
    internal ReadOnlySpan<char> Text => text.AsSpan(0, length);

    /// <summary>Goes to the next element inside the one at this depth; false when that one ends.</summary>
    internal bool NextElement(int depth)
    {
        while (Read())
        {
            if (xml.NodeType == XmlNodeType.Element) return true;
            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth <= depth) return false;
        }
        return false;
    }

    /// <summary>Goes to the next attribute of the element.</summary>
    internal bool NextAttribute() => xml.MoveToNextAttribute();

    /// <summary>Back from the attributes to their element; whether it is empty, with no end of its own.</summary>
    internal bool IsEmpty()
    {
        xml.MoveToElement();
        return xml.IsEmptyElement;
    }

    internal void ForgetText() => length = 0;

    /// <summary>Appends the text of the element, up to a little more than a cell may hold, and goes to its end.</summary>
    internal void ReadText()
    {
        if (IsEmpty()) return;

        var depth = xml.Depth;
        while (Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth <= depth))
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) continue;
            for (int got; (got = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0;) Append(chunk.AsSpan(0, got));
        }
    }

    private void Append(ReadOnlySpan<char> more)
    {
        var enough = source.Limits.CellText + 1_024;
        if (length >= enough) return;

        more = more[..Math.Min(more.Length, enough - length)];
        if (length + more.Length > text.Length) Array.Resize(ref text, Math.Max(text.Length * 2, length + more.Length));
        more.CopyTo(text.AsSpan(length));
        length += more.Length;
    }

    private bool Read()
    {
        source.Step();
        var more = xml.Read();
        if (xml.Depth > Deepest) throw new XmlException("Too deep.");
        return more;
    }

    public void Dispose() => xml.Dispose();
}
