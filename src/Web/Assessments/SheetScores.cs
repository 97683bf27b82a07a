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
    private const byte Missing = 255;

    public int Participants => Codes.Length;

    public int Tasks => Codes.Length == 0 ? 0 : Scores.Length / Codes.Length;

    public double this[int participant, int task] => Scores[participant * Tasks + task];

    /// <summary>The code as people see it: a hash by which attempts are linked says nothing, its place in the sheet stands for it.</summary>
    public string Shown(int participant) => Codes[participant] is [Imports.Linking.Mark, ..] ? (participant + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : Codes[participant];

    public byte[] Pack() => Pack(Raw());

    /// <summary>Packs the content that <see cref="Raw"/> gave.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> raw)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(raw.Length)];
        return BrotliEncoder.TryCompress(raw, packed, out var length, quality: 1, window: 22) ? packed[..length] : throw new InvalidOperationException("The room for packing was too small.");
    }

    /// <summary>The content before compression: what is hashed, since compressors change.</summary>
    public byte[] Raw()
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
        {
            writer.Write(Version);
            writer.Write7BitEncodedInt(Participants);
            writer.Write7BitEncodedInt(Tasks);
            foreach (var code in Codes) writer.Write(code);
            writer.Write(Variants);
            writer.Write(Marks);
            writer.Write(JournalMarks);
            Write(writer, Totals);
            Write(writer, Scores);
        }

        return bytes.ToArray();
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

    /// <summary>Whole numbers to 254 take a byte each, anything else eight.</summary>
    private static void Write(BinaryWriter writer, double[] numbers)
    {
        var small = Array.TrueForAll(numbers, n => double.IsNaN(n) || (n is >= 0 and < Missing && n == Math.Floor(n)));
        writer.Write(small);
        if (small) writer.Write(Array.ConvertAll(numbers, n => double.IsNaN(n) ? Missing : (byte)n));
        else foreach (var number in numbers) writer.Write(number);
    }

    private static double[] Read(BinaryReader reader, int count) => reader.ReadBoolean()
        ? Array.ConvertAll(reader.ReadBytes(count), b => b == Missing ? double.NaN : b)
        : [.. Enumerable.Range(0, count).Select(_ => reader.ReadDouble())];
}
