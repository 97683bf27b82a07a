namespace Stupeni.Imports.Reading.Texts;

/// <summary>Numbers different texts, given as bytes, in the order in which they come: a million codes without a million strings.</summary>
internal sealed class ByteIndex
{
    private byte[] bytes = new byte[1 << 10];
    private int[] ends = new int[64];
    private int[] slots = new int[128];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int number] => bytes.AsSpan((number == 0 ? 0 : ends[number - 1])..ends[number]);

    /// <summary>The number of the text; a new one if it has not been met.</summary>
    public int Of(ReadOnlySpan<byte> text)
    {
        var slot = Slot(text);
        if (slots[slot] > 0) return slots[slot] - 1;

        Add(text);
        slots[slot] = Count;
        if (Count * 2 > slots.Length) Spread();
        return Count - 1;
    }

    private int Slot(ReadOnlySpan<byte> text)
    {
        var mask = slots.Length - 1;
        var slot = (int)(Hash(text) & (uint)mask);
        while (slots[slot] > 0 && !this[slots[slot] - 1].SequenceEqual(text)) slot = (slot + 1) & mask;
        return slot;
    }

    private void Add(ReadOnlySpan<byte> text)
    {
        var begins = Count == 0 ? 0 : ends[Count - 1];
        while (begins + text.Length > bytes.Length) Array.Resize(ref bytes, bytes.Length * 2);
        if (Count == ends.Length) Array.Resize(ref ends, Count * 2);
        text.CopyTo(bytes.AsSpan(begins));
        ends[Count++] = begins + text.Length;
    }

    private void Spread()
    {
        slots = new int[slots.Length * 2];
        for (var number = 0; number < Count; number++) slots[Slot(this[number])] = number + 1;
    }

    private static uint Hash(ReadOnlySpan<byte> text)
    {
        var hash = new HashCode();
        hash.AddBytes(text);
        return (uint)hash.ToHashCode();
    }
}
