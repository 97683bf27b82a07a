using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Factors;

/// <summary>
/// The distance of a factor model from a correlation matrix as a function of the uniquenesses alone, with exact first and second
/// derivatives from one eigendecomposition (Jöreskog 1967; Jöreskog, van Thillo 1971).
/// Least squares: x = ψ, f = ½ Σ_{k&gt;m} θ_k², θ the eigenvalues of R − Ψ.
/// Maximum likelihood: x = ln ψ, f = Σ_{k&gt;m} (θ_k − ln θ_k − 1), θ the eigenvalues of Ψ^−½ R Ψ^−½.
/// </summary>
internal sealed class Discrepancy(double[,] correlations, int factors, bool likelihood)
{
    private readonly int p = correlations.GetLength(0);

    public int Size => p;

    public double Coordinate(double uniqueness) => likelihood ? Math.Log(uniqueness) : uniqueness;

    public double Uniqueness(double x) => likelihood ? Math.Exp(x) : x;

    /// <summary>Value at x; +∞ where it is not defined. The eigendecomposition serves the derivatives afterwards.</summary>
    public double Value(double[] x, out SymmetricEigen? eigen)
    {
        eigen = Decompose(x);
        if (eigen is null)
        {
            return double.PositiveInfinity;
        }

        var sum = 0.0;
        for (var k = factors; k < p; k++)
        {
            var root = eigen.Values[k];
            if (likelihood && !(root > 0))
            {
                return double.PositiveInfinity;
            }

            sum += likelihood ? Excess(root) : 0.5 * root * root;
        }

        return sum;
    }

    public double[] Gradient(SymmetricEigen eigen)
    {
        var gradient = new double[p];
        for (var k = factors; k < p; k++)
        {
            var u = eigen.Vector(k);
            var weight = likelihood ? 1 - eigen.Values[k] : -eigen.Values[k];
            for (var i = 0; i < p; i++)
            {
                gradient[i] += weight * u[i] * u[i];
            }
        }

        return gradient;
    }

    public double[] Hessian(SymmetricEigen eigen)
    {
        var plain = new double[p * p];
        var weighted = likelihood ? new double[p * p] : plain;
        for (var k = factors; k < p; k++)
        {
            AddOuter(plain, 1, eigen.Vector(k));
            if (likelihood)
            {
                AddOuter(weighted, eigen.Values[k], eigen.Vector(k));
            }
        }

        var hessian = new double[p * p];
        for (var i = 0; i < hessian.Length; i++)
        {
            hessian[i] = plain[i] * weighted[i];
        }

        var cross = new double[p * p];
        for (var l = 0; l < factors; l++)
        {
            Array.Clear(cross);
            var large = eigen.Values[l];
            for (var k = factors; k < p; k++)
            {
                var small = eigen.Values[k];
                var gap = Math.Min(small - large, -1e-12);
                AddOuter(cross, likelihood ? (small - 1) * (small + large) / gap : 2 * small / gap, eigen.Vector(k));
            }

            var v = eigen.Vector(l);
            for (var i = 0; i < p; i++)
            {
                for (var j = 0; j < p; j++)
                {
                    hessian[i * p + j] += v[i] * v[j] * cross[i * p + j];
                }
            }
        }

        return hessian;
    }

    /// <summary>Loadings p × m at x: the leading eigenvectors times the roots of what they explain.</summary>
    public double[,] Loadings(double[] x)
    {
        var loadings = new double[p, factors];
        var eigen = Decompose(x);
        for (var k = 0; k < factors && eigen is not null; k++)
        {
            var length = Math.Sqrt(Math.Max(0, likelihood ? eigen.Values[k] - 1 : eigen.Values[k]));
            for (var i = 0; i < p; i++)
            {
                loadings[i, k] = length * eigen.Vector(k)[i] * (likelihood ? Math.Sqrt(Uniqueness(x[i])) : 1);
            }
        }

        return loadings;
    }

    private SymmetricEigen? Decompose(double[] x)
    {
        var matrix = correlations.Flat().ToArray();
        for (var i = 0; i < p; i++)
        {
            if (!likelihood)
            {
                matrix[i * p + i] -= x[i];
                continue;
            }

            var scale = Math.Exp(-0.5 * x[i]);
            for (var j = 0; j < p; j++)
            {
                matrix[i * p + j] *= scale;
                matrix[j * p + i] *= scale;
            }
        }

        return SymmetricEigen.Of(matrix, p);
    }

    /// <summary>θ − ln θ − 1 without cancellation near 1.</summary>
    private static double Excess(double root)
    {
        var d = root - 1;
        return Math.Abs(d) > 0.01 ? d - Math.Log(root) : d * d * (0.5 - d * (1 / 3.0 - d * (0.25 - d * (0.2 - d * (1 / 6.0 - d / 7)))));
    }

    private void AddOuter(double[] target, double weight, ReadOnlySpan<double> u)
    {
        for (var i = 0; i < p; i++)
        {
            Lanes.Add(target.AsSpan(i * p, p), weight * u[i], u);
        }
    }
}
