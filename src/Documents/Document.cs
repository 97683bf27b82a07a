using System.IO.Compression;
using Stupeni.Documents.Docx;

namespace Stupeni.Documents;

/// <summary>
/// Words to be written as a docx file in the form of ГОСТ Р 7.0.97-2025: A4, fields of 30/15/20/20 mm (left/right/top/bottom; not less than 20/10/20/20),
/// size 14, tables 12, spacing 1.15, pages numbered from the second one at the top. The same words give the same bytes.
/// </summary>
/// <param name="Title">What the file calls itself, for those who hear it read.</param>
/// <param name="Blocks">What stands in it, from the top.</param>
public sealed record Document(string Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>What tells this document from others, at the bottom right of the first sheet, where the standard places a code that machines read.</summary>
    public string? Code { get; init; }

    public void WriteTo(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var package = new Package(zip);
        var lists = new Lists();
        DocumentPart.Write(package, this, lists);
        lists.Write(package);
        Styles.Write(package);
        Margins.Write(package, Code);
        Properties.Write(package, Title);
        package.WriteContentTypes();
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        WriteTo(bytes);
        return bytes.ToArray();
    }
}
