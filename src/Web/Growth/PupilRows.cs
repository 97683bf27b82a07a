using System.Buffers.Binary;

namespace Stupeni.Growth;

/// <summary>Pupils as rows of numbers, eight bytes each, NaN where nothing is known; sorted, so that nobody is found again by a place in the file.</summary>
public static class PupilRows
{
    public static byte[] Pack(IEnumerable<double[]> pupils)
    {
        var rows = pupils.Order(Comparer<double[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))).ToList();
        var bytes = new byte[rows.Sum(r => r.Length) * sizeof(double)];
        foreach (var (at, value) in rows.SelectMany(r => r).Index()) BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(at * sizeof(double)), value);
        return bytes;
    }

    public static double[][] Unpack(ReadOnlySpan<byte> bytes, int width)
    {
        var rows = new double[bytes.Length / sizeof(double) / width][];
        for (var at = 0; at < rows.Length; at++)
        {
            rows[at] = new double[width];
            for (var column = 0; column < width; column++) rows[at][column] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[((at * width + column) * sizeof(double))..]);
        }

        return rows;
    }
}
