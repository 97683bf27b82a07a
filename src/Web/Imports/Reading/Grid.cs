namespace Stupeni.Imports.Reading;

/// <summary>The cells of a file without personal data.</summary>
public sealed class Grid;
