namespace Stupeni.Statistics.Factors;

/// <summary>One order and sign for factors: descending sum of squares (oblique: diag(Φ L'L)), every column's sum positive.</summary>
internal static class Alignment
{
    /// <summary>In place; factor correlations and a transformation (its columns) follow.</summary>
    public static void Apply(double[,] loadings, double[,]? phi, double[,]? transformation = null)
    {
        int p = loadings.GetLength(0), m = loadings.GetLength(1);
        var strength = Strength(loadings, phi);
        var order = Enumerable.Range(0, m).OrderByDescending(k => strength[k]).ToArray();
        var signs = new double[m];
        for (var k = 0; k < m; k++)
        {
            var sum = 0.0;
            for (var i = 0; i < p; i++)
            {
                sum += loadings[i, order[k]];
            }

            signs[k] = sum < 0 ? -1 : 1;
        }

        Columns(loadings, order, signs);
        if (transformation is not null)
        {
            Columns(transformation, order, signs);
        }

        if (phi is not null)
        {
            Columns(phi, order, signs);
            var copy = (double[,])phi.Clone();
            for (var k = 0; k < m; k++)
            {
                for (var l = 0; l < m; l++)
                {
                    phi[k, l] = signs[k] * copy[order[k], l];
                }
            }
        }
    }

    /// <summary>diag(Φ L'L).</summary>
    public static double[] Strength(double[,] loadings, double[,]? phi)
    {
        int p = loadings.GetLength(0), m = loadings.GetLength(1);
        var strength = new double[m];
        for (var k = 0; k < m; k++)
        {
            for (var l = 0; l < m; l++)
            {
                var weight = phi is null ? (k == l ? 1 : 0) : phi[k, l];
                for (var i = 0; i < p && weight != 0; i++)
                {
                    strength[k] += weight * loadings[i, k] * loadings[i, l];
                }
            }
        }

        return strength;
    }

    private static void Columns(double[,] matrix, int[] order, double[] signs)
    {
        var copy = (double[,])matrix.Clone();
        for (var i = 0; i < matrix.GetLength(0); i++)
        {
            for (var k = 0; k < order.Length; k++)
            {
                matrix[i, k] = signs[k] * copy[i, order[k]];
            }
        }
    }
}
