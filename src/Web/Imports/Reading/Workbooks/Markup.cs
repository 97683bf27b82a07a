namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>Goes along the bytes of XML as programs write it. Everything else is refused, for a parser to look at.</summary>
internal ref struct Markup(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    internal int At { get; private set; }

    internal readonly bool AtEnd => At >= bytes.Length;

    internal readonly byte Next => At < bytes.Length ? bytes[At] : (byte)0;

    internal readonly byte After(int count) => At + count < bytes.Length ? bytes[At + count] : (byte)0;

    internal void Skip(int count) => At += count;

    internal bool Take(byte mark)
    {
        if (Next != mark) return false;
        At++;
        return true;
    }

    internal bool Take(ReadOnlySpan<byte> mark)
    {
        if (!bytes[At..].StartsWith(mark)) return false;
        At += mark.Length;
        return true;
    }

    /// <summary>Passes over the space between marks; whether there was any.</summary>
    internal bool Space()
    {
        var from = At;
        while (Next is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') At++;
        return At > from;
    }

    /// <summary>What stands before the next mark; false when the bytes end before it.</summary>
    internal bool Text(out ReadOnlySpan<byte> text)
    {
        var length = bytes[At..].IndexOf((byte)'<');
        text = length < 0 ? default : bytes.Slice(At, length);
        At += text.Length;
        return length >= 0;
    }

    /// <summary>An attribute of plain characters, with the space before it; false when it is anything else.</summary>
    internal bool Attribute(out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        name = value = default;
        if (!Space()) return false;
        var left = bytes[At..];
        var equals = left.IndexOf((byte)'=');
        if (equals <= 0 || equals + 1 >= left.Length || left[equals + 1] is not ((byte)'"' or (byte)'\'')) return false;

        name = left[..equals];
        var rest = left[(equals + 2)..];
        var end = rest.IndexOf(left[equals + 1]);
        if (end < 0) return false;
        value = rest[..end];
        At += equals + end + 3;
        return !value.ContainsAnyExceptInRange((byte)' ', (byte)'~') && !value.ContainsAny((byte)'<', (byte)'&');
    }

    /// <summary>The end of an opening mark: 1 when it is open, 0 when it is empty, −1 when more stands there.</summary>
    internal int Close()
    {
        if (Next == '>')
        {
            At++;
            return 1;
        }
        if (Next != '/' || After(1) != '>') return -1;
        At += 2;
        return 0;
    }
}
