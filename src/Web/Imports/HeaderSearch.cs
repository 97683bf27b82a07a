using Stupeni.Imports.Reading;

namespace Stupeni.Imports;

/// <summary>A header stands among the first rows of a sheet, under titles.</summary>
internal static class HeaderSearch
{
    private const int Rows = 30;

    /// <summary>What the first row makes that makes anything of it.</summary>
    public static T? Header<T>(this GridSheet sheet, Func<int, T?> read) where T : class =>
        Enumerable.Range(0, Math.Min(Rows, sheet.Rows.Count)).Select(read).FirstOrDefault(found => found is not null);
}
