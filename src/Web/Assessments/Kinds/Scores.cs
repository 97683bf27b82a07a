using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds;

/// <summary>Numbers as tables of results write them.</summary>
internal static class Scores
{
    private static readonly HashSet<string> AbsentWords =
        ["н", "н/я", "ня", "нб", "н/б", "неявка", "не явился", "не явилась", "отсутствовал", "отсутствовала", "отсутствует", "не участвовал", "не участвовала", "не писал", "не писала", "удален", "удалена", "удалён", "аннулирован", "аннулировано", "аннулирована", "аннулирован результат", "absent"];

    /// <summary>Whether the cell says that the participant was not there or the work does not count.</summary>
    public static bool IsAbsent(string text) => text.Length is > 0 and <= 24 && !char.IsAsciiDigit(text[0]) && AbsentWords.Contains(text.Trim().ToLowerInvariant());

    /// <summary>A number; NaN where the cell says that there is none; null where it is something else.</summary>
    public static double? Read(string text)
    {
        if (Cells.Digits(text) is >= 0 and var digits) return digits;
        if (Cells.IsMissing(text) || IsAbsent(text)) return double.NaN;
        return Cells.ParseDecimal(text) is { } number ? (double)number : null;
    }

    /// <summary>The paper's variant: its digits; 0 where there are none.</summary>
    public static byte Variant(string text)
    {
        var number = 0;
        foreach (var digit in text)
            if (char.IsAsciiDigit(digit) && number < 100) number = number * 10 + (digit - '0');
        return number <= byte.MaxValue ? (byte)number : (byte)0;
    }
}
