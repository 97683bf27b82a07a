namespace Stupeni.Imports.Reading;

/// <summary>Gives the same string for a text seen lately, so that a million marks are a handful of strings; its size never grows.</summary>
internal sealed class StringPool
{
    private const int Slots = 1 << 15;
    private const int LongestPooled = 96;

    private readonly string?[] slots = new string?[Slots];

    internal string Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return "";
        if (text.Length > LongestPooled) return text.ToString();

        ref var slot = ref slots[string.GetHashCode(text) & (Slots - 1)];
        if (slot is null || !text.SequenceEqual(slot)) slot = text.ToString();
        return slot;
    }
}
