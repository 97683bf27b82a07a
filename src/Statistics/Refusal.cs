namespace Stupeni.Statistics;

/// <summary>
/// Why a whole computation was refused, and where to look: <see cref="Why"/> is <see cref="Absence.None"/> when nothing was refused;
/// <see cref="Column"/> and <see cref="Row"/> count from 0 and are −1 when the reason is not one column's or one row's.
/// </summary>
public readonly record struct Refusal(Absence Why, int Column, int Row)
{
    /// <summary>Nothing was refused.</summary>
    public static Refusal None => new(Absence.None, -1, -1);

    /// <summary>Whether the results are absent for this reason.</summary>
    public bool IsRefused => Why != Absence.None;

    public static Refusal Of(Absence why, int column = -1, int row = -1) => new(why, column, row);
}
