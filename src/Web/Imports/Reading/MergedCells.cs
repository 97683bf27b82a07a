namespace Stupeni.Imports.Reading;

/// <summary>Cells shown as one: rows numbered from 1, columns from 0.</summary>
public readonly record struct MergedCells(int FirstRow, int FirstColumn, int LastRow, int LastColumn);
