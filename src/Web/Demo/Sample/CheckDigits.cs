using System.Globalization;

namespace Stupeni.Demo.Sample;

/// <summary>Identifiers of invented organisations: of a region that does not exist, with check digits that are right.</summary>
internal static class CheckDigits
{
    public static string Inn(int number)
    {
        var digits = $"9901{Padded(number, 5)}";
        return $"{digits}{Weighted(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10}";
    }

    public static string Kpp(int municipality) => $"99{Padded(municipality % 100, 2)}01001";

    public static string Ogrn(int number)
    {
        var digits = $"10299{Padded(number, 7)}";
        return $"{digits}{long.Parse(digits, CultureInfo.InvariantCulture) % 11 % 10}";
    }

    public static string Okpo(int number)
    {
        var digits = Padded(9_900_000 + number % 100_000, 7);
        var sum = Weighted(digits, [1, 2, 3, 4, 5, 6, 7]) % 11;
        return $"{digits}{(sum < 10 ? sum : Weighted(digits, [3, 4, 5, 6, 7, 8, 9]) % 11 % 10)}";
    }

    public static string Oktmo(int municipality) => $"99{Padded(600 + municipality % 400, 3)}101";

    private static string Padded(int number, int width) => number.ToString($"D{width}", CultureInfo.InvariantCulture);

    private static int Weighted(string digits, int[] weights) => weights.Select((weight, at) => weight * (digits[at] - '0')).Sum();
}
