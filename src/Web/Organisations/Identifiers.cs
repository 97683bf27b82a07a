using System.Text.RegularExpressions;
using Stupeni.Platform;

namespace Stupeni.Organisations;

/// <summary>State identifiers and their check digits: orders of the tax service and of Rosstat; domain vectors in the tests.</summary>
public static partial class Identifiers
{
    public static bool IsInn(string text) => text.Length switch
    {
        10 => Digits(text, out var d) && Control(d, [2, 4, 10, 3, 5, 9, 4, 6, 8]) == d[9],
        12 => Digits(text, out var d) && Control(d, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) == d[10] && Control(d, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) == d[11],
        _ => false,
    };

    public static bool IsOgrn(string text) => text.Length switch
    {
        13 => Digits(text, out var d) && long.Parse(text.AsSpan(0, 12), null) % 11 % 10 == d[12],
        15 => Digits(text, out var d) && long.Parse(text.AsSpan(0, 14), null) % 13 % 10 == d[14],
        _ => false,
    };

    public static bool IsOkpo(string text)
    {
        if (text.Length != 8 || !Digits(text, out var d)) return false;
        var sum = Weighted(d, [1, 2, 3, 4, 5, 6, 7]) % 11;
        if (sum == 10) sum = Weighted(d, [3, 4, 5, 6, 7, 8, 9]) % 11 % 10;
        return sum == d[7];
    }

    /// <summary>СНИЛС as written, «112-233-445 95» or eleven digits.</summary>
    public static bool IsSnils(string text)
    {
        var plain = text.Replace("-", "").Replace(" ", "");
        if (plain.Length != 11 || !Digits(plain, out var d)) return false;
        var sum = Weighted(d, [9, 8, 7, 6, 5, 4, 3, 2, 1]);
        return (sum > 101 ? sum % 101 : sum) % 100 == d[9] * 10 + d[10];
    }

    public static bool IsKpp(string text) => Kpp().IsMatch(text);

    public static bool IsOktmo(string text) => Oktmo().IsMatch(text);

    public static bool IsLogin(string text) => Login().IsMatch(text);

    public static void Check(OrganisationFacts facts)
    {
        Refuse(facts.Inn, IsInn, nameof(facts.Inn), "ИНН {0} неверен: не сходится контрольная цифра. У организации 10 цифр.");
        Refuse(facts.Kpp, IsKpp, nameof(facts.Kpp), "КПП {0} неверен: нужны 9 знаков, например 450101001.");
        Refuse(facts.Ogrn, IsOgrn, nameof(facts.Ogrn), "ОГРН {0} неверен: не сходится контрольная цифра. У организации 13 цифр.");
        Refuse(facts.Okpo, IsOkpo, nameof(facts.Okpo), "ОКПО {0} неверен: не сходится контрольная цифра из 8.");
        Refuse(facts.Oktmo, IsOktmo, nameof(facts.Oktmo), "ОКТМО {0} неверен: нужны 8 или 11 цифр.");
        Refuse(facts.Login, IsLogin, nameof(facts.Login), "Логин {0} неверен: нужны буквы edu и цифры, например edu450001.");
    }

    private static void Refuse(string? text, Func<string, bool> isRight, string about, string message)
    {
        var value = text?.Trim();
        if (!string.IsNullOrEmpty(value) && !isRight(value)) throw new RuleBroken(message, about, value);
    }

    private static int Control(int[] digits, int[] weights) => Weighted(digits, weights) % 11 % 10;

    private static int Weighted(int[] digits, int[] weights) => weights.Select((weight, i) => weight * digits[i]).Sum();

    private static bool Digits(string text, out int[] digits)
    {
        digits = [.. text.Select(c => c - '0')];
        return digits.All(d => d is >= 0 and <= 9);
    }

    [GeneratedRegex(@"^\d{4}[0-9A-Z]{2}\d{3}$")]
    private static partial Regex Kpp();

    [GeneratedRegex(@"^(\d{8}|\d{11})$")]
    private static partial Regex Oktmo();

    [GeneratedRegex(@"^[Ee][Dd][Uu]\d+$")]
    private static partial Regex Login();
}
