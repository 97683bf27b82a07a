namespace Stupeni.Documents;

/// <summary>A value of a sheet with the marks it carries. Texts, numbers and dates become cells by themselves; null is an empty cell.</summary>
public readonly record struct Cell
{
    // What Excel keeps of a number: longer codes have to be texts.
    private const long FifteenDigits = 999_999_999_999_999;

    private static readonly DateTime Epoch = new(1899, 12, 30);

    // Before it Excel counts a 29 February 1900 that never was.
    private static readonly DateTime FirstSafeDay = new(1900, 3, 1);

    internal string? Text { get; private init; }
    internal double? Number { get; private init; }
    internal DateTime? Moment { get; private init; }

    /// <summary>What the cell is filled for.</summary>
    public Mark Mark { get; init; }

    /// <summary>A note that a reader of the sheet sees beside the cell.</summary>
    public string? Note { get; init; }

    public bool Bold { get; init; }

    /// <summary>The cell of this workbook to which it leads: a sheet by the name it will have (<see cref="Workbook.Names"/>) and an address.</summary>
    public (string Sheet, string Address)? Link { get; init; }

    internal bool IsEmpty => Text is null && Number is null && Moment is null;

    internal double Serial => (Moment!.Value - Epoch).TotalDays;

    public static implicit operator Cell(string? text) => new() { Text = string.IsNullOrEmpty(text) ? null : text };

    public static implicit operator Cell(long? number) => number is > FifteenDigits or < -FifteenDigits
        ? new() { Text = FormattableString.Invariant($"{number}") }
        : new() { Number = number };

    /// <summary>A number; one that is not finite has no value to show and leaves the cell empty.</summary>
    public static implicit operator Cell(double? number) => new() { Number = number is { } value && double.IsFinite(value) ? value : null };

    public static implicit operator Cell(decimal? number) => new() { Number = (double?)number };

    public static implicit operator Cell(DateOnly? day) => day?.ToDateTime(default);

    public static implicit operator Cell(DateTime? moment) => moment < FirstSafeDay
        ? new() { Text = FormattableString.Invariant($"{moment:yyyy-MM-dd}") }
        : new() { Moment = moment };
}
