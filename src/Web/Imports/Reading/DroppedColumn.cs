namespace Stupeni.Imports.Reading;

/// <summary>A column whose values were not read because they hold personal data.</summary>
/// <param name="Sheet">The name of its sheet.</param>
/// <param name="Column">Its letters.</param>
/// <param name="Header">The words above it; empty when it was known by its values.</param>
/// <param name="Values">How many values were left out.</param>
public sealed record DroppedColumn(string Sheet, string Column, string Header, int Values);
