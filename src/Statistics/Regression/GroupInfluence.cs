using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Regression;

/// <summary>
/// How much one group moves the fixed effects of a mixed model with random intercepts. <see cref="Distance"/> is Cook's distance of the group,
/// D = (β − β₍₋ⱼ₎)' Cov(β)⁻¹ (β − β₍₋ⱼ₎) / p; <see cref="Without"/> are the p coefficients without it, intercept first. A group without which the coefficients
/// cannot be found (it alone has a value of a predictor) has D = NaN and no coefficients.
/// </summary>
public sealed record GroupInfluence(int Group, int Rows, double Distance, IReadOnlyList<double> Without)
{
    /// <summary>
    /// All groups by code, leaving out one after the other with both variances held as they were estimated: β = (Σ Aⱼ)⁻¹ Σ bⱼ with Aⱼ = Xⱼ' Vⱼ⁻¹ Xⱼ, bⱼ = Xⱼ' Vⱼ⁻¹ yⱼ,
    /// Vⱼ = τ² 11' + σ² I, whose inverse is known: Xⱼ' Vⱼ⁻¹ Xⱼ = (Xⱼ'Xⱼ − w sⱼsⱼ') / σ², w = τ² / (σ² + nⱼ τ²), sⱼ = Xⱼ'1. So β₍₋ⱼ₎ = (A − Aⱼ)⁻¹ (b − bⱼ) exactly, one pass over the rows
    /// and one small system per group. Cook (1977); for groups of mixed models Christensen, Pearson and Johnson (1992). Rows with NaN or a negative group
    /// are left out as in <see cref="MixedModel"/>. Empty: infinities, lengths that differ, a residual variance not above 0, a negative τ², fewer than two
    /// groups, predictors that explain each other.
    /// </summary>
    /// <param name="outcome">n values.</param>
    /// <param name="predictors">n × k, without the column of ones.</param>
    /// <param name="groups">n codes ≥ 0.</param>
    /// <param name="between">τ², the variance of the intercepts.</param>
    /// <param name="within">σ², that of the residuals.</param>
    public static IReadOnlyList<GroupInfluence> Of(ReadOnlySpan<double> outcome, double[,] predictors, ReadOnlySpan<int> groups, double between, double within)
    {
        ArgumentNullException.ThrowIfNull(predictors);
        if (groups.Length != outcome.Length || !(within > 0) || !(between >= 0))
        {
            return [];
        }

        var (rows, refusal) = CompleteRows.Of(outcome, predictors, groups);
        var means = Means(predictors, rows);
        var parts = refusal.IsRefused ? [] : Parts(outcome, predictors, groups, rows, means);
        if (parts.Count < 2)
        {
            return [];
        }

        var p = predictors.GetLength(1) + 1;
        var all = new Part(p);
        foreach (var part in parts.Values)
        {
            part.Weigh(between, within);
            all.Add(part, 1);
        }

        return all.Solve() is { } coefficients ? [.. parts.Select(g => LeaveOut(g.Key, g.Value, all, coefficients, means))] : [];
    }

    private static GroupInfluence LeaveOut(int group, Part part, Part all, double[] coefficients, double[] means)
    {
        var p = coefficients.Length;
        var rest = new Part(p);
        rest.Add(all, 1);
        rest.Add(part, -1);
        if (rest.Solve() is not { } without)
        {
            return new(group, part.Rows, double.NaN, []);
        }

        var distance = 0.0;
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
            {
                distance += (coefficients[i] - without[i]) * all.Left[i * p + j] * (coefficients[j] - without[j]);
            }
        }

        // Predictors were centred: the intercept of the data lies at zero.
        for (var j = 1; j < p; j++)
        {
            without[0] -= without[j] * means[j];
        }

        return new(group, part.Rows, distance / p, without);
    }

    private static SortedDictionary<int, Part> Parts(ReadOnlySpan<double> outcome, double[,] predictors, ReadOnlySpan<int> groups, int[] rows, double[] means)
    {
        var p = means.Length;
        var parts = new SortedDictionary<int, Part>();
        var x = new double[p];
        x[0] = 1;
        foreach (var row in rows)
        {
            for (var j = 1; j < p; j++)
            {
                x[j] = predictors[row, j - 1] - means[j];
            }

            if (!parts.TryGetValue(groups[row], out var part))
            {
                parts[groups[row]] = part = new Part(p);
            }

            part.Read(x, outcome[row]);
        }

        return parts;
    }

    /// <summary>Of the predictors, 0 first: centred columns keep their digits.</summary>
    private static double[] Means(double[,] predictors, int[] rows)
    {
        var means = new double[predictors.GetLength(1) + 1];
        foreach (var row in rows)
        {
            for (var j = 1; j < means.Length; j++)
            {
                means[j] += predictors[row, j - 1] / rows.Length;
            }
        }

        return means;
    }

    /// <summary>What a group adds to the normal equations.</summary>
    private sealed class Part(int p)
    {
        private double sum;

        public int Rows { get; private set; }

        public double[] Left { get; } = new double[p * p];

        private double[] Right { get; } = new double[p];

        public void Read(double[] x, double y)
        {
            Rows++;
            sum += y;
            Lanes.Add(Right, y, x);
            for (var i = 0; i < p; i++)
            {
                Lanes.Add(Left.AsSpan(i * p, p), x[i], x);
            }
        }

        public void Weigh(double between, double within)
        {
            var weight = between / (within + Rows * between);
            double[] sums = [.. Left.AsSpan(0, p)];
            for (var i = 0; i < p; i++)
            {
                Right[i] = (Right[i] - weight * sums[i] * sum) / within;
                for (var j = 0; j < p; j++)
                {
                    Left[i * p + j] = (Left[i * p + j] - weight * sums[i] * sums[j]) / within;
                }
            }
        }

        public void Add(Part other, double sign)
        {
            Rows += (int)sign * other.Rows;
            Lanes.Add(Left, sign, other.Left);
            Lanes.Add(Right, sign, other.Right);
        }

        public double[]? Solve()
        {
            var solution = (double[])Right.Clone();
            if (Cholesky.Of(Left, p, 1e-11) is not { } factor)
            {
                return null;
            }

            factor.Solve(solution);
            return solution;
        }
    }
}
