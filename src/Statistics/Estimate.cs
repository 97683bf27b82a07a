namespace Stupeni.Statistics;

/// <summary>
/// A number with its doubt, or the reason why there is no number.
/// <see cref="Value"/> and <see cref="StandardError"/> are in the units of the data; a standard error that the method does not
/// give is NaN. An absent estimate has NaN in both, so that it cannot be taken for a figure by mistake.
/// </summary>
public readonly record struct Estimate
{
    private readonly double value;
    private readonly double standardError;
    private readonly bool present;
    private readonly Absence absence;

    private Estimate(double value, double standardError)
    {
        this.value = value;
        this.standardError = standardError;
        present = true;
    }

    private Estimate(Absence absence) => this.absence = absence;

    /// <summary>The figure; NaN when absent.</summary>
    public double Value => present ? value : double.NaN;

    /// <summary>Its standard error; NaN when absent or not given by the method.</summary>
    public double StandardError => present ? standardError : double.NaN;

    /// <summary>Whether there is a figure.</summary>
    public bool IsPresent => present;

    /// <summary>Why there is none; <see cref="Statistics.Absence.None"/> when present.</summary>
    public Absence Absence => present ? Absence.None : absence == Absence.None ? Absence.NotComputed : absence;

    /// <summary>A figure; not finite values become an absent estimate with <see cref="Absence.NotFinite"/>.</summary>
    public static Estimate Of(double value, double standardError = double.NaN) =>
        double.IsFinite(value) ? new Estimate(value, standardError) : new Estimate(Absence.NotFinite);

    /// <summary>No figure, for this reason.</summary>
    public static Estimate Absent(Absence reason) => new(reason);

    public override string ToString() =>
        present ? FormattableString.Invariant($"{value} ± {standardError}") : $"absent: {Absence}";
}
