namespace Stupeni.Statistics;

/// <summary>
/// A two-sided interval at a stated confidence (0.95 = 95 %), or the reason why there is none.
/// Bounds are in the units of the quantity; both are NaN when absent.
/// </summary>
public readonly record struct Interval
{
    private readonly double lower;
    private readonly double upper;
    private readonly bool present;
    private readonly Absence absence;

    private Interval(double lower, double upper, double confidence)
    {
        this.lower = lower;
        this.upper = upper;
        Confidence = confidence;
        present = true;
    }

    private Interval(Absence absence) => this.absence = absence;

    public double Lower => present ? lower : double.NaN;

    public double Upper => present ? upper : double.NaN;

    /// <summary>Coverage asked for; 0 when absent.</summary>
    public double Confidence { get; }

    public bool IsPresent => present;

    public Absence Absence => present ? Absence.None : absence == Absence.None ? Absence.NotComputed : absence;

    /// <summary>An interval; a NaN bound makes it absent. Infinite bounds are allowed: the data may not bound the quantity.</summary>
    public static Interval Of(double lower, double upper, double confidence) =>
        double.IsNaN(lower) || double.IsNaN(upper)
            ? new Interval(Absence.NotFinite)
            : new Interval(lower, upper, confidence);

    public static Interval Absent(Absence reason) => new(reason);

    public bool Contains(double point) => present && point >= lower && point <= upper;

    public override string ToString() =>
        present ? FormattableString.Invariant($"[{lower}, {upper}]") : $"absent: {Absence}";
}
