namespace Stupeni.Matching.Solving;

/// <summary>How a stage of the solution looks at the weights: a pair weaker than <see cref="Floor"/> does not exist,
/// any other counts <c>Slope × weight + Offset</c>. Two objectives become one: <c>(N + 1) × weight + 1</c> is "total, then cover",
/// <c>weight + M</c> with M above any change of the total is "cover, then total". All three are whole numbers, so nothing is rounded below 2^53.</summary>
internal readonly record struct Lens(double Slope, double Offset, double Floor)
{
    public static readonly Lens Plain = new(1, 0, double.NegativeInfinity);

    public double Of(double weight) => Slope * weight + Offset;
}
