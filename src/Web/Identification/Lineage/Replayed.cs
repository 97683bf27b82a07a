using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification.Lineage;

/// <summary>A run computed again from what was kept with it, beside what it says.</summary>
public sealed record Replayed(IdentificationRun Run, RunOrder Order, int Schools, IReadOnlyList<Difference> Differences, TracedInputs Traced, ReplayedEstimate? Estimate)
{
    public bool IsEqual => Differences.Count == 0 && Estimate is null or { Differences.Count: 0 };
}

/// <summary>One thing that came out otherwise: of a school, or of the whole run.</summary>
/// <param name="What">A text key.</param>
public sealed record Difference(Id<Organisation>? School, string Code, string What, string Kept, string Computed);

/// <summary>Frozen inputs against the sheets kept from that moment: those that agree, and those whose sheets have been undone or judged anew since.</summary>
public sealed record TracedInputs(int Inputs, int Agree);

/// <summary>An estimate computed again. Not kept: it is older than the keeping of inputs.</summary>
/// <param name="Farthest">The largest relative difference of a figure; digits of another build may differ in the last places.</param>
public sealed record ReplayedEstimate(RunEstimate Estimate, bool AreInputsKept, double Farthest, IReadOnlyList<Difference> Differences);
