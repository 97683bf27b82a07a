namespace Stupeni.Statistics.Inference;

/// <summary>
/// A test statistic, its degrees of freedom and the probability of one at least as far from the hypothesis.
/// <see cref="LogP"/> is the natural logarithm of p and stays finite where p is below the smallest double (report "p &lt; 1e-300").
/// Everything is NaN with the reason in <see cref="Absence"/> when there is no test.
/// </summary>
public readonly record struct SignificanceTest
{
    private readonly bool present;
    private readonly Absence absence;

    private SignificanceTest(double statistic, double df1, double df2, double p, double logP)
    {
        Statistic = statistic;
        DegreesOfFreedom = df1;
        DenominatorDegreesOfFreedom = df2;
        P = p;
        LogP = logP;
        present = true;
    }

    private SignificanceTest(Absence reason)
    {
        absence = reason;
        Statistic = DegreesOfFreedom = DenominatorDegreesOfFreedom = P = LogP = double.NaN;
    }

    public double Statistic { get; }

    /// <summary>NaN where the statistic has none (z).</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>Of F only; otherwise NaN.</summary>
    public double DenominatorDegreesOfFreedom { get; }

    public double P { get; }

    public double LogP { get; }

    public bool IsPresent => present;

    public Absence Absence => present ? Absence.None : absence == Absence.None ? Absence.NotComputed : absence;

    public static SignificanceTest Absent(Absence reason) => new(reason);

    /// <summary>Two-sided, standard normal.</summary>
    internal static SignificanceTest Z(double z)
    {
        var logP = Distributions.Normal.LogUpper(Math.Abs(z)) + Math.Log(2);
        return Checked(z, double.NaN, double.NaN, 2 * Distributions.Normal.Upper(Math.Abs(z)), logP);
    }

    /// <summary>Two-sided, Student.</summary>
    internal static SignificanceTest T(double t, double df)
    {
        var square = t * t;
        var logP = Distributions.IncompleteBeta.LogLower(df / 2, 0.5, df / (df + square), square / (df + square));
        return Checked(t, df, double.NaN, Distributions.StudentT.TwoSided(t, df), logP);
    }

    internal static SignificanceTest ChiSquare(double x, double df) =>
        Checked(x, df, double.NaN, Distributions.ChiSquare.Upper(x, df), Distributions.ChiSquare.LogUpper(x, df));

    internal static SignificanceTest F(double f, double df1, double df2) =>
        Checked(f, df1, df2, Distributions.FisherF.Upper(f, df1, df2), Distributions.FisherF.LogUpper(f, df1, df2));

    private static SignificanceTest Checked(double statistic, double df1, double df2, double p, double logP) =>
        double.IsFinite(statistic) && !double.IsNaN(p)
            ? new SignificanceTest(statistic, df1, df2, Math.Min(p, 1), Math.Min(logP, 0))
            : new SignificanceTest(Absence.NotFinite);
}
