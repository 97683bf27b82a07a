using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace Stupeni.Assessments;

/// <summary>The participants of a sheet and what each scored: codes only, never names. Missing numbers are NaN, missing marks 0.</summary>
/// <param name="Codes">Participant codes, one per row.</param>
/// <param name="Variants">The paper's variant per row; 0 unknown.</param>
/// <param name="Marks">2 to 5 per row; 0 none.</param>
/// <param name="JournalMarks">2 to 5 per row; 0 none.</param>
/// <param name="Totals">Primary or test total per row.</param>
/// <param name="Scores">Row by row, task by task: participants × tasks.</param>
public sealed record SheetScores(string[] Codes, byte[] Variants, byte[] Marks, byte[] JournalMarks, double[] Totals, double[] Scores)
{
    private const byte Version = 1;

    public int Participants => Codes.Length;

    public int Tasks => Codes.Length == 0 ? 0 : Scores.Length / Codes.Length;

    public double this[int participant, int task] => Scores[participant * Tasks + task];

    /// <summary>The code as people see it: a hash by which attempts are linked says nothing, its place in the sheet stands for it.</summary>
    public string Shown(int participant) => Codes[participant] is [Imports.Linking.Mark, ..] ? (participant + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : Codes[participant];

    public byte[] Pack()
    {
        var bytes = PackedBytes.Begin();
        WriteTo(bytes);
        return Pack(bytes.Written);
    }

    /// <summary>Packs the content that <see cref="WriteTo"/> wrote. A sheet is a few hundred bytes: the fastest way and a small window cost a tenth of the room and spare most of the time.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> raw)
    {
        var packed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(raw.Length));
        try
        {
            return BrotliEncoder.TryCompress(raw, packed, out var length, quality: 0, window: 16) ? packed[..length] : throw new InvalidOperationException("The room for packing was too small.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed);
        }
    }

    /// <summary>The content before compression: what is hashed, since compressors change.</summary>
    internal void WriteTo(PackedBytes bytes)
    {
        bytes.Byte(Version);
        bytes.Short(Participants);
        bytes.Short(Tasks);
        foreach (var code in Codes) bytes.Text(code);
        bytes.Bytes(Variants);
        bytes.Bytes(Marks);
        bytes.Bytes(JournalMarks);
        bytes.Numbers(Totals);
        bytes.Numbers(Scores);
    }

    public static SheetScores Unpack(byte[] bytes)
    {
        using var reader = new BinaryReader(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress), Encoding.UTF8);
        if (reader.ReadByte() is not Version) throw new InvalidDataException("A sheet of an unknown version.");

        var (rows, tasks) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        var codes = new string[rows];
        for (var i = 0; i < rows; i++) codes[i] = reader.ReadString();
        return new(codes, reader.ReadBytes(rows), reader.ReadBytes(rows), reader.ReadBytes(rows), Read(reader, rows), Read(reader, rows * tasks));
    }

    private static double[] Read(BinaryReader reader, int count) => reader.ReadBoolean()
        ? Array.ConvertAll(reader.ReadBytes(count), b => b == PackedBytes.Missing ? double.NaN : b)
        : [.. Enumerable.Range(0, count).Select(_ => reader.ReadDouble())];
}
