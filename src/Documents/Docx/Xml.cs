using System.Xml.Linq;

namespace Stupeni.Documents.Docx;

/// <summary>Short hands for the elements of the format.</summary>
internal static class Xml
{
    internal static readonly XNamespace W = Names.Words;

    internal static XElement El(string name, params object?[] content) => new(W + name, content);

    internal static XAttribute At(string name, object value) => new(W + name, value);

    internal static XElement Val(string name, object value) => El(name, At("val", value));

    internal static XElement Paragraph(string style, params object?[] content) => El("p", El("pPr", Val("pStyle", style)), content);

    /// <summary>Words with their line ends and tabs.</summary>
    internal static XElement Run(string text, bool bold = false)
    {
        var run = El("r", bold ? El("rPr", El("b")) : null);
        var lines = CleanText.Of(text).Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (line > 0) run.Add(El("br"));
            var stretches = lines[line].Split('\t');
            for (var at = 0; at < stretches.Length; at++)
            {
                if (at > 0) run.Add(El("tab"));
                run.Add(El("t", new XAttribute(XNamespace.Xml + "space", "preserve"), stretches[at]));
            }
        }
        return run;
    }

    internal static void Write(Package package, string path, string type, XElement root)
    {
        using var xml = package.Part(path, type);
        root.WriteTo(xml);
    }
}
