using System.Text.RegularExpressions;

namespace Stupeni.Assessments.Kinds;

/// <summary>A class as people write it, brought to one form: «6 а», «6-А», «6"A"» are 6А.</summary>
internal static partial class ClassName
{
    public const int Longest = 20;

    public static string Of(string text, int grade)
    {
        var plain = Marks().Replace(text, "").ToUpperInvariant();
        if (Fraction().Match(plain) is { Success: true } number) plain = number.Groups[1].Value;
        if (plain is "" or "Х" or "X") return "";
        if (char.IsLetter(plain[0]) && plain.Length <= 2 && grade > 0) plain = $"{grade}{plain}";
        return WithLetter().IsMatch(plain) ? string.Concat(plain.Select(Russian)) : plain;
    }

    /// <summary>The grade a class is of; 0 where the name does not tell.</summary>
    public static int GradeOf(string name)
    {
        var digits = 0;
        while (digits < name.Length && char.IsAsciiDigit(name[digits])) digits++;
        return digits is 1 or 2 && int.Parse(name.AsSpan(0, digits), null) is >= 1 and <= 12 and var grade ? grade : 0;
    }

    private static char Russian(char letter) => letter switch { 'A' => 'А', 'B' => 'В', 'E' => 'Е', 'K' => 'К', 'M' => 'М', 'H' => 'Н', 'O' => 'О', 'P' => 'Р', 'C' => 'С', 'T' => 'Т', 'X' => 'Х', _ => letter };

    [GeneratedRegex(@"[\s\u00A0""«»'`“”„-]|[Кк][Лл][Аа][Сс][Сс]?|^[-–—]$")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^(\d{1,2})[.,]0+$")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^\d{1,2}\p{L}{1,2}$")]
    private static partial Regex WithLetter();
}
