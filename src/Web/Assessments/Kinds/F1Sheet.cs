using System.Globalization;
using System.Text.RegularExpressions;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>A sheet of «Ф1 Индивидуальные результаты»: what its title, labels and header say.</summary>
internal sealed partial record F1Sheet(GridSheet Sheet)
{
    private const int TitleRows = 15, HeaderRows = 30;

    public F1Title? Title { get; private init; }
    public Layout? Table { get; private init; }

    /// <summary>The school of the sheet, where one row names it for all.</summary>
    public string Login { get; private init; } = "";
    public string SchoolName { get; private init; } = "";
    public int? Declared { get; private init; }
    public Spot DeclaredAt { get; private init; }
    public double? MaxTotal { get; private init; }

    /// <summary>The sheet, if its name, title or header is that of F1.</summary>
    public static F1Sheet? Of(GridSheet sheet)
    {
        var header = HeaderOf(sheet);
        var title = TitleOf(sheet);
        var named = sheet.Name.Contains("индивидуальн", StringComparison.OrdinalIgnoreCase);
        if (!named && (title is null || (header < 0 && sheet.Rows.Count < 3))) return null;

        var above = header < 0 ? sheet.Rows.Count : header;
        var read = new F1Sheet(sheet) { Title = title, Table = header < 0 ? null : WithDifficulty(Layout.Of(sheet, header)) };
        for (var at = 0; at < Math.Min(above, HeaderRows); at++) read = read.With(sheet.Rows[at]);
        return read;
    }

    private F1Sheet With(GridRow row)
    {
        var text = string.Join(" | ", row.Cells.ToArray().Where(c => c.Length > 0));
        var read = this;
        if (Login.Length == 0 && School().Match(text) is { Success: true } school)
            read = read with { Login = school.Groups["login"].Value.ToLowerInvariant(), SchoolName = school.Groups["name"].Value.Trim(' ', '|', ':', '\u00a0') };
        if (Declared is null && Participants().Match(text) is { Success: true } count && int.TryParse(count.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var declared))
            read = read with { Declared = declared, DeclaredAt = new(Sheet.Name, row.Number, 0, "Кол-во участников", count.Groups[1].Value) };
        if (MaxTotal is null && Cells.FoldHeader(row[0]).StartsWith("максимальный первичный балл", StringComparison.Ordinal) && Cells.ParseDecimal(row[1]) is > 0 and var max)
            read = read with { MaxTotal = (double)max };
        return read;
    }

    private static F1Title? TitleOf(GridSheet sheet)
    {
        for (var at = 0; at < Math.Min(sheet.Rows.Count, TitleRows); at++)
        {
            var row = sheet.Rows[at];
            foreach (var text in row.Cells.ToArray().Append(string.Join(' ', row.Cells.ToArray())))
            {
                if (text.Length is < 12 or > 400 || TitlePattern().Match(Spaces().Replace(text, " ")) is not { Success: true } found) continue;
                var (year, grade) = (int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(found.Groups[3].Value, CultureInfo.InvariantCulture));
                if (year is >= 2000 and <= 2099 && grade is >= 1 and <= 12) return new(new(year), found.Groups[2].Value.Trim(' ', '.', ',', ':', '«', '»', '"'), grade, row.Number);
            }
        }

        return null;
    }

    private static int HeaderOf(GridSheet sheet)
    {
        for (var at = 0; at < Math.Min(sheet.Rows.Count, HeaderRows); at++)
        {
            bool code = false, total = false;
            foreach (var cell in sheet.Rows[at].Cells)
            {
                if (cell.Length > 30) continue;
                var header = Cells.FoldHeader(cell);
                code |= header == "код участника";
                total |= header == "первичный балл";
            }

            if (code && total) return at;
        }

        return -1;
    }

    /// <summary>The row above the header holds Б, П or В per task.</summary>
    private static Layout WithDifficulty(Layout table)
    {
        if (table.HeaderIndex == 0) return table;
        var above = table.Sheet.Rows[table.HeaderIndex - 1];
        return above.Number != table.Header.Number - 1 ? table : table with { Tasks = [.. table.Tasks.Select(t => t with { Difficulty = DifficultyOf(above[t.Column]) })] };
    }

    private static Difficulty DifficultyOf(string text) => text.Trim().ToUpperInvariant() switch
    {
        "Б" or "B" => Difficulty.Basic,
        "П" => Difficulty.Advanced,
        "В" => Difficulty.High,
        _ => Difficulty.Unknown,
    };

    [GeneratedRegex(@"ВПР\W{0,3}(\d{4})(?:\s*г(?:од|\.)?)?\W{1,3}(.+?)\W{1,3}(\d{1,2})\W{0,2}класс", RegexOptions.IgnoreCase)]
    private static partial Regex TitlePattern();

    [GeneratedRegex(@"^(?:\s*(?:ОО|Организация|Школа|Образовательная организация)\s*[:|]+)?(?<name>[^|]*?)\s*\(\s*(?<login>edu\d+)\s*\)", RegexOptions.IgnoreCase)]
    private static partial Regex School();

    [GeneratedRegex(@"(?:кол-во|количество)\s+участников\W{0,5}(\d{1,6})", RegexOptions.IgnoreCase)]
    private static partial Regex Participants();

    [GeneratedRegex(@"[\s\u00a0]+")]
    private static partial Regex Spaces();
}

/// <summary>«ВПР 2026 Математика 6 класс».</summary>
internal sealed record F1Title(SchoolYear Year, string Subject, int Grade, int Row);
