using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Stupeni.Platform.Backups;

/// <summary>A copy of a database as a file: a zip of about.json and one entry a table. Nothing is read from it before all of it is known to be whole.</summary>
public sealed class Archive : IDisposable
{
    private const string AboutEntry = "about.json";

    private readonly ZipArchive zip;

    private Archive(ZipArchive zip, About about) => (this.zip, About) = (zip, about);

    public About About { get; }

    public static Archive Open(string file)
    {
        var zip = (ZipArchive?)null;
        try
        {
            zip = ZipFile.OpenRead(file);
            var about = Read(zip.GetEntry(AboutEntry)!, zip.Comment);
            foreach (var table in about.Tables) Check(zip.GetEntry(table.Entry)!, table.Sha256);
            return new(zip, about);
        }
        catch (Exception damage) when (damage is InvalidDataException or JsonException or NullReferenceException or EndOfStreamException or NotSupportedException)
        {
            zip?.Dispose();
            throw new RuleBroken("{0}: это не копия базы, или файл повреждён. Ничего не изменено.", nameof(file), Path.GetFileName(file));
        }
    }

    /// <summary>Rows of a table, each as its values in the order of the columns.</summary>
    public IEnumerable<object?[]> Rows(TableCopy table)
    {
        using var stream = new BufferedStream(zip.GetEntry(table.Entry)!.Open(), 1 << 16);
        using var from = new BinaryReader(stream);
        var values = table.Columns.Select(c => Values.Of(c.Kind)).ToList();
        for (var row = 0L; row < table.Rows; row++) yield return [.. values.Select(v => from.ReadBoolean() ? v.Read(from) : null)];
    }

    public static void Close(ZipArchive zip, About about)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(about, JsonSerializerOptions.Web);
        using (var entry = zip.CreateEntry(AboutEntry).Open()) entry.Write(json);
        zip.Comment = Hash(SHA256.HashData(json));
    }

    public static string Hash(byte[] sha256) => Convert.ToHexStringLower(sha256);

    public void Dispose() => zip.Dispose();

    private static About Read(ZipArchiveEntry entry, string sha256)
    {
        using var bytes = new MemoryStream();
        using (var stream = entry.Open()) stream.CopyTo(bytes);
        if (Hash(SHA256.HashData(bytes.ToArray())) != sha256) throw new InvalidDataException(AboutEntry);
        return JsonSerializer.Deserialize<About>(bytes.ToArray(), JsonSerializerOptions.Web)!;
    }

    private static void Check(ZipArchiveEntry entry, string sha256)
    {
        using var stream = entry.Open();
        if (Hash(SHA256.HashData(stream)) != sha256) throw new InvalidDataException(entry.FullName);
    }
}
