using System.Globalization;
using System.Xml;

namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>How the value of a cell is written.</summary>
internal enum CellType { Number, Shared, Text, Flag, Error, Date }

internal static class CellTypes
{
    internal static CellType Of(string type) => type switch
    {
        "s" => CellType.Shared,
        "str" or "inlineStr" => CellType.Text,
        "b" => CellType.Flag,
        "e" => CellType.Error,
        "d" => CellType.Date,
        _ => CellType.Number,
    };

    /// <summary>What a person reads in the cell.</summary>
    internal static ReadOnlySpan<char> Text(ReadOnlySpan<char> value, CellType type, Meaning meaning, XlsxParts parts) => type switch
    {
        CellType.Number => Number(value.Trim(), meaning, parts.From1904),
        CellType.Shared => parts.Shared(int.Parse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture)),
        CellType.Text => SharedStrings.Unescaped(value),
        CellType.Flag => Values.Of(value.Trim() is "1" or "true"),
        CellType.Error => value,
        CellType.Date => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) ? Values.Of(moment) : value,
        _ => throw new XmlException($"No such type of cell: {type}."),
    };

    private static ReadOnlySpan<char> Number(ReadOnlySpan<char> value, Meaning meaning, bool from1904)
    {
        if (meaning == Meaning.Number && IsPlain(value)) return value;
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return value;

        return (meaning == Meaning.Number ? null : Values.OfSerial(number, from1904, meaning == Meaning.Elapsed)) ?? Values.Of(number);
    }

    /// <summary>Whether a number is already written as it is to be read: nearly all are.</summary>
    private static bool IsPlain(ReadOnlySpan<char> value)
    {
        if (value is ['-', ..]) value = value[1..];
        if (value.Length is 0 or > 15 || (value[0] == '0' && value.Length > 1 && value[1] != '.')) return false;

        var point = -1;
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '.' && point < 0 && at > 0) point = at;
            else if (!char.IsAsciiDigit(value[at])) return false;
        }
        return point < 0 || value[^1] is not ('0' or '.');
    }
}
