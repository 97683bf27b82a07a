using System.Globalization;
using System.Text.RegularExpressions;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds;

/// <summary>A column of scores: where it is, which task it is, and its maximum where the header says it.</summary>
internal sealed record TaskColumn(int Column, string Code, double? Max, Difficulty Difficulty = Difficulty.Unknown);

/// <summary>Reads headers such as «1 (2б)», «9.1 (1б)», «1К1 (4б)», «Задание 3», item_3.</summary>
internal static partial class TaskHeader
{
    private const int Longest = 40;

    public static TaskColumn? Read(string header, int column)
    {
        if (header.Length is 0 or > Longest) return null;
        var task = Pattern().Match(Cells.FoldHeader(header));
        if (!task.Success) return null;
        var max = task.Groups["max"] is { Success: true } written && Cells.ParseDecimal(written.Value) is { } points ? (double)points : (double?)null;
        return max is <= 0 ? null : new(column, Cells.NormaliseTask(task.Groups["code"].Value), max);
    }

    /// <summary>Whether the header is a bare number, which may as well be a year, a mark or a score.</summary>
    public static bool IsBare(string header) => int.TryParse(header.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    [GeneratedRegex(@"^(?:задани[ея]|зад|вопрос|№|item|task|question|q)?[ _.№-]*(?<code>\d{1,2}(?:[.,]\d{1,2})?(?:[кk]\d{1,2})?|г?[кk]\d{1,2})\s*(?:[(\[]\s*(?<max>\d{1,3}(?:[.,]\d{1,2})?)\s*(?:б|балл\w*|points?|pts?)?\.?\s*[)\]]?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
