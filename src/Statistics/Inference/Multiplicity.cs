namespace Stupeni.Statistics.Inference;

/// <summary>How p-values of a family are adjusted.</summary>
public enum Adjustment
{
    /// <summary>m p: controls the chance of any false finding; the crudest.</summary>
    Bonferroni,

    /// <summary>Holm (1979), step-down: controls the chance of any false finding, never worse than Bonferroni.</summary>
    Holm,

    /// <summary>Hochberg (1988), step-up: as Holm, for independent or positively dependent tests.</summary>
    Hochberg,

    /// <summary>Hommel (1988): as Hochberg, a little stronger.</summary>
    Hommel,

    /// <summary>Benjamini, Hochberg (1995): controls the expected share of false ones among the findings.</summary>
    BenjaminiHochberg,

    /// <summary>Benjamini, Yekutieli (2001): the same under any dependence.</summary>
    BenjaminiYekutieli,
}

/// <summary>
/// Many questions at once: adjusted p-values, in the order given, to be compared with the level itself. NaN is a test that was not
/// made: it stays absent and is not counted. A p outside [0, 1] is absent (out of domain) and not counted either.
/// </summary>
public static class Multiplicity
{
    public static Estimate[] Adjust(ReadOnlySpan<double> p, Adjustment method)
    {
        var result = new Estimate[p.Length];
        var places = new List<int>();
        for (var i = 0; i < p.Length; i++)
        {
            if (p[i] >= 0 && p[i] <= 1)
            {
                places.Add(i);
            }
            else
            {
                result[i] = Estimate.Absent(double.IsNaN(p[i]) ? Absence.NotComputed : Absence.OutOfDomain);
            }
        }

        var keys = new double[places.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = p[places[i]];
        }

        var order = places.ToArray();
        Array.Sort(keys, order);
        var adjusted = method == Adjustment.Hommel ? Hommel(keys) : Stepwise(keys, method);
        for (var i = 0; i < order.Length; i++)
        {
            result[order[i]] = Estimate.Of(Math.Min(1, adjusted[i]));
        }

        return result;
    }

    private static double[] Stepwise(double[] sorted, Adjustment method)
    {
        var m = sorted.Length;
        var harmonic = 0.0;
        for (var i = 1; i <= m; i++)
        {
            harmonic += 1.0 / i;
        }

        var scaled = new double[m];
        for (var i = 0; i < m; i++)
        {
            scaled[i] = sorted[i] * method switch
            {
                Adjustment.Holm or Adjustment.Hochberg => m - i,
                Adjustment.BenjaminiHochberg => (double)m / (i + 1),
                Adjustment.BenjaminiYekutieli => harmonic * m / (i + 1),
                _ => m,
            };
        }

        if (method == Adjustment.Holm)
        {
            for (var i = 1; i < m; i++)
            {
                scaled[i] = Math.Max(scaled[i], scaled[i - 1]);
            }
        }
        else if (method != Adjustment.Bonferroni)
        {
            for (var i = m - 2; i >= 0; i--)
            {
                scaled[i] = Math.Min(scaled[i], scaled[i + 1]);
            }
        }

        return scaled;
    }

    /// <summary>The algorithm of Wright (1992).</summary>
    private static double[] Hommel(double[] sorted)
    {
        var n = sorted.Length;
        if (n < 2)
        {
            return sorted;
        }

        var start = double.PositiveInfinity;
        for (var i = 0; i < n; i++)
        {
            start = Math.Min(start, n * sorted[i] / (i + 1));
        }

        var q = new double[n];
        var adjusted = new double[n];
        Array.Fill(q, start);
        Array.Fill(adjusted, start);
        for (var m = n - 1; m >= 2; m--)
        {
            var smallest = double.PositiveInfinity;
            for (var k = 2; k <= m; k++)
            {
                smallest = Math.Min(smallest, m * sorted[n - m + k - 1] / k);
            }

            for (var i = 0; i <= n - m; i++)
            {
                q[i] = Math.Min(m * sorted[i], smallest);
            }

            for (var i = n - m + 1; i < n; i++)
            {
                q[i] = q[n - m];
            }

            for (var i = 0; i < n; i++)
            {
                adjusted[i] = Math.Max(adjusted[i], q[i]);
            }
        }

        for (var i = 0; i < n; i++)
        {
            adjusted[i] = Math.Max(adjusted[i], sorted[i]);
        }

        return adjusted;
    }
}
