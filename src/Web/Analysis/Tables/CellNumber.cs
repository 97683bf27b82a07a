using System.Globalization;
using System.Text.RegularExpressions;

namespace Stupeni.Analysis.Tables;

/// <summary>What stands in a cell of a table of numbers.</summary>
internal static partial class CellNumber
{
    public static bool IsMissing(ReadOnlySpan<char> cell) => cell.IsEmpty || cell is "NA" || cell.Equals("NaN", StringComparison.OrdinalIgnoreCase);

    /// <summary>A number with a point or a comma, its thousands apart or not; null when the text is none.</summary>
    public static double? Of(string cell)
    {
        if (Plain(cell) is { } number) return number;
        if (cell.AsSpan().ContainsAny(", \u00A0\u202F−"))
        {
            var text = cell.Replace('−', '-');
            if (Thousands().IsMatch(text)) text = Spaces().Replace(text, "");
            return Plain(text.Contains('.') ? text : text.Replace(',', '.'));
        }

        return cell.TrimStart('+', '-').ToUpperInvariant() is "INF" or "INFINITY" or "∞" ? cell[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity : null;
    }

    private static double? Plain(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && (double.IsFinite(number) || text.AsSpan().ContainsAnyInRange('0', '9')) ? number : null;

    [GeneratedRegex(@"^[-+]?\d{1,3}([ \u00A0\u202F]\d{3})+([.,]\d+)?$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"[ \u00A0\u202F]")]
    private static partial Regex Spaces();
}
