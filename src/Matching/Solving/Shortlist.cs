namespace Stupeni.Matching.Solving;

/// <summary>For each row its best pairs at the prices of the day it was last looked through, and a bound on all the others.
/// Prices only rise while a plan is built, so the bound stays true, and most questions never touch the whole row again.</summary>
internal sealed class Shortlist(Weights weights, Lens lens)
{
    private const int Size = 24;

    /// <summary>Gains are whole numbers: "above this less one half" keeps the equal ones.</summary>
    private const double WholeStep = 0.5;

    private readonly Choice[] choices = new Choice[weights.Rows * Size];
    private readonly int[] counts = new int[weights.Rows];
    private readonly double[] bounds = new double[weights.Rows];
    private readonly Choice[] buffer = new Choice[Size + 1];

    public ReadOnlySpan<Choice> this[int row] => choices.AsSpan(row * Size, counts[row]);

    /// <summary>No pair outside the list gains more than this; −∞ when the list holds all that could ever matter.</summary>
    public double Bound(int row) => bounds[row];

    /// <summary>Looks through the whole row again. What the old list is worth today is where to begin: nothing below can enter the new one.</summary>
    public void Refresh(int row, double[] prices)
    {
        var least = 0.0;
        if (counts[row] == Size)
        {
            var kept = double.PositiveInfinity;
            foreach (ref readonly var choice in this[row]) kept = Math.Min(kept, choice.Weight - prices[choice.Column]);
            least = Math.Max(0, kept - WholeStep);
        }

        var found = weights.Best(row, lens, prices, least, buffer);
        (counts[row], bounds[row]) = found > Size ? (Size, buffer[Size].Gain) : (found, least > 0 ? least : double.NegativeInfinity);
        buffer.AsSpan(0, counts[row]).CopyTo(choices.AsSpan(row * Size));
    }
}
