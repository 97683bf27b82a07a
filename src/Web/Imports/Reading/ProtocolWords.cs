using System.Globalization;
using System.Text.RegularExpressions;

namespace Stupeni.Imports.Reading;

/// <summary>What the cells of a protocol of a state exam say beside numbers.</summary>
public static partial class ProtocolWords
{
    /// <summary>Stands in place of a row whose cells are not under their headers, so that nothing of it was read.</summary>
    public const string Shifted = "строка не прочитана";

    private const int FewestNumbers = 3;

    /// <summary>Whether the participant was not there or the work does not count.</summary>
    public static bool IsOut(string text) => text.Length is > 1 and <= 80 && Out().IsMatch(text.Trim().ToLowerInvariant());

    internal static bool IsStatus(string text) => text.Length <= 80 && (IsOut(text) || Other().IsMatch(text.Trim().ToLowerInvariant()));

    /// <summary>Whether a cell for numbers holds a word that is no status: a name out of its column.</summary>
    internal static bool IsWord(string text) => text.Length > 1 && char.IsLetter(text[0]) && char.IsLetter(text[1]) && !IsStatus(text) && !Cells.IsMissing(text);

    /// <summary>Whether a line of words has a name of a person in it, as lines of those who sign have.</summary>
    internal static bool NamesPerson(string text) => text.Length > 4 && Person().IsMatch(text);

    /// <summary>The row under a header that numbers its columns: 1, 2, 3…</summary>
    internal static bool IsNumbering(ReadOnlySpan<string> cells)
    {
        int last = 0, numbers = 0;
        for (var column = 0; column < cells.Length; column++)
        {
            if (cells[column].Length == 0) continue;
            if (!int.TryParse(cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= last || number > column + 1) return false;
            (last, numbers) = (number, numbers + 1);
        }

        return numbers >= FewestNumbers;
    }

    [GeneratedRegex(@"^(результат\w* )?(неявка|не ?явил|не ?явк|удал[её]н[ао]?(?!\p{L})|аннулирован|отсутств(ие|ует|овал)|не участв|не писал|не закончил|не завершил|н/я$|ня$|н/б$|нб$)")]
    private static partial Regex Out();

    [GeneratedRegex(@"^((не)?зач[её]т|(не ?)?удовлетворен[ао](?!\p{L})|отклонен[ао](?!\p{L})|без изменений|действ(ует|ующий|ителен)|обработан[ао]?(?!\p{L})|да$|нет( |$)|впл$|спо$|истина$|ложь$|true$|false$|null$)")]
    private static partial Regex Other();

    [GeneratedRegex(@"[А-ЯЁ][а-яё]+(-[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ]\.\s?([А-ЯЁ]\.)?|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+|(?<!\p{L})[А-ЯЁ][а-яё]+(евич|ович|ьич|мич|кич|евна|овна|ична|инична)(?!\p{L})")]
    private static partial Regex Person();
}
