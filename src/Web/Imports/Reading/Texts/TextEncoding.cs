using System.Text;
using System.Text.Unicode;

namespace Stupeni.Imports.Reading.Texts;

/// <summary>Tells the encoding of a text by its bytes: by the mark at its start, by how Russian letters lie in two bytes, by whether it is lawful UTF-8; what is left is Windows-1251 or no text.</summary>
internal static class TextEncoding
{
    private const int Sample = 1 << 16;

    private static readonly Encoding Windows1251 = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    /// <summary>The encoding, or null when the bytes are no text, or one of an encoding nobody sends.</summary>
    internal static Encoding? Of(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(Encoding.UTF8.Preamble)) return Encoding.UTF8;
        if (content.StartsWith(Encoding.Unicode.Preamble)) return Encoding.Unicode;
        if (content.StartsWith(Encoding.BigEndianUnicode.Preamble)) return Encoding.BigEndianUnicode;
        if (IsUtf16(content, high: 1)) return Encoding.Unicode;
        if (IsUtf16(content, high: 0)) return Encoding.BigEndianUnicode;
        if (HasControls(content)) return null;
        if (Utf8.IsValid(content) || IsTornUtf8(content)) return Encoding.UTF8;
        return IsWindows1251(content) ? Windows1251 : null;
    }

    private static bool IsUtf16(ReadOnlySpan<byte> content, int high)
    {
        if (content.Length < 2 || content.Length % 2 != 0) return false;

        var sample = content[..Math.Min(content.Length, Sample)];
        int zeros = 0, likely = 0, foreign = 0;
        for (var at = 0; at + 1 < sample.Length; at += 2)
        {
            if (sample[at + high] is 0) zeros++;
            // Latin, Cyrillic, dashes, quotes and the number sign.
            if (sample[at + high] is 0 or 4 or 0x20 or 0x21) likely++;
            if (sample[at + 1 - high] is 0) foreign++;
        }
        return zeros > 0 && foreign * 50 <= sample.Length && likely * 2 >= sample.Length * 0.7;
    }

    private static bool HasControls(ReadOnlySpan<byte> content)
    {
        foreach (var b in content)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0B or 0x0C or 0x1A)) return true;
        return false;
    }

    /// <summary>A file cut in the middle of a letter is still the text it was.</summary>
    private static bool IsTornUtf8(ReadOnlySpan<byte> content)
    {
        for (var back = 1; back <= Math.Min(3, content.Length); back++)
            if (content[^back] >= 0xC0) return Utf8.IsValid(content[..^back]) && content[..^back].ContainsAnyInRange((byte)0x80, (byte)0xFF);
        return false;
    }

    /// <summary>Russian letters of Windows-1251 stand in the last quarter of the code page; a text with many bytes elsewhere in the upper half is something else, such as a text of DOS.</summary>
    private static bool IsWindows1251(ReadOnlySpan<byte> content)
    {
        int letters = 0, others = 0;
        foreach (var b in content[..Math.Min(content.Length, Sample)])
        {
            if (b >= 0xC0 || b is 0xA8 or 0xB8) letters++;
            // Quotes, dashes, the number sign, the hard space and the degree are at home in Russian texts.
            else if (b >= 0x80 && b is not (0xAB or 0xBB or 0x84 or 0x93 or 0x94 or 0x91 or 0x92 or 0x96 or 0x97 or 0xB9 or 0xA0 or 0x85 or 0xA7 or 0xB0)) others++;
        }
        return others * 4 <= letters;
    }
}
