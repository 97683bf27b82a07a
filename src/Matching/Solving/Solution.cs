namespace Stupeni.Matching.Solving;

/// <summary>A solved instance: who has whom, the dual prices under the last lens, and the bounds on the way.</summary>
internal sealed record Solution(Units Units, double[] RowPrices, double[] ColumnPrices, Lens Lens, IReadOnlyDictionary<Objective, double> Bounds);
