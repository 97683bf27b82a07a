using System.Xml;

namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>The names of one XML part: a workbook knows some hundreds, and a part that goes on inventing them is refused before they fill the memory.</summary>
internal sealed class BoundedNames : XmlNameTable
{
    private const int Most = 10_000;

    private readonly NameTable names = new();
    private int added;

    public override string Add(string array) => names.Get(array) ?? Counted(names.Add(array));
    public override string Add(char[] array, int offset, int length) => names.Get(array, offset, length) ?? Counted(names.Add(array, offset, length));
    public override string? Get(string array) => names.Get(array);
    public override string? Get(char[] array, int offset, int length) => names.Get(array, offset, length);

    private string Counted(string name) => ++added <= Most ? name : throw new XmlException("Too many names.");
}
