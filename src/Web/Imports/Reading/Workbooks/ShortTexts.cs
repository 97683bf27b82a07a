namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>The strings of short values by their bytes, so that a mark or a code met before costs no reading; its size never grows.</summary>
internal sealed class ShortTexts
{
    /// <summary>Longer values have no key.</summary>
    internal const int Longest = 7;

    private const int Bits = 13;

    private readonly ulong[] keys = new ulong[1 << Bits];
    private readonly string[] texts = new string[1 << Bits];

    /// <summary>The bytes and their number: no two values share it, and none is 0.</summary>
    internal static ulong Key(ReadOnlySpan<byte> value)
    {
        var key = (ulong)value.Length;
        foreach (var one in value) key = key << 8 | one;
        return key;
    }

    internal string? Find(ulong key) => keys[Slot(key)] == key ? texts[Slot(key)] : null;

    internal string Keep(ulong key, string text)
    {
        (keys[Slot(key)], texts[Slot(key)]) = (key, text);
        return text;
    }

    private static int Slot(ulong key) => (int)(key * 0x9E37_79B9_7F4A_7C15 >> (64 - Bits));
}
