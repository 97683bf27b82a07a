using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Context;

/// <summary>
/// One indicator of an organisation in a school year: a count and what it is counted of, never a family. Another value replaces it and keeps it;
/// a value that was taken back has no count. Nothing written means that nobody has said, not zero.
/// </summary>
public sealed class ContextFigure
{
    public Id<ContextFigure> Id { get; init; } = Id<ContextFigure>.New();
    public required Id<Organisation> Organisation { get; init; }
    public required SchoolYear Year { get; init; }
    public required string Indicator { get; init; }
    public int? Count { get; init; }

    /// <summary>All pupils, or all families where families were counted; none where the passport does not say.</summary>
    public int? Base { get; init; }

    /// <summary>Where the value stands: a file and a row, or the paper a person copied it from.</summary>
    public required string Source { get; init; }

    /// <summary>The import that brought it; none if it was written by hand.</summary>
    public Id<Import>? Import { get; init; }
    public required string ByName { get; init; }
    public required DateTime At { get; init; }
    public FigureState State { get; set; } = FigureState.Current;
    public Id<ContextFigure>? Replaces { get; init; }
}

public enum FigureState { Current, Replaced }
