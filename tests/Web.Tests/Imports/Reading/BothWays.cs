using System.IO.Compression;
using System.Text;

namespace Stupeni.Imports.Reading;

/// <summary>A workbook is read from its bytes or by the parser of XML: a comment in each part leaves it to the parser, and must change nothing.</summary>
internal static class BothWays
{
    private const int Largest = 4 << 20;

    internal static void AreTheSame(byte[] content, string name)
    {
        if (ForTheParser(content) is { } other) Assert.Equal(Outcome(other, name), Outcome(content, name));
    }

    /// <summary>What reading gives: the grid in bytes, or the refusal.</summary>
    internal static string Outcome(byte[] content, string name)
    {
        try
        {
            return Convert.ToHexString(Spreadsheet.Read(content, name, Limits.Default, PersonalColumns.None, CancellationToken.None).ToBytes());
        }
        catch (Unreadable refused)
        {
            return refused.Why.ToString();
        }
    }

    internal static byte[] Commented(ReadOnlySpan<byte> part)
    {
        var at = part.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        if (part[at..].StartsWith("<?xml"u8)) at += part[at..].IndexOf("?>"u8) + 2;
        return [.. part[..at], .. "<!-- -->"u8, .. part[at..]];
    }

    private static byte[]? ForTheParser(byte[] content)
    {
        if (!content.AsSpan().StartsWith("PK"u8)) return null;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content));
            if (zip.Entries.Any(e => e.IsEncrypted) || zip.Entries.Sum(e => e.Length) > Largest) return null;
            return Parts.Zip(zip.Entries.Select(e => (e.FullName, Commented(Bytes(e)))));
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            // A zip as broken as that is refused before its parts are read.
            return null;
        }
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }
}
