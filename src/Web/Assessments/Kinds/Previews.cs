using Stupeni.Imports;

namespace Stupeni.Assessments.Kinds;

internal static class Previews
{
    /// <summary>The first rows under the header, as they stand.</summary>
    public static Preview Of(Layout? table) => table is null ? Preview.Nothing : Preview.Of(table.Header, table.Body);
}
