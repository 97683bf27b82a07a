using System.IO.Compression;
using System.Text;

namespace Stupeni.Imports.Reading;

/// <summary>
/// A grid as bytes: a mark and an edition, then compressed rows. A text is written where it first stands and later named by its number;
/// only so many texts get numbers, so writing needs little memory.
/// </summary>
internal static class GridBytes
{
    private const byte Edition = 1;
    private const int NumberedTexts = 1 << 16;

    // Codes of a cell; greater ones name a text written before.
    private const int Empty = 0, New = 1, Numbered = 2;

    private static ReadOnlySpan<byte> Mark => "SGRD"u8;

    internal static byte[] Write(Grid grid)
    {
        using var bytes = new MemoryStream();
        bytes.Write(Mark);
        bytes.WriteByte(Edition);
        using (var packed = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var buffered = new BufferedStream(packed, 1 << 16))
        using (var to = new BinaryWriter(buffered, Encoding.UTF8))
        {
            to.Write(grid.FileName);
            to.Write((byte)grid.Container);
            to.Write7BitEncodedInt(grid.DroppedColumns.Count);
            foreach (var column in grid.DroppedColumns) Write(to, column);
            to.Write7BitEncodedInt(grid.Sheets.Count);
            var numbers = new Dictionary<string, int>();
            foreach (var sheet in grid.Sheets) Write(to, sheet, numbers);
        }
        return bytes.ToArray();
    }

    internal static Grid Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Mark.Length + 1 || !bytes.StartsWith(Mark)) throw new InvalidDataException("These bytes are not a grid.");
        if (bytes[Mark.Length] != Edition) throw new InvalidDataException($"Edition {bytes[Mark.Length]} of a grid is not known here.");

        using var packed = new BrotliStream(new MemoryStream(bytes[(Mark.Length + 1)..].ToArray()), CompressionMode.Decompress);
        using var buffered = new BufferedStream(packed, 1 << 16);
        using var from = new BinaryReader(buffered, Encoding.UTF8);
        var (fileName, container) = (from.ReadString(), (Container)from.ReadByte());
        var dropped = Many(from, () => new DroppedColumn(from.ReadString(), from.ReadString(), from.ReadString(), from.Read7BitEncodedInt()));
        var texts = new List<string>();
        return new(fileName, container, Many(from, () => ReadSheet(from, texts)), dropped);
    }

    private static void Write(BinaryWriter to, DroppedColumn column)
    {
        to.Write(column.Sheet);
        to.Write(column.Column);
        to.Write(column.Header);
        to.Write7BitEncodedInt(column.Values);
    }

    private static void Write(BinaryWriter to, GridSheet sheet, Dictionary<string, int> numbers)
    {
        to.Write(sheet.Name);
        to.Write(sheet.Hidden);
        to.Write(sheet.HasFormulas);
        to.Write7BitEncodedInt(sheet.Merged.Count);
        foreach (var merged in sheet.Merged)
        {
            to.Write7BitEncodedInt(merged.FirstRow);
            to.Write7BitEncodedInt(merged.FirstColumn);
            to.Write7BitEncodedInt(merged.LastRow);
            to.Write7BitEncodedInt(merged.LastColumn);
        }
        to.Write7BitEncodedInt(sheet.Rows.Count);
        var before = 0;
        foreach (var row in sheet.Rows)
        {
            to.Write7BitEncodedInt((row.Number - before) * 2 + (row.Hidden ? 1 : 0));
            before = row.Number;
            to.Write7BitEncodedInt(row.Count);
            foreach (var text in row.Cells) Write(to, text, numbers);
        }
    }

    private static void Write(BinaryWriter to, string text, Dictionary<string, int> numbers)
    {
        if (text.Length == 0) to.Write7BitEncodedInt(Empty);
        else if (numbers.TryGetValue(text, out var number)) to.Write7BitEncodedInt(Numbered + number);
        else
        {
            if (numbers.Count < NumberedTexts) numbers.Add(text, numbers.Count);
            to.Write7BitEncodedInt(New);
            to.Write(text);
        }
    }

    private static GridSheet ReadSheet(BinaryReader from, List<string> texts)
    {
        var (name, hidden, formulas) = (from.ReadString(), from.ReadBoolean(), from.ReadBoolean());
        var merged = Many(from, () => new MergedCells(from.Read7BitEncodedInt(), from.Read7BitEncodedInt(), from.Read7BitEncodedInt(), from.Read7BitEncodedInt()));
        var number = 0;
        var rows = Many(from, () =>
        {
            var step = from.Read7BitEncodedInt();
            number += step >> 1;
            var cells = new string[from.Read7BitEncodedInt()];
            for (var at = 0; at < cells.Length; at++) cells[at] = ReadText(from, texts);
            return new GridRow(number, cells, (step & 1) == 1);
        });
        return new(name, rows) { Hidden = hidden, HasFormulas = formulas, Merged = merged };
    }

    private static string ReadText(BinaryReader from, List<string> texts)
    {
        var code = from.Read7BitEncodedInt();
        if (code == Empty) return "";
        if (code >= Numbered) return texts[code - Numbered];

        var text = from.ReadString();
        if (texts.Count < NumberedTexts) texts.Add(text);
        return text;
    }

    private static List<T> Many<T>(BinaryReader from, Func<T> one)
    {
        var count = from.Read7BitEncodedInt();
        var many = new List<T>(count);
        for (var at = 0; at < count; at++) many.Add(one());
        return many;
    }
}
