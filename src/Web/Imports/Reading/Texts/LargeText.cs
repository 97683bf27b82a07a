using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Stupeni.Imports.Reading.Texts;

/// <summary>
/// A text table on the disk that is too long for a grid: read in blocks by all processors, each from its own place, in memory that does not grow with the file.
/// A field ends with its line: quotes are taken off, line breaks within them are not known here.
/// </summary>
internal sealed class LargeText
{
    private const int Block = 1 << 20;
    private const int Beginning = 1 << 18;

    private readonly string path;
    private readonly long start;
    private readonly long end;

    private LargeText(string path)
    {
        this.path = path;
        using var handle = Handle();
        var length = end = RandomAccess.GetLength(handle);
        var bytes = new byte[(int)Math.Min(length, Beginning)];
        var head = bytes.AsMemory(0, RandomAccess.Read(handle, bytes, 0));
        if (length > head.Length && head.Span.LastIndexOf((byte)'\n') is >= 0 and var last) head = head[..(last + 1)];
        Encoding = TextEncoding.Of(head.Span) is { } known && (known == Encoding.UTF8 || known.IsSingleByte) ? known
            : throw new Unreadable(new("Файл «{0}» длиннее, чем читается целиком, а его кодировка для чтения по частям не годится. Сохраните его как CSV UTF-8.", Path.GetFileName(path)));
        Separator = (byte)Texts.Separator.Of(head, Encoding);
        var header = head.Span.IndexOf((byte)'\n');
        start = header < 0 ? length : header + 1;
        Head = head;
    }

    public Encoding Encoding { get; }

    public byte Separator { get; }

    /// <summary>The first lines, whole ones: enough to tell what the table is.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    public static LargeText Open(string path) => new(path);

    /// <summary>
    /// Gives the lines under the first one to as many readers as there are processors: each reader gets one stretch of the file from its beginning to its end, in blocks of whole lines.
    /// </summary>
    /// <param name="read">Reader's number and lines with their ends; the last line of the file may lack one.</param>
    /// <exception cref="Unreadable">A line is longer than a block.</exception>
    public void Read(int readers, ReadLines read, CancellationToken stop)
    {
        using var handle = Handle();
        var from = new long[readers + 1];
        from[readers] = end;
        for (var i = 0; i < readers; i++) from[i] = i == 0 ? start : NextLine(handle, start + (end - start) * i / readers);
        Parallel.For(0, readers, new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = readers }, i => Stretch(handle, from[i], from[i + 1], i, read, stop));
    }

    internal delegate void ReadLines(int reader, ReadOnlySpan<byte> lines);

    private void Stretch(SafeFileHandle handle, long from, long to, int reader, ReadLines read, CancellationToken stop)
    {
        var buffer = new byte[Block];
        var kept = 0;
        while (from < to)
        {
            stop.ThrowIfCancellationRequested();
            var got = RandomAccess.Read(handle, buffer.AsSpan(kept, (int)Math.Min(Block - kept, to - from)), from);
            if (got == 0) break;
            from += got;
            var filled = kept + got;
            var whole = from >= to ? filled : buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            if (whole == 0 && filled == Block) throw new Unreadable(new("В файле «{0}» есть строка длиннее {1} МБ. Это не таблица результатов.", Path.GetFileName(path), Block >> 20));
            read(reader, buffer.AsSpan(0, whole));
            kept = filled - whole;
            buffer.AsSpan(whole, kept).CopyTo(buffer);
        }
    }

    /// <summary>The first place from here on where a line begins.</summary>
    private long NextLine(SafeFileHandle handle, long at)
    {
        var buffer = new byte[1 << 12];
        for (at--; at < end; at += buffer.Length)
        {
            var got = RandomAccess.Read(handle, buffer, at);
            if (buffer.AsSpan(0, got).IndexOf((byte)'\n') is >= 0 and var found) return at + found + 1;
        }

        return end;
    }

    private SafeFileHandle Handle() => File.OpenHandle(path, options: FileOptions.RandomAccess);
}
