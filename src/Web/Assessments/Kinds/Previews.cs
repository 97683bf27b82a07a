using Stupeni.Imports;

namespace Stupeni.Assessments.Kinds;

internal static class Previews
{
    private const int Rows = 5, Columns = 12;

    /// <summary>The first rows under the header, as they stand.</summary>
    public static Preview Of(Layout? table)
    {
        if (table is null) return Preview.Nothing;
        var width = Math.Min(table.Header.Count, Columns);
        return new([.. Enumerable.Range(0, width).Select(c => table.Header[c])],
            [.. table.Body.Where(r => r.Count > 0).Take(Rows).Select(r => (IReadOnlyList<string>)[.. Enumerable.Range(0, width).Select(c => r[c])])]);
    }
}
