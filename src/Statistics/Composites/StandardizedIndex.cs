using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Composites;

/// <summary>Which way an indicator counts in an index.</summary>
public enum Direction
{
    HigherIsBetter,
    LowerIsBetter,
}

/// <summary>How the indicators of an index weigh.</summary>
public enum Weighting
{
    Equal,

    /// <summary>The loadings of the first principal component of the turned indicators.</summary>
    FirstComponent,
}

/// <summary>
/// One number per row from several indicators: each is standardised over the values it has (n − 1 deviation), turned so that more is better,
/// weighed, and the sum is standardised to mean 0 and deviation 1 over the rows that get one (OECD handbook on composite indicators, 2008).
/// A row with missing indicators gets the sum of those it has, raised by the share of weight it lacks; <see cref="Used"/> says how many it
/// has, and below <c>leastShare</c> of the weight it is absent (too few observations). The first component comes from complete rows. A weight
/// that the first component gives against the stated direction is named in <see cref="Contradicting"/>. Refused: fewer than two
/// rows, an indicator without variation (named), infinities, a direction for each column not given.
/// </summary>
public sealed record StandardizedIndex
{
    public Refusal Refusal { get; init; } = Refusal.None;

    /// <summary>One per row of the table, in deviations from the mean row.</summary>
    public IReadOnlyList<Estimate> Values { get; init; } = [];

    /// <summary>Indicators present per row.</summary>
    public IReadOnlyList<int> Used { get; init; } = [];

    public IReadOnlyList<double> Weights { get; init; } = [];

    /// <summary>Mean of each column over the values it has, in its units.</summary>
    public IReadOnlyList<double> Means { get; init; } = [];

    /// <summary>Deviation of each column (n − 1), in its units.</summary>
    public IReadOnlyList<double> Deviations { get; init; } = [];

    /// <summary>Mean and deviation of the weighed sums before they were standardised: value = (sum − centre) / scale.</summary>
    public double Centre { get; init; }

    public double Scale { get; init; }

    /// <summary>Columns that the first component weighs below zero after turning: the data speak against their direction.</summary>
    public IReadOnlyList<int> Contradicting { get; init; } = [];

    /// <summary>Share of the variance of complete rows in the first component; absent with equal weights.</summary>
    public Estimate Explained { get; init; }

    /// <summary>Rows with every indicator.</summary>
    public int CompleteRows { get; init; }

    public static StandardizedIndex Of(double[,] table, IReadOnlyList<Direction> directions, Weighting weighting, double leastShare = 0.5)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(directions);
        var (n, p) = (table.GetLength(0), table.GetLength(1));
        if (directions.Count != p || p == 0 || !(leastShare >= 0 && leastShare <= 1))
        {
            return new StandardizedIndex { Refusal = Refusal.Of(Absence.OutOfDomain) };
        }

        var turned = new double[n, p];
        double[] means = new double[p], deviations = new double[p];
        for (var j = 0; j < p; j++)
        {
            (means[j], deviations[j], var refusal) = Turn(table, directions[j], turned, j);
            if (refusal.IsRefused)
            {
                return new StandardizedIndex { Refusal = refusal };
            }
        }

        double[] weights = [.. Enumerable.Repeat(1.0 / p, p)];
        var explained = Estimate.Absent(Absence.NotComputed);
        if (weighting == Weighting.FirstComponent)
        {
            var components = PrincipalComponents.Of(turned);
            if (components.Refusal.IsRefused)
            {
                return new StandardizedIndex { Refusal = components.Refusal };
            }

            weights = components.Loadings.Column(0);
            explained = Estimate.Of(components.Explained[0]);
        }

        return Weighed(turned, weights, leastShare) with
        {
            Weights = weights,
            Means = means,
            Deviations = deviations,
            Explained = explained,
            Contradicting = [.. Enumerable.Range(0, p).Where(j => weights[j] < 0)],
        };
    }

    private static (double Mean, double Deviation, Refusal Refusal) Turn(double[,] table, Direction direction, double[,] turned, int column)
    {
        var n = table.GetLength(0);
        double count = 0, mean = 0, squares = 0, largest = 0;
        for (var i = 0; i < n; i++)
        {
            var value = table[i, column];
            if (double.IsInfinity(value))
            {
                return (double.NaN, double.NaN, Refusal.Of(Absence.NotFinite, column, i));
            }

            if (!double.IsNaN(value))
            {
                count++;
                var delta = value - mean;
                mean += delta / count;
                squares += delta * (value - mean);
                largest = Math.Max(largest, Math.Abs(value));
            }
        }

        if (count < 2)
        {
            return (double.NaN, double.NaN, Refusal.Of(Absence.TooFewObservations, column));
        }

        var deviation = Math.Sqrt(squares / (count - 1));
        if (!(deviation > 1e-14 * largest))
        {
            return (double.NaN, double.NaN, Refusal.Of(Absence.NoVariation, column));
        }

        var sign = direction == Direction.HigherIsBetter ? 1 : -1;
        for (var i = 0; i < n; i++)
        {
            turned[i, column] = sign * (table[i, column] - mean) / deviation;
        }

        return (mean, deviation, Refusal.None);
    }

    private static StandardizedIndex Weighed(double[,] turned, double[] weights, double leastShare)
    {
        var (n, p) = (turned.GetLength(0), turned.GetLength(1));
        var whole = weights.Sum(Math.Abs);
        var raw = new double[n];
        var used = new int[n];
        for (var i = 0; i < n; i++)
        {
            double sum = 0, weight = 0;
            for (var j = 0; j < p; j++)
            {
                if (!double.IsNaN(turned[i, j]))
                {
                    sum += weights[j] * turned[i, j];
                    weight += Math.Abs(weights[j]);
                    used[i]++;
                }
            }

            raw[i] = used[i] > 0 && weight > 0 && weight >= leastShare * whole * (1 - 1e-12) ? sum * whole / weight : double.NaN;
        }

        double[] present = [.. raw.Where(r => !double.IsNaN(r))];
        var mean = present.Length > 0 ? present.Average() : 0;
        var deviation = present.Length > 1 ? Math.Sqrt(present.Sum(r => (r - mean) * (r - mean)) / (present.Length - 1)) : 0;
        if (!(deviation > 1e-14 * whole))
        {
            return new StandardizedIndex { Refusal = Refusal.Of(present.Length < 2 ? Absence.TooFewObservations : Absence.NoVariation) };
        }

        return new StandardizedIndex
        {
            Values = [.. raw.Select(r => double.IsNaN(r) ? Estimate.Absent(Absence.TooFewObservations) : Estimate.Of((r - mean) / deviation))],
            Used = used,
            Centre = mean,
            Scale = deviation,
            CompleteRows = used.Count(u => u == p),
        };
    }
}
