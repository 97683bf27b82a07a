using System.IO.Compression;
using System.Text;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>What is to be read of what was sent: archives opened, what systems leave in folders passed by, every name once.</summary>
/// <param name="Passed">What came along and is no table.</param>
/// <param name="Archives">The archives that were opened.</param>
public sealed record TakenFiles(IReadOnlyList<Incoming> Files, IReadOnlyList<string> Passed, IReadOnlyList<string> Archives)
{
    public const string Archive = ".zip";

    private const int LongestName = 260, MostEntries = 20_000;
    private const long UnpackedBytes = 2L << 30;

    public static readonly string[] Tables = [".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".txt"];

    private static readonly string[] Litter = ["thumbs.db", "desktop.ini", ".ds_store"];

    public static TakenFiles Of(IReadOnlyList<Incoming> sent)
    {
        var (files, passed, archives) = (new List<Incoming>(), new List<string>(), new List<string>());
        foreach (var file in sent.Select(s => s with { Name = Plain(s.Name) }))
        {
            if (IsLitter(file.Name)) passed.Add(file.Name);
            else if (!file.Name.EndsWith(Archive, StringComparison.OrdinalIgnoreCase)) files.Add(file);
            else
            {
                archives.Add(file.Name);
                Open(file, files, passed);
            }
        }

        return new([.. files.DistinctBy(f => f.Name, StringComparer.OrdinalIgnoreCase)], passed, archives);
    }

    public static bool IsTable(string name) => !IsLitter(name) && Tables.Contains(Path.GetExtension(name).ToLowerInvariant());

    /// <summary>Locks of open workbooks, pictures of folders and the like.</summary>
    private static bool IsLitter(string name) => Path.GetFileName(name) is var file && (file.StartsWith("~$", StringComparison.Ordinal) || file.StartsWith("._", StringComparison.Ordinal) || Litter.Contains(file.ToLowerInvariant()) || name.Contains("__MACOSX/", StringComparison.Ordinal));

    private static void Open(Incoming archive, List<Incoming> files, List<string> passed)
    {
        try
        {
            // Held while its files are read one after another; the bytes behind it are those of the request.
            var zip = new ZipArchive(archive.Open(), ZipArchiveMode.Read, leaveOpen: false, Encoding.Latin1);
            if (zip.Entries.Count > MostEntries) throw new RuleBroken("В архиве «{0}» больше {1} файлов.", "files", archive.Name, MostEntries);
            var left = UnpackedBytes;
            var folder = archive.Name[..^Archive.Length];
            foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/') && !e.FullName.EndsWith('\\')))
            {
                var name = Plain($"{folder}/{Spelt(entry.FullName)}");
                if (IsTable(name)) files.Add(new(name, () => (left -= Math.Min(entry.Length, Limits.Default.FileBytes)) < 0 ? throw new Unreadable(new("Архив «{0}» в распакованном виде слишком велик: файл не прочитан. Разделите архив на несколько.", archive.Name)) : entry.Open()));
                else passed.Add(name);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            throw new RuleBroken("Архив «{0}» повреждён: он не открывается. Создайте его заново или выберите сами файлы.", "files", archive.Name);
        }
    }

    /// <summary>Old archives do not say how names are spelt: those of a Mac are UTF-8, those of Windows code page 866.</summary>
    private static string Spelt(string name)
    {
        if (!name.Any(c => c >= 0x80) || name.Any(c => c > 0xFF)) return name;
        var bytes = Encoding.Latin1.GetBytes(name);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (ArgumentException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(866)!.GetString(bytes);
        }
    }

    /// <summary>The path inside what was sent: no drive, nothing above it, not longer than is kept.</summary>
    private static string Plain(string name)
    {
        var parts = name.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(p => p is not ("." or "..")).ToList();
        var plain = string.Concat((parts.Exists(p => p.EndsWith(':')) ? parts[^1] : string.Join('/', parts)).Where(c => !char.IsControl(c)));
        return plain.Length == 0 ? "?" : plain[^Math.Min(plain.Length, LongestName)..];
    }
}
