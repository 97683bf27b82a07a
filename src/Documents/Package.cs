using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Stupeni.Documents;

/// <summary>The zip with its parts; one part is open at a time.</summary>
internal sealed class Package(ZipArchive zip)
{
    // The first moment a zip can name: the same content must give the same bytes.
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Texts come here without the characters XML forbids, so they need not be looked at twice.
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CheckCharacters = false, CloseOutput = true };

    private readonly List<(string Path, string Type)> parts = [];

    /// <param name="path">Where the part lies, without the first slash.</param>
    /// <param name="type">Its content type, or null when the extension says it.</param>
    internal XmlWriter Part(string path, string? type)
    {
        if (type is not null) parts.Add((path, type));
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Always;
        return XmlWriter.Create(entry.Open(), Settings);
    }

    internal void WriteRelationships(string path, params IEnumerable<(string Id, string Type, string Target)> relationships)
    {
        using var xml = Part(path, null);
        xml.WriteStartElement("Relationships", Names.Relationships);
        foreach (var (id, type, target) in relationships)
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", id);
            xml.WriteAttributeString("Type", type.Contains(':', StringComparison.Ordinal) ? type : $"{Names.Office}/{type}");
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    internal void WriteContentTypes()
    {
        using var xml = Part("[Content_Types].xml", null);
        xml.WriteStartElement("Types", Names.ContentTypes);
        foreach (var (extension, type) in new[] { ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"), ("vml", Names.Drawing) })
        {
            xml.WriteStartElement("Default");
            xml.WriteAttributeString("Extension", extension);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
        foreach (var (path, type) in parts)
        {
            xml.WriteStartElement("Override");
            xml.WriteAttributeString("PartName", $"/{path}");
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
