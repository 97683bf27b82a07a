namespace Stupeni.Platform;

/// <summary>A number with everything a reader may ask about it. A hidden figure has no value and says why.</summary>
public sealed record Figure
{
    public required string Title { get; init; }
    public double? Value { get; init; }
    public FigureUnit Unit { get; init; } = FigureUnit.Percent;
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public long? Numerator { get; init; }
    public long? Denominator { get; init; }

    /// <summary>How many participants, tasks or schools the value rests on.</summary>
    public long? N { get; init; }

    /// <summary>The page of docs/methods that explains the value, without extension.</summary>
    public required string Method { get; init; }

    public required string Formula { get; init; }
    public required string Source { get; init; }
    public string? SourceHref { get; init; }
    public string? Edition { get; init; }

    /// <summary>The page that follows the value back to files, imports and the program.</summary>
    public string? LineageHref { get; init; }

    /// <summary>Why there is no value: a text key.</summary>
    public string? Hidden { get; init; }

    /// <summary>A share as counts give it: numerator over denominator, in per cent.</summary>
    public static double? Share(long numerator, long denominator) => denominator == 0 ? null : 100.0 * numerator / denominator;
}

/// <summary>Change is in percentage points and shown with its sign.</summary>
public enum FigureUnit { Percent, Points, Count, Index, Change }
