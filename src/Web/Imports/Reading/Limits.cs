namespace Stupeni.Imports.Reading;

/// <summary>How much of a file is read before it is refused. The limits of memory are these, whatever the file says of itself.</summary>
public sealed record Limits
{
    public static Limits Default { get; } = new();

    public long FileBytes { get; init; } = 32L << 20;

    /// <summary>Bytes of all parts of an xlsx that are read, unpacked.</summary>
    public long UnpackedBytes { get; init; } = 400L << 20;

    /// <summary>How many times larger than packed a part may be once it has passed <see cref="RatioFreeBytes"/>.</summary>
    public int PackingRatio { get; init; } = 150;

    public long RatioFreeBytes { get; init; } = 16L << 20;

    /// <summary>Parts inside an xlsx.</summary>
    public int Parts { get; init; } = 10_000;

    public int Sheets { get; init; } = 1_000;

    /// <summary>Rows of a sheet in which something is written.</summary>
    public int RowsPerSheet { get; init; } = 200_000;

    public int Columns { get; init; } = 300;

    /// <summary>Cells of the whole file, each row counted to its last written cell.</summary>
    public int Cells { get; init; } = 8_000_000;

    /// <summary>Characters in one cell.</summary>
    public int CellText { get; init; } = 2_000;

    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);
}
