using System.Text.RegularExpressions;

namespace Stupeni.Imports.Reading;

/// <summary>The header of a table in a protocol of a state exam: one row, or several where headers are merged over others. It knows what each column holds.</summary>
public sealed partial class ProtocolHeader
{
    private const int MostRows = 3;
    private const int FewestCells = 4;

    private readonly ProtocolColumn[] meanings;
    private readonly string[] texts;
    private readonly string[] groups;

    /// <summary>The first column of the header over each column; −1 where there is none.</summary>
    private readonly int[] owners;

    private ProtocolHeader(int columns)
    {
        (meanings, texts, groups, owners) = (new ProtocolColumn[columns], new string[columns], new string[columns], new int[columns]);
        Array.Fill(texts, "");
        Array.Fill(groups, "");
        Array.Fill(owners, -1);
    }

    /// <summary>How many rows of the sheet it takes.</summary>
    public int Rows { get; private set; }

    public int Columns => meanings.Length;

    /// <summary>The header that starts with this row of the sheet, or null.</summary>
    public static ProtocolHeader? At(GridSheet sheet, int index)
    {
        if (!Starts(sheet.Rows[index].Cells)) return null;

        var header = new ProtocolHeader(sheet.Columns);
        header.Add(sheet, sheet.Rows[index]);
        while (header.Rows < MostRows && index + header.Rows < sheet.Rows.Count && Continues(sheet.Rows[index + header.Rows].Cells)) header.Add(sheet, sheet.Rows[index + header.Rows]);
        return header;
    }

    public ProtocolColumn this[int column] => column < meanings.Length ? meanings[column] : ProtocolColumn.Other;

    public string TextOf(int column) => column < 0 ? "" : texts[column];

    /// <summary>The column of this meaning, −1 if there is none. Of several, as in protocols of appeals, the one that holds now.</summary>
    public int Find(ProtocolColumn meaning)
    {
        var found = -1;
        for (var column = 0; column < meanings.Length; column++)
        {
            if (meanings[column] != meaning || owners[column] != column) continue;
            if (Now().IsMatch(Cells.FoldHeader(groups[column]))) return column;
            if (found < 0 || groups[column].Length > 0) found = column;
        }

        return found;
    }

    public bool Has(params ReadOnlySpan<ProtocolColumn> any)
    {
        foreach (var meaning in any)
            if (meanings.Contains(meaning)) return true;
        return false;
    }

    /// <summary>The text of a row in a column of the header, wherever under a merged header it stands.</summary>
    public string Cell(GridRow row, int column)
    {
        if (column < 0) return "";
        for (var at = column; at < owners.Length && owners[at] == column; at++)
            if (row[at].Length > 0) return row[at];
        return "";
    }

    private void Add(GridSheet sheet, GridRow row)
    {
        var merged = sheet.Merged.Where(m => m.FirstRow <= row.Number && row.Number <= m.LastRow && m.LastColumn > m.FirstColumn).ToLookup(m => m.FirstColumn);
        for (var column = 0; column < row.Count; column++)
        {
            if (row[column].Length == 0) continue;
            var last = Math.Min(merged[column].Select(m => m.LastColumn).DefaultIfEmpty(column).Max(), meanings.Length - 1);
            var (above, meaning) = (texts[column], ProtocolColumns.Of(row[column]));
            if (meaning == ProtocolColumn.Other && above.Length > 0) meaning = ProtocolColumns.Of($"{above} {row[column]}") is var both and not ProtocolColumn.Other ? both : meanings[column];
            for (var at = column; at <= last; at++) (meanings[at], texts[at], groups[at], owners[at]) = (meaning, row[column], above, column);
        }

        Rows++;
    }

    private static bool Starts(ReadOnlySpan<string> cells)
    {
        int filled = 0;
        bool school = false, answers = false, exam = false, person = false, place = false, result = false;
        foreach (var cell in cells)
        {
            if (cell.Length == 0) continue;
            if (char.IsAsciiDigit(cell[0])) return false;
            filled++;
            switch (ProtocolColumns.Of(cell))
            {
                case ProtocolColumn.School or ProtocolColumn.Municipality: school = true; break;
                case ProtocolColumn.ShortAnswers or ProtocolColumn.LongAnswers or ProtocolColumn.OralAnswers: answers = true; break;
                case ProtocolColumn.Exam: exam = true; break;
                case ProtocolColumn.Name or ProtocolColumn.Document: person = true; break;
                case ProtocolColumn.Place: place = true; break;
                case ProtocolColumn.Primary or ProtocolColumn.Test or ProtocolColumn.Mark: result = true; break;
                default: break;
            }
        }

        return filled >= FewestCells && school && (answers || (exam && (person || place)) || (result && person && place));
    }

    /// <summary>A row of nothing but headers under the first one.</summary>
    private static bool Continues(ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
            if (cell.Length > 0 && (cell.AsSpan().ContainsAnyInRange('0', '9') || (ProtocolColumns.Of(cell) == ProtocolColumn.Other && !Words().IsMatch(Cells.FoldHeader(cell))))) return false;
        return !cells.IsEmpty;
    }

    [GeneratedRegex("текущ|стало|после")]
    private static partial Regex Now();

    [GeneratedRegex(@"^(текущ\w+|было|стало|до|после)( апелляции)?$|^(балл\w*|ответ\w*|форм\w*|в \w+ форме|код|серия)$")]
    private static partial Regex Words();
}
