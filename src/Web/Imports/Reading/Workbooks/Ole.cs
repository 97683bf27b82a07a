using System.Buffers.Binary;
using System.Text;

namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>The old container of Office: names what lies in it without following its chains.</summary>
internal static class Ole
{
    private const int Entry = 128;
    private const int NameLength = 64;
    private const int Kind = 66;
    private const byte Stream = 2;

    internal static ReadOnlySpan<byte> Mark => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Whether a stream of this name is in the directory, wherever the directory lies: its entries stand at multiples of their size.</summary>
    internal static bool Holds(ReadOnlySpan<byte> content, string name)
    {
        var looked = Encoding.Unicode.GetBytes(name + "\0");
        for (var at = 4 * Entry; at + Entry <= content.Length; at += Entry)
        {
            var entry = content.Slice(at, Entry);
            if (entry.StartsWith(looked) && entry[Kind] == Stream && BinaryPrimitives.ReadUInt16LittleEndian(entry[NameLength..]) == looked.Length) return true;
        }
        return false;
    }
}
