namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>What all parts of one archive may still unpack to.</summary>
internal sealed class Allowance(long bytes)
{
    internal long Left { get; set; } = bytes;
}

/// <summary>Unpacks a part and stops a bomb: too many bytes in all, too many for their packed size, or a stretch so long between two marks of XML that a parser would have to hold it.</summary>
internal sealed class GuardedStream(Stream part, long packed, Allowance allowance, Source source) : Stream
{
    private const int LongestStretch = 4 << 20;

    private long read;
    private long stretch;

    public override int Read(Span<byte> buffer)
    {
        source.Check();
        var got = part.Read(buffer);
        read += got;
        allowance.Left -= got;
        if (allowance.Left < 0)
            throw new Unreadable(new("Файл «{0}» в распакованном виде больше {1} МБ. Удалите лишние листы или разделите его на части.", source.FileName, source.Limits.UnpackedBytes >> 20));
        if (read > source.Limits.RatioFreeBytes && read / source.Limits.PackingRatio > packed) throw Bomb();

        var mark = buffer[..got].LastIndexOf((byte)'<');
        stretch = mark < 0 ? stretch + got : got - mark;
        if (stretch > LongestStretch) throw Bomb();
        return got;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    private Unreadable Bomb() =>
        new(new("Файл «{0}» сжат неестественно сильно и похож на архивную бомбу. Откройте его в Excel, удалите пустые строки и столбцы и сохраните заново.", source.FileName));

    protected override void Dispose(bool disposing)
    {
        if (disposing) part.Dispose();
        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
