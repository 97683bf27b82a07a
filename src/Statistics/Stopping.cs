namespace Stupeni.Statistics;

/// <summary>Why an iteration ended.</summary>
public enum Stopped
{
    /// <summary>The stopping rule was met: the answer is an optimum to the stated gradient.</summary>
    Converged,

    /// <summary>No step improves any more although the gradient is above its goal: rounding has the last word.</summary>
    NoProgress,

    /// <summary>The allowed number of iterations was used up.</summary>
    IterationLimit,

    /// <summary>The input was refused before the first step; the estimates are absent with the reason.</summary>
    Refused,

    /// <summary>The answer has a closed form; nothing was iterated.</summary>
    ClosedForm,
}

/// <summary>Why an iteration ended, after how many steps, and how steep the criterion still was there (largest absolute
/// component of the gradient projected on the bounds; NaN where the method has none).</summary>
public readonly record struct Stopping(Stopped Why, int Iterations, double Gradient)
{
    /// <summary>Whether the numbers may be used as an optimum.</summary>
    public bool Converged => Why is Stopped.Converged or Stopped.ClosedForm;

    public static Stopping ClosedForm => new(Stopped.ClosedForm, 0, double.NaN);

    public static Stopping Refused => new(Stopped.Refused, 0, double.NaN);
}
