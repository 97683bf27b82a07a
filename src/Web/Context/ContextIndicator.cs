using System.Globalization;

namespace Stupeni.Context;

/// <summary>What a social passport counts: reference data with a source and an edition, shipped and the same for every school.</summary>
public sealed class ContextIndicator
{
    public const string Pupils = "Pupils";
    public const string Families = "Families";

    /// <summary>Never changes: Pupils, Families, Incomplete, LowIncome.</summary>
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required string EnglishName { get; set; }
    public required int Position { get; set; }

    /// <summary>Which way it counts in the index of social wellbeing.</summary>
    public required IndexDirection Direction { get; set; }

    /// <summary>How files word it: a regular expression over folded headers.</summary>
    public required string Pattern { get; set; }
    public required string Source { get; set; }
    public required string Edition { get; set; }

    /// <summary>How surely its direction is known: A found in a source, C known without one, D the product's own choice.</summary>
    public required string Confidence { get; set; }

    /// <summary>Pupils and families are what the others are shares of.</summary>
    public bool IsBase => Code is Pupils or Families;

    public string Said => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? EnglishName : Name;
}

/// <summary>Minus: the more, the harder the circumstances. None: shown, not in the index.</summary>
public enum IndexDirection { None, Plus, Minus }
