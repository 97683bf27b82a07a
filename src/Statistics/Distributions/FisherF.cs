namespace Stupeni.Statistics.Distributions;

/// <summary>Fisher's F with real degrees of freedom &gt; 0.</summary>
internal static class FisherF
{
    /// <summary>P(F &gt; f).</summary>
    public static double Upper(double f, double df1, double df2)
    {
        if (!(f > 0))
        {
            return double.IsNaN(f) ? f : 1;
        }

        var scaled = df1 * f;
        return double.IsInfinity(scaled)
            ? 0
            : IncompleteBeta.Lower(df2 / 2, df1 / 2, df2 / (df2 + scaled), scaled / (df2 + scaled));
    }

    /// <summary>ln P(F &gt; f).</summary>
    public static double LogUpper(double f, double df1, double df2)
    {
        var scaled = df1 * Math.Max(f, 0);
        return IncompleteBeta.LogLower(df2 / 2, df1 / 2, df2 / (df2 + scaled), scaled / (df2 + scaled));
    }

    /// <summary>f with P(F ≤ f) = p.</summary>
    public static double Quantile(double p, double df1, double df2)
    {
        var x = IncompleteBeta.Quantile(p, 1 - p, df1 / 2, df2 / 2);
        return df2 * x / (df1 * (1 - x));
    }
}
