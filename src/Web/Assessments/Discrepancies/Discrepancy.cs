using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Stupeni.Assessments.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Discrepancies;

/// <summary>One report of one unit, of which two sources say what rounding does not explain.</summary>
/// <param name="Municipality">To which the unit belongs, if to any.</param>
/// <param name="Keys">The figures that differ.</param>
public sealed record Discrepancy(Id<AssessmentProcedure> Procedure, DeclaredReport Report, DeclaredUnit Unit, string Name, Id<Municipality>? Municipality, string MunicipalityName, IReadOnlyList<FigureSource> Sources, IReadOnlyList<string> Keys)
{
    public string Place => DiscrepancyDecision.PlaceOf(Report, Unit);

    public string Href => $"/results/discrepancies/{Procedure}/{Report.ToString().ToLowerInvariant()}/{Unit.Level.ToString().ToLowerInvariant()}{(Unit.Key is { } key ? $"/{key}" : "")}";

    /// <summary>Changes with any figure of any source.</summary>
    public string Fingerprint { get; } = Hash(Sources);

    /// <summary>The keys on which some pair of sources differs by more than rounding explains.</summary>
    public static IReadOnlyList<string> Differing(IReadOnlyList<FigureSource> sources)
    {
        List<string> differing = [];
        foreach (var key in sources.SelectMany(s => s.Values.Keys).Distinct())
        {
            var values = sources.Where(s => s.Values.ContainsKey(key)).Select(s => s.Values[key]).ToList();
            if (values.Exists(a => values.Exists(b => !Rounding.Explains(a.Number, a.Rounded, b.Number, b.Rounded)))) differing.Add(key);
        }

        return differing;
    }

    public int Digits => SourceValue.Digits(Sources.SelectMany(s => s.Values.Values));

    /// <summary>How many figures more than one source has, and they agree.</summary>
    public int Agreeing() => Sources.SelectMany(s => s.Values.Keys).GroupBy(k => k).Count(g => g.Count() > 1 && !Keys.Contains(g.Key));

    private static string Hash(IReadOnlyList<FigureSource> sources)
    {
        var text = new StringBuilder();
        foreach (var source in sources.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            text.Append(source.Key);
            foreach (var (key, value) in source.Values.OrderBy(v => v.Key, StringComparer.Ordinal)) text.Append(CultureInfo.InvariantCulture, $"|{key}={value.Number:R}");
            text.Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
