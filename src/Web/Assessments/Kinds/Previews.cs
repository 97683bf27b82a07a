using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds;

internal static class Previews
{
    private const int Rows = 5, Columns = 12;

    /// <summary>The first rows under the header, as they stand.</summary>
    public static Preview Of(Layout? table)
    {
        return table is null ? Preview.Nothing : Of(table.Header, table.Body);
    }

    public static Preview Of(GridRow header, IEnumerable<GridRow> body)
    {
        var width = Math.Min(header.Count, Columns);
        return new([.. Enumerable.Range(0, width).Select(c => header[c])], [.. body.Where(r => r.Count > 0).Take(Rows).Select(r => (IReadOnlyList<string>)[.. Enumerable.Range(0, width).Select(c => r[c])])]);
    }
}
