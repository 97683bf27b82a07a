using System.Xml;

namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>What the sheets of a workbook need of its other parts.</summary>
internal sealed class XlsxParts(IReadOnlyList<string> shared, IReadOnlyList<Meaning> styles, bool from1904)
{
    internal bool From1904 { get; } = from1904;

    internal int SharedCount => shared.Count;

    internal string Shared(int number) => number >= 0 && number < shared.Count ? shared[number] : throw new XmlException("No such shared text.");

    internal Meaning Meaning(int style) => style >= 0 && style < styles.Count ? styles[style] : Workbooks.Meaning.Number;
}
