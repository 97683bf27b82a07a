using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Context;

/// <summary>The index of social wellbeing of one school year, computed at a moment from the figures of that moment. A later computation is another version.</summary>
public sealed class ContextIndex : IRecorded
{
    public Id<ContextIndex> Id { get; init; } = Id<ContextIndex>.New();
    public required int Number { get; init; }
    public required SchoolYear Year { get; init; }
    public required Id<IndexEdition> Edition { get; init; }
    public required DateTime At { get; init; }
    public required string ByName { get; init; }

    /// <summary>SHA-256 of the figures in their order: the same hash and edition give the same index.</summary>
    public required string FiguresSha256 { get; init; }

    /// <summary>Schools that got an index, and those whose passport says too little.</summary>
    public required int Schools { get; init; }
    public required int Absent { get; init; }

    /// <summary>Circumstances are hard up to this value.</summary>
    public required double Cut { get; init; }

    /// <summary>What a school with the region's mean in every indicator has; 50 where no school lacks one.</summary>
    public required double Start { get; init; }

    /// <summary>Per cent of the variance that the first component holds; none with equal weights.</summary>
    public double? Explained { get; init; }

    public string Label => $"№ {Number}, {Year}";
    Guid? IRecorded.Organisation => null;
}

/// <summary>An indicator in a version: its weight and the region's coefficients, or why it does not count.</summary>
public sealed class IndexWeight
{
    public required Id<ContextIndex> Index { get; init; }
    public required string Indicator { get; init; }
    public required IndexDirection Direction { get; init; }

    /// <summary>Schools that have it.</summary>
    public required int Known { get; init; }
    public double? Weight { get; init; }

    /// <summary>Share of pupils over schools, in per cent.</summary>
    public double? Mean { get; init; }
    public double? Deviation { get; init; }
    public Omission? Omitted { get; init; }

    /// <summary>The first component weighs it against its direction.</summary>
    public bool Contradicts { get; init; }
}

/// <summary>Why an indicator does not count: too few schools have it, or all have the same.</summary>
public enum Omission { TooFewSchools, NoVariation }

/// <summary>The index of one school; none where too few indicators are known.</summary>
public sealed class IndexSchool
{
    public required Id<ContextIndex> Index { get; init; }
    public required Id<Organisation> Organisation { get; init; }
    public double? Value { get; init; }

    /// <summary>How many of the indicators that count are known of it.</summary>
    public required int Used { get; init; }
    public required bool IsHard { get; init; }
}

/// <summary>What one indicator added to the index of a school, with the figure it rests on.</summary>
public sealed class IndexPart
{
    public required Id<ContextIndex> Index { get; init; }
    public required Id<Organisation> Organisation { get; init; }
    public required string Indicator { get; init; }
    public required int Count { get; init; }
    public required int Base { get; init; }
    public required double Added { get; init; }
}
