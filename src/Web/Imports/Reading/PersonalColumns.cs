using Stupeni.Imports.Reading.Personal;

namespace Stupeni.Imports.Reading;

/// <summary>
/// Leaves out the values of columns that hold personal data before anything is kept: columns named so by their header, until a new header
/// says otherwise, and columns most of whose values look like names of people. Headers stay, and what was left out is told.
/// </summary>
public sealed record PersonalColumns
{
    /// <summary>Nothing personal is read.</summary>
    public static PersonalColumns None { get; } = new();

    /// <summary>Headers that are read all the same, such as «ФИО руководителя» in a list of organisations; compared folded.</summary>
    public IReadOnlyCollection<string> Keep { get; init; } = [];

    /// <summary>Makes a code of a participant of a state exam into a hash; without it only the order in which codes appear is read.</summary>
    public Func<string, string>? Link { get; init; }

    internal Grid TakenOutOf(Grid grid)
    {
        var kept = Keep.Select(Cells.FoldHeader).ToHashSet();
        var texts = new TextLooks(kept, Link);
        var dropped = new List<DroppedColumn>();
        var sheets = grid.Sheets.Select(sheet => new SheetFilter(sheet, texts).Filter(dropped)).ToList();
        return grid with { Sheets = sheets, DroppedColumns = dropped };
    }
}
