using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Stupeni.Assessments;

/// <summary>What is packed of a sheet, laid out as <see cref="BinaryWriter"/> does it, in room that each thread uses again for the next sheet.</summary>
internal sealed class PackedBytes
{
    [ThreadStatic]
    private static PackedBytes? own;

    private byte[] bytes = new byte[1 << 13];
    private int count;

    /// <summary>Empty room; what was written into it before is gone.</summary>
    public static PackedBytes Begin()
    {
        own ??= new();
        own.count = 0;
        return own;
    }

    public int Count => count;

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, count);

    public void Byte(byte one) => Room(1)[0] = one;

    public void Flag(bool one) => Byte(one ? (byte)1 : (byte)0);

    public void Number(double one) => BinaryPrimitives.WriteDoubleLittleEndian(Room(sizeof(double)), one);

    public void Whole(int one) => BinaryPrimitives.WriteInt32LittleEndian(Room(sizeof(int)), one);

    public void Bytes(ReadOnlySpan<byte> many) => many.CopyTo(Room(many.Length));

    /// <summary>A count in as few bytes as it needs, seven bits in each.</summary>
    public void Short(int one)
    {
        var left = (uint)one;
        for (; left > 0x7F; left >>= 7) Byte((byte)(left | 0x80));
        Byte((byte)left);
    }

    public void Text(string one)
    {
        var length = Encoding.UTF8.GetByteCount(one);
        Short(length);
        Encoding.UTF8.GetBytes(one, Room(length));
    }

    /// <summary>Whole numbers to 254 take a byte each, anything else eight; a missing number is 255 or NaN.</summary>
    public void Numbers(ReadOnlySpan<double> many)
    {
        var begins = count;
        Flag(true);
        var small = Room(many.Length);
        for (var at = 0; at < many.Length; at++)
        {
            var (number, one) = (many[at], (byte)many[at]);
            if (double.IsNaN(number)) small[at] = Missing;
            else if (one == number && one != Missing) small[at] = one;
            else
            {
                count = begins;
                Flag(false);
                foreach (var each in many) Number(each);
                return;
            }
        }
    }

    public const byte Missing = 255;

    private Span<byte> Room(int length)
    {
        if (count + length > bytes.Length) Array.Resize(ref bytes, (int)BitOperations.RoundUpToPowerOf2((uint)(count + length)));
        count += length;
        return bytes.AsSpan(count - length, length);
    }
}
