using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Discrepancies;

/// <summary>Where figures of one unit come from: pupils' sheets, a report, what F1 says above its rows, the rows of schools in a report, the mark scale.</summary>
public enum SourceKind { Sheets, Report, Form, Rows, Scale }

/// <param name="Key">Names the source within its place.</param>
/// <param name="File">The name of the file, or the document of the scale; empty for sheets.</param>
/// <param name="Values">By the keys of the report.</param>
public sealed record FigureSource(SourceKind Kind, string Key, string File, IReadOnlyList<SourceImport> Imports, IReadOnlyDictionary<string, SourceValue> Values);

public sealed record SourceImport(Id<Import> Id, int Number, DateTime At);

/// <summary>A figure and how far rounding may have moved it.</summary>
public readonly record struct SourceValue(double Number, double Rounded = 0, bool IsCount = false)
{
    public string Shown(int digits) => IsCount ? Numbers.Whole((long)Number) : Numbers.Percent(Number, digits);

    /// <summary>Digits after the comma that show what these figures say: as many as the most exact file writes, from one to four.</summary>
    public static int Digits(IEnumerable<SourceValue> values) => values.Select(v => v.Rounded > 0 ? (int)Math.Round(-Math.Log10(2 * v.Rounded)) : 1).Append(1).Max() is var most && most > 4 ? 4 : most;
}

/// <summary>A declared row with the import it came by.</summary>
public sealed record DeclaredRow(DeclaredResult Declared, SourceImport Import)
{
    public double Rounded => Rules.Rounding.Of(Declared.Decimals);

    /// <summary>The figures by their keys; counts are exact.</summary>
    public Dictionary<string, SourceValue> Figures()
    {
        var figures = new Dictionary<string, SourceValue>();
        foreach (var value in Declared.Values)
        {
            if (value.Percent is { } percent) figures[value.Key] = new(percent, Rounded);
            else if (value.Count is { } count) figures[value.Key] = new(count, IsCount: true);
        }

        return figures;
    }
}
