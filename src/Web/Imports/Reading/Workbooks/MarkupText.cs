using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>The text of an element as characters, where it holds nothing but plain text and the entities that everybody writes.</summary>
internal sealed class MarkupText(int longest)
{
    // A line end that XML would change, characters that are none, the end of a CDATA that never began.
    private static readonly SearchValues<byte> Odd = SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, (byte)'>']);

    private readonly char[] text = new char[longest * 4];

    /// <summary>Reads up to the next mark of XML; false when it takes a parser to tell what stands there.</summary>
    internal bool Read(ReadOnlySpan<byte> bytes, out ReadOnlySpan<char> read)
    {
        read = default;
        if (bytes.Length > text.Length || bytes.ContainsAny(Odd)) return false;
        if (Utf8.ToUtf16(bytes, text, out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done) return false;

        var whole = text.AsSpan(0, length);
        if (whole.ContainsAny('\uFFFE', '\uFFFF') || (bytes.Contains((byte)'&') && !Entities(ref whole))) return false;
        read = whole;
        return whole.Length <= longest;
    }

    private static bool Entities(ref Span<char> text)
    {
        var (from, to) = (0, 0);
        while (from < text.Length)
        {
            if (text[from] != '&')
            {
                text[to++] = text[from++];
                continue;
            }
            var end = text[from..].IndexOf(';');
            if (end < 0 || !Entity(text.Slice(from + 1, end - 1), out var character)) return false;
            from += end + 1;
            to += character.EncodeToUtf16(text[to..]);
        }
        text = text[..to];
        return true;
    }

    private static bool Entity(ReadOnlySpan<char> name, out Rune character)
    {
        var code = name switch { "amp" => '&', "lt" => '<', "gt" => '>', "quot" => '"', "apos" => '\'', ['#', ..] => Number(name[1..]), _ => 0u };
        return Rune.TryCreate(code, out character) && code is >= ' ' or '\t' or '\n' or '\r' && code is not (0xFFFE or 0xFFFF);
    }

    private static uint Number(ReadOnlySpan<char> text) =>
        text is ['x', .. var hex] ? uint.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? code : 0
        : uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
