namespace Stupeni.Documents;

/// <summary>What a cell is filled for.</summary>
public enum Mark { None, Error, Warning }
