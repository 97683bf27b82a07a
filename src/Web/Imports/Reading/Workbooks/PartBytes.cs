using System.Text;

namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>The bytes of a part as they are unpacked: a window that moves on and never grows large.</summary>
internal sealed class PartBytes(Stream part)
{
    private const int First = 1 << 16;
    private const int Largest = 1 << 20;
    private const int LongestRest = 4 << 20;

    private byte[] buffer = new byte[First];
    private int start;
    private int end;

    internal bool Ended { get; private set; }

    internal ReadOnlySpan<byte> Window => buffer.AsSpan(start, end - start);

    internal void Skip(int count) => start += count;

    /// <summary>Unpacks more into the window; false when the part is over or the window is full.</summary>
    internal bool More()
    {
        if (Ended) return false;
        if (start > 0)
        {
            Window.CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        if (end == buffer.Length)
        {
            if (end == Largest) return false;
            Array.Resize(ref buffer, end * 2);
        }
        var got = part.Read(buffer.AsSpan(end));
        end += got;
        return !(Ended = got == 0);
    }

    /// <summary>What stands before this mark, which stays in the window; null when there is no such mark near or what is before it is not plain UTF-8 markup.</summary>
    internal byte[]? Before(ReadOnlySpan<byte> mark)
    {
        int at;
        while ((at = Window.IndexOf(mark)) < 0)
            if (!More()) return null;
        var before = Window[..at].ToArray();
        Skip(at);
        return IsPlain(before) ? before : null;
    }

    /// <summary>A short document of what was before and what is left, with something in between; null when more is left than is held at once.</summary>
    internal Stream? Around(ReadOnlySpan<byte> before, ReadOnlySpan<byte> between)
    {
        var around = new MemoryStream();
        around.Write(before);
        around.Write(between);
        do
        {
            if (around.Length + Window.Length > LongestRest) return null;
            around.Write(Window);
            Skip(Window.Length);
        }
        while (More());
        around.Position = 0;
        return around;
    }

    private static bool IsPlain(ReadOnlySpan<byte> before)
    {
        if (before.StartsWith(Encoding.UTF8.Preamble)) before = before[Encoding.UTF8.Preamble.Length..];
        if (!before.StartsWith((byte)'<') || before.Contains((byte)0)) return false;
        if (before.StartsWith("<?xml "u8))
        {
            var close = before.IndexOf("?>"u8);
            if (close < 0 || !SaysUtf8(before[..close])) return false;
            before = before[(close + 2)..];
        }
        return before.IndexOf("<!"u8) < 0 && before.IndexOf("<?"u8) < 0;
    }

    private static bool SaysUtf8(ReadOnlySpan<byte> declaration)
    {
        var at = declaration.IndexOf("encoding"u8);
        if (at < 0) return true;
        var value = declaration[(at + "encoding".Length)..];
        return value.StartsWith("=\"UTF-8\""u8) || value.StartsWith("=\"utf-8\""u8) || value.StartsWith("='UTF-8'"u8) || value.StartsWith("='utf-8'"u8);
    }
}
