namespace Stupeni.Imports.Reading;

/// <summary>What a file turned out to be, whatever its name says.</summary>
public enum Container { Xlsx, Xls, Text }
