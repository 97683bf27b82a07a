namespace Stupeni.Statistics;

/// <summary>Why a figure is not there. A caller turns it into words; the library never returns a wrong number instead.</summary>
public enum Absence
{
    /// <summary>The figure is present.</summary>
    None,

    /// <summary>Nobody computed it: the default value of the type.</summary>
    NotComputed,

    /// <summary>Fewer observations than the formula needs (n = 0 for a share, n &lt; 2 for a spread).</summary>
    TooFewObservations,

    /// <summary>All values are equal, so a spread, a correlation or a ratio of variances is not defined.</summary>
    NoVariation,

    /// <summary>A matrix that has to be inverted is singular or not positive definite.</summary>
    Singular,

    /// <summary>NaN or an infinity where a finite number is needed.</summary>
    NotFinite,

    /// <summary>An argument outside its domain: more successes than trials, confidence not inside (0, 1), weights below zero.</summary>
    OutOfDomain,

    /// <summary>The data do not determine the quantity (degrees of freedom below one, more parameters than facts).</summary>
    NotIdentified,

    /// <summary>The likelihood has no maximum inside the parameter space (perfect scores, separated answers).</summary>
    Unbounded,

    /// <summary>The iteration ended without reaching its goal.</summary>
    NotConverged,
}
