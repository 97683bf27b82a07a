using System.Globalization;

namespace Stupeni.Platform;

/// <summary>Numbers and dates as people read them: decimal comma and spaces that do not break in Russian, a true minus, dd.mm.yyyy.</summary>
public static class Numbers
{
    private const char Space = '\u00a0';

    public static string Whole(long number) => Tidy(number.ToString("N0", Culture));

    public static string Decimal(double number, int digits = 1) => Tidy(number.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), Culture));

    /// <summary>A score without needless zeros: 12 or 12,5.</summary>
    public static string Score(double number) => Tidy(number.ToString("#,0.##", Culture));

    public static string Percent(double? number, int digits = 1) => number is { } value ? $"{Decimal(value, digits)}{Space}%" : "—";

    public static string Range(double from, double to, int digits = 1) => $"{Decimal(from, digits)}\u2060–\u2060{Decimal(to, digits)}";

    /// <summary>With its sign: +3,1, −2, 0.</summary>
    public static string Signed(double number, int digits = 1)
    {
        var said = Decimal(number, digits);
        return said.Trim('−', '0', ',', '.') is "" ? Decimal(0, digits) : number > 0 ? "+" + said : said;
    }

    public static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateTime utc) => Clock.Local(utc).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    public static string Moment(DateTime utc) => Clock.Local(utc).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);

    private static CultureInfo Culture => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English : Russian;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    private static string Tidy(string number) => number.Replace('\u202f', Space).Replace('-', '−');
}
