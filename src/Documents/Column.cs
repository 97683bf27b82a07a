namespace Stupeni.Documents;

/// <summary>How the numbers of a column are shown: as they are, whole, with two decimal places, as percents.</summary>
public enum ColumnKind { Text, Whole, Decimal, Percent, Date }

/// <summary>A column of a sheet.</summary>
/// <param name="Header">The words above it; a sheet all of whose headers are empty has no header row.</param>
/// <param name="Kind">How its numbers are shown. A text stays text and a date a date whatever the kind is.</param>
/// <param name="Width">Its width in characters.</param>
public sealed record Column(string Header, ColumnKind Kind = ColumnKind.Text, double Width = 14);
