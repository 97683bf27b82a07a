using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;

namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>The zip of a workbook with its parts, found by path whatever the case and the slashes.</summary>
internal sealed class Archive : IDisposable
{
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Allowance allowance;
    private readonly Source source;

    internal Archive(ReadOnlyMemory<byte> content, Source source)
    {
        (this.source, allowance) = (source, new(source.Limits.UnpackedBytes));
        try
        {
            zip = new(MemoryMarshal.TryGetArray(content, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(content.ToArray(), writable: false));
            foreach (var part in zip.Entries)
            {
                if (parts.Count == source.Limits.Parts)
                    throw new Unreadable(new("В файле «{0}» больше {1:N0} частей. Скопируйте таблицу в новую книгу и сохраните её.", source.FileName, source.Limits.Parts));
                parts.TryAdd(Normal(part.FullName), part);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            throw new Unreadable(new("Файл «{0}» повреждён: архив не открывается. Откройте его в Excel и сохраните заново.", source.FileName));
        }
    }

    internal bool Has(string path) => parts.ContainsKey(path);

    internal bool HasUnder(string folder) => parts.Keys.Any(p => p.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a part, or gives what is said for one that is not there.</summary>
    internal T Read<T>(string path, T otherwise, Func<PartReader, T> read)
    {
        if (!parts.TryGetValue(path, out var part)) return otherwise;
        if (part.IsEncrypted) throw XlsxFile.Locked(source.FileName);

        try
        {
            using var xml = new PartReader(new GuardedStream(part.Open(), part.CompressedLength, allowance, source), source);
            return read(xml);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            throw new Unreadable(new("Файл «{0}» повреждён: часть «{1}» не читается. Откройте его в Excel и сохраните заново.", source.FileName, path));
        }
    }

    /// <summary>Reads the bytes of a part that is written as programs write it; null when it is not there or anything at all is wrong with it: then it is to be read by a parser, as if nothing had been.</summary>
    internal T? ReadPlain<T>(string path, Func<Stream, T?> read) where T : class
    {
        if (!parts.TryGetValue(path, out var part) || part.IsEncrypted) return null;

        var (bytes, cells) = (allowance.Left, source.Used);
        try
        {
            using var plain = new GuardedStream(part.Open(), part.CompressedLength, allowance, source);
            if (read(plain) is { } done) return done;
        }
        catch (Exception broken) when (broken is not (OperationCanceledException or OutOfMemoryException))
        {
            // The parser says what is wrong.
        }
        (allowance.Left, source.Used) = (bytes, cells);
        return null;
    }

    /// <summary>A path as the dictionary knows it.</summary>
    internal static string Normal(string path) => path.Replace('\\', '/').TrimStart('/');

    public void Dispose() => zip.Dispose();
}
