using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds.Aggregates;

/// <summary>Per cents of one table as its cells write them: with the sign or without, as shares of 1, with a comma; and to how many digits they are rounded.</summary>
internal sealed record Percents(bool AreShares, int Decimals)
{
    private const int MostDecimals = 6;

    /// <param name="cells">All cells of figures in the table.</param>
    public static Percents Of(IEnumerable<string> cells)
    {
        var (any, shares, digits) = (false, true, 0);
        foreach (var cell in cells)
        {
            if (Cells.IsMissing(cell) || Number(cell) is not { } number) continue;
            any |= number != 0;
            shares &= number is >= 0 and <= 1 && !cell.Contains('%', StringComparison.Ordinal);
            digits = Math.Max(digits, number.Scale);
        }

        return new(any && shares, Math.Clamp(any && shares ? digits - 2 : digits, 0, MostDecimals));
    }

    /// <summary>The per cents of a cell; null if it holds no number.</summary>
    public double? Read(string cell) => Number(cell) is { } number ? (double)(AreShares ? number * 100 : number) : null;

    private static decimal? Number(string cell) => Cells.ParseDecimal(cell.Replace("%", "", StringComparison.Ordinal).Trim());
}
