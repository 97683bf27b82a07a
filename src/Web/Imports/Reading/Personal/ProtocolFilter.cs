using Stupeni.Documents;

namespace Stupeni.Imports.Reading.Personal;

/// <summary>
/// Takes persons out of protocols of state exams, where a surname is one word and a document a few digits, so that only the header tells them.
/// Under such a header nothing is kept but what a protocol is imported for; a row whose cells do not stand under their headers is left out whole.
/// </summary>
internal sealed class ProtocolFilter(GridSheet sheet, TextLooks texts)
{
    // Fewer filled cells than this are a line of words, not a participant.
    private const int FewestCells = 3;

    private readonly Dictionary<(int Column, string Header), int> dropped = [];

    /// <summary>Blanks what is personal, in the rows themselves; whether the sheet is a protocol.</summary>
    internal bool Filter(List<DroppedColumn> all)
    {
        ProtocolHeader? header = null;
        var first = -1;
        for (var at = 0; at < sheet.Rows.Count; at++)
        {
            if (ProtocolHeader.At(sheet, at) is { } next)
            {
                header = next;
                if (first < 0) first = at;
                at += next.Rows - 1;
            }
            else if (header is not null) Clean(sheet.Rows[at], header);
        }

        for (var at = 0; at < first; at++) CleanAbove(sheet.Rows[at].Written);
        all.AddRange(dropped.OrderBy(d => d.Key.Column).Select(d => new DroppedColumn(sheet.Name, Address.Column(d.Key.Column), d.Key.Header, d.Value)));
        return first >= 0;
    }

    private void Clean(GridRow row, ProtocolHeader header)
    {
        var cells = row.Written;
        if (ProtocolWords.IsNumbering(row.Cells)) Array.Fill(cells, "");
        if (cells.Count(c => c.Length > 0) < FewestCells || Array.Exists(cells, c => c.Length > 7 && ExamTitle.OfLine(c) is { Date: not null }))
        {
            for (var column = 0; column < cells.Length; column++)
                if (ExamTitle.OfLine(cells[column]) is null) cells[column] = "";
            return;
        }

        if (IsShifted(row, header))
        {
            Array.Fill(cells, "");
            cells[0] = ProtocolWords.Shifted;
            return;
        }

        for (var column = 0; column < cells.Length; column++)
            if (cells[column].Length > 0) cells[column] = Kept(cells[column], column, header);
    }

    private string Kept(string text, int column, ProtocolHeader header)
    {
        switch (header[column])
        {
            case ProtocolColumn.Name or ProtocolColumn.Document:
                var key = (column, header.TextOf(column));
                dropped[key] = dropped.GetValueOrDefault(key) + 1;
                return "";
            case ProtocolColumn.Participant:
                return Cells.IsMissing(text) ? "" : texts.Participant(header.TextOf(column), text);
            case ProtocolColumn.Status:
                return ProtocolWords.IsStatus(text) ? text : "";
            case ProtocolColumn.Other:
                return "";
            case ProtocolColumn.School or ProtocolColumn.Municipality or ProtocolColumn.Exam:
                return PersonName.Of(text) == Likeness.No ? text : "";
            default:
                return text;
        }
    }

    /// <summary>Whether digits stand where a name belongs, or a word where only numbers do.</summary>
    private static bool IsShifted(GridRow row, ProtocolHeader header)
    {
        for (var column = 0; column < row.Count; column++)
        {
            if (row[column].Length > 0 && IsForeign(row[column], header[column])) return true;
        }

        return false;
    }

    /// <summary>A word among numbers, digits among names, answers of one part where those of another or a score belong: then a document may stand anywhere in the row.</summary>
    private static bool IsForeign(string text, ProtocolColumn column) => column switch
    {
        ProtocolColumn.Name => text.AsSpan().ContainsAnyInRange('0', '9'),
        ProtocolColumn.Number or ProtocolColumn.Class or ProtocolColumn.Variant or ProtocolColumn.ShortAnswers or ProtocolColumn.Place => ProtocolWords.IsWord(text),
        ProtocolColumn.LongAnswers or ProtocolColumn.OralAnswers => ProtocolWords.IsWord(text) || (!text.Contains('(') && text.AsSpan().ContainsAny('+', '-') && text.Trim('-').Length > 0),
        ProtocolColumn.Primary or ProtocolColumn.Test or ProtocolColumn.Mark => ProtocolWords.IsWord(text) || text.AsSpan().ContainsAny('+', '('),
        _ => false,
    };

    private static void CleanAbove(string[] cells)
    {
        for (var column = 0; column < cells.Length; column++)
            if (ProtocolWords.NamesPerson(cells[column]) || PersonName.Of(cells[column]) != Likeness.No) cells[column] = "";
    }
}
