using System.Text;
using Stupeni.Imports.Reading.Texts;

namespace Stupeni.Imports.Reading;

/// <summary>What the bytes of a text say of it.</summary>
public static class PlainText
{
    /// <summary>Its encoding, or null where the bytes are no text.</summary>
    public static Encoding? EncodingOf(ReadOnlySpan<byte> content) => TextEncoding.Of(content);
}
