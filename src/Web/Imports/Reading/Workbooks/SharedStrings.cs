using System.Globalization;
using System.Text;

namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>The texts that the cells of a workbook share, and how a text element is read.</summary>
internal static class SharedStrings
{
    internal static List<string> Read(PartReader xml, Source source)
    {
        var texts = new List<string>();
        while (xml.NextElement(-1))
        {
            if (xml.Name != "si") continue;
            if (texts.Count == source.Limits.Cells) source.Use(source.Limits.Cells + 1);
            ReadText(xml);
            texts.Add(source.Pool.Of(Unescaped(xml.Text)));
        }
        return texts;
    }

    /// <summary>Gathers the text of an element that holds a text or runs of it; what is only for its pronunciation is passed over.</summary>
    internal static void ReadText(PartReader xml)
    {
        xml.ForgetText();
        if (xml.IsEmpty()) return;

        var depth = xml.Depth;
        var pronunciation = int.MaxValue;
        while (xml.NextElement(depth))
        {
            if (xml.Depth <= pronunciation) pronunciation = xml.Name == "rPh" ? xml.Depth : int.MaxValue;
            if (xml.Name == "t" && xml.Depth < pronunciation) xml.ReadText();
        }
    }

    /// <summary>The text with _x000D_ and its like read as the characters they stand for.</summary>
    internal static ReadOnlySpan<char> Unescaped(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf("_x");
        if (at < 0) return text;

        var plain = new StringBuilder(text.Length);
        while (at >= 0)
        {
            plain.Append(text[..at]);
            if (at + 6 < text.Length && text[at + 6] == '_' && ushort.TryParse(text.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                text = text[(at + 7)..];
            }
            else
            {
                plain.Append("_x");
                text = text[(at + 2)..];
            }
            at = text.IndexOf("_x");
        }
        return plain.Append(text).ToString();
    }
}
