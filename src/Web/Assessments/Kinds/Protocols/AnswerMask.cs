using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds.Protocols;

/// <summary>The score of one task in a mask, and its maximum where the mask says it.</summary>
internal readonly record struct MaskScore(double Score, double? Max);

/// <summary>
/// Reads masks of answers. Short ones have a sign per task: + is a point, - none, a digit so many points. Long ones have groups: 1(2)0(3) is one point of two, none of three.
/// A part that nobody marked is empty.
/// </summary>
internal static partial class AnswerMask
{
    private const int MostTasks = 99;

    private static readonly SearchValues<char> Signs = SearchValues.Create("+-0123456789");

    /// <summary>The scores; null where the text is no mask.</summary>
    public static MaskScore[]? Read(string text)
    {
        var mask = Plain(text);
        if (mask.Contains('(')) return Groups(mask);
        return mask.Length > MostTasks || mask.AsSpan().ContainsAnyExcept(Signs) ? null : [.. mask.Select(Sign)];
    }

    private static MaskScore Sign(char sign) => new(sign switch { '+' => 1, '-' => 0, _ => sign - '0' }, null);

    private static MaskScore[]? Groups(string mask)
    {
        var groups = Group().Matches(mask);
        if (groups.Sum(g => g.Length) != mask.Length || groups.Count > MostTasks) return null;
        return [.. groups.Select(g => new MaskScore(g.Groups["score"].Value is "-" ? 0 : Number(g.Groups["score"].Value), Number(g.Groups["max"].Value)))];
    }

    private static double Number(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>Without spaces, with plain dashes, and as it was before a spreadsheet took it for a number.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in Cells.NormaliseCode(text))
            if (!char.IsWhiteSpace(sign) && sign is not (';' or ',' or '\'')) plain.Append(sign switch { '−' or '–' or '—' or '‑' => '-', '＋' => '+', _ => sign });
        return plain.ToString();
    }

    [GeneratedRegex(@"(?<score>\d{1,2}|-)\((?<max>[1-9]\d?)\)")]
    private static partial Regex Group();
}
