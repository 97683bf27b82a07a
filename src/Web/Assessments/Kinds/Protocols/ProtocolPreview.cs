using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds.Protocols;

/// <summary>The first participants as they will be read: the columns that are read, and no others.</summary>
internal static class ProtocolPreview
{
    private const int Rows = 5;

    public static Preview Of(Block? block)
    {
        if (block is null) return Preview.Nothing;
        int[] columns = [.. Enumerable.Range(0, block.Header.Columns).Where(c => IsRead(block.Header[c]) && block.Header.Find(block.Header[c]) == c)];
        return new([.. columns.Select(block.Header.TextOf)],
            [.. block.Rows.Where(r => r[0] != ProtocolWords.Shifted).Take(Rows).Select(r => (IReadOnlyList<string>)[.. columns.Select(c => block.Cell(r, c))])]);
    }

    private static bool IsRead(ProtocolColumn column) =>
        column is not (ProtocolColumn.Other or ProtocolColumn.Number or ProtocolColumn.Place or ProtocolColumn.Participant or ProtocolColumn.Name or ProtocolColumn.Document);
}
