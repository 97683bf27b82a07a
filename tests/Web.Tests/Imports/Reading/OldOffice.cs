using System.Text;

namespace Stupeni.Imports.Reading;

/// <summary>Makes files of the old Office: the container with one stream, and a workbook of Excel 97 to put in it.</summary>
internal static class OldOffice
{
    private const int Sector = 512;
    private const uint End = 0xFFFFFFFE, Fat = 0xFFFFFFFD, Free = 0xFFFFFFFF;

    internal static byte[] Container(string stream, byte[] content)
    {
        // Shorter streams live elsewhere in the container; padding is simpler.
        var size = Math.Max(4_096, (content.Length + Sector - 1) / Sector * Sector);
        var file = new byte[Sector * 3 + size];
        using var to = new BinaryWriter(new MemoryStream(file));
        to.Write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        to.Seek(24, SeekOrigin.Begin);
        to.Write([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
        to.Seek(44, SeekOrigin.Begin);
        foreach (var number in new uint[] { 1, 1, 0, 4_096, End, 0, End, 0, 0 }) to.Write(number);
        for (var at = 1; at < 109; at++) to.Write(Free);

        to.Write(Fat);
        to.Write(End);
        for (var at = 0; at < size / Sector; at++) to.Write(at + 1 < size / Sector ? (uint)(at + 3) : End);
        while (to.BaseStream.Position < Sector * 2) to.Write(Free);

        Entry(to, "Root Entry", kind: 5, child: 1, End, 0);
        Entry(to, stream, kind: 2, child: Free, 2, size);
        to.Seek(Sector * 3, SeekOrigin.Begin);
        to.Write(content);
        return file;
    }

    /// <summary>A workbook of one sheet with a text in A1, a number in B2 and a date in C2; A4:B4 are merged.</summary>
    internal static byte[] Workbook(string name, string text, double number, double date)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes);
        Record(to, 0x809, (ushort)0x600, (ushort)5, (ushort)0xDBB, (ushort)0x7CC, 0L);
        Record(to, 0x42, (ushort)0x4B0);
        foreach (var format in new ushort[] { 0, 14 }) Record(to, 0xE0, (ushort)0, format, (ushort)1, 0L, 0, (ushort)0);
        var sheet = bytes.Position + 4;
        Record(to, 0x85, 0, (byte)0, (byte)0, (byte)name.Length, (byte)1, Encoding.Unicode.GetBytes(name));
        Record(to, 0xFC, 1, 1, (ushort)text.Length, (byte)1, Encoding.Unicode.GetBytes(text));
        Record(to, 0xA);
        var start = (int)bytes.Position;
        Record(to, 0x809, (ushort)0x600, (ushort)16, (ushort)0xDBB, (ushort)0x7CC, 0L);
        Record(to, 0x200, 0, 4, (ushort)0, (ushort)3, (ushort)0);
        Record(to, 0xFD, (ushort)0, (ushort)0, (ushort)0, 0);
        Record(to, 0x203, (ushort)1, (ushort)1, (ushort)0, number);
        Record(to, 0x203, (ushort)1, (ushort)2, (ushort)1, date);
        Record(to, 0xE5, (ushort)1, (ushort)3, (ushort)3, (ushort)0, (ushort)1);
        Record(to, 0xA);
        bytes.Position = sheet;
        to.Write(start);
        return Container("Workbook", bytes.ToArray());
    }

    /// <summary>A workbook of one sheet with these texts and numbers; merged cells as first row, last row, first column, last column.</summary>
    internal static byte[] Table(string name, IReadOnlyList<object[]> rows, params IReadOnlyList<(int First, int Last, int FirstColumn, int LastColumn)> merged)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes);
        Record(to, 0x809, (ushort)0x600, (ushort)5, (ushort)0xDBB, (ushort)0x7CC, 0L);
        Record(to, 0x42, (ushort)0x4B0);
        Record(to, 0xE0, (ushort)0, (ushort)0, (ushort)1, 0L, 0, (ushort)0);
        var sheet = bytes.Position + 4;
        Record(to, 0x85, 0, (byte)0, (byte)0, (byte)name.Length, (byte)1, Encoding.Unicode.GetBytes(name));
        Record(to, 0xA);
        var start = (int)bytes.Position;
        Record(to, 0x809, (ushort)0x600, (ushort)16, (ushort)0xDBB, (ushort)0x7CC, 0L);
        Record(to, 0x200, 0, rows.Count, (ushort)0, (ushort)rows.Max(r => r.Length), (ushort)0);
        foreach (var (row, cells) in rows.Index())
            foreach (var (column, cell) in cells.Index())
            {
                if (cell is double number) Record(to, 0x203, (ushort)row, (ushort)column, (ushort)0, number);
                else if (cell is string { Length: > 0 } text) Record(to, 0x204, (ushort)row, (ushort)column, (ushort)0, (ushort)text.Length, (byte)1, Encoding.Unicode.GetBytes(text));
            }
        if (merged.Count > 0) Record(to, 0xE5, [(ushort)merged.Count, .. merged.SelectMany(m => new object[] { (ushort)m.First, (ushort)m.Last, (ushort)m.FirstColumn, (ushort)m.LastColumn })]);
        Record(to, 0xA);
        bytes.Position = sheet;
        to.Write(start);
        return Container("Workbook", bytes.ToArray());
    }

    private static void Entry(BinaryWriter to, string name, byte kind, uint child, uint start, long size)
    {
        var letters = Encoding.Unicode.GetBytes(name + "\0");
        to.Write(letters);
        to.Write(new byte[64 - letters.Length]);
        to.Write((ushort)letters.Length);
        to.Write([kind, 1]);
        to.Write(Free);
        to.Write(Free);
        to.Write(child);
        to.Write(new byte[36]);
        to.Write(start);
        to.Write(size);
    }

    private static void Record(BinaryWriter to, ushort id, params object[] fields)
    {
        using var body = new MemoryStream();
        using var inside = new BinaryWriter(body);
        foreach (var field in fields)
            switch (field)
            {
                case byte b: inside.Write(b); break;
                case ushort s: inside.Write(s); break;
                case int i: inside.Write(i); break;
                case long l: inside.Write(l); break;
                case double d: inside.Write(d); break;
                case byte[] many: inside.Write(many); break;
            }
        to.Write(id);
        to.Write((ushort)body.Length);
        to.Write(body.ToArray());
    }
}
