using System.Globalization;
using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds.Aggregates;

/// <summary>A column of figures: its key, and whether it counts people instead of giving per cents.</summary>
internal sealed record FigureColumn(int Column, string Key, double? Max = null, bool IsCount = false);

/// <summary>A sheet that is one of the six reports, or a flat table with the same figures: where its columns are. Columns are counted from 0; −1 where there is none.</summary>
/// <param name="BodyIndex">The first row after the header, which may take two rows.</param>
internal sealed record AggregateSheet(GridSheet Sheet, int HeaderIndex, int BodyIndex, IReadOnlyList<string> Header)
{
    private const int HeaderRows = 30;

    /// <summary>The report, by its title or else by its columns; null if neither tells.</summary>
    public DeclaredReport? Report { get; init; }
    public bool IsTitled { get; init; }
    public int Unit { get; private init; } = -1;
    public int Login { get; private init; } = -1;
    public int School { get; private init; } = -1;
    public int Municipality { get; private init; } = -1;
    public int Participants { get; private init; } = -1;
    public int Schools { get; private init; } = -1;
    public int Year { get; private init; } = -1;
    public int Grade { get; private init; } = -1;
    public int Subject { get; private init; } = -1;

    /// <summary>The wording of outcomes, their numbers, and the column of maxima beside them.</summary>
    public int Outcome { get; private init; } = -1;
    public int Number { get; private init; } = -1;
    public int Maximum { get; private init; } = -1;
    public IReadOnlyList<FigureColumn> Figures { get; private init; } = [];

    public IEnumerable<GridRow> Body => Sheet.Rows.Skip(BodyIndex);

    /// <summary>What stands above the table.</summary>
    public IEnumerable<string> Above => Sheet.Rows.Take(HeaderIndex).Select(r => string.Join(' ', r.Cells.ToArray().Where(c => c.Length > 0)));

    public bool IsFlat => Subject >= 0 || Year >= 0 || Login >= 0;

    public Spot At(GridRow row, int column) => new(Sheet.Name, row.Number, column, column < 0 || column >= Header.Count ? "" : Header[column], column < 0 ? "" : row[column]);

    /// <summary>The sheet, if it has the header of such a report.</summary>
    public static AggregateSheet? Of(GridSheet sheet)
    {
        if (sheet.Rows.Take(HeaderRows).Any(r => Array.Exists(r.Cells.ToArray(), c => Meanings.Of(c) == Meaning.Participant))) return null;
        for (var at = 0; at < Math.Min(HeaderRows, sheet.Rows.Count); at++)
        {
            var row = sheet.Rows[at].Cells.ToArray();
            var outcomes = Array.Exists(row, AggregateTerms.IsOutcome) && Array.Exists(row, AggregateTerms.IsMaximum);
            var known = Array.Exists(row, AggregateTerms.IsParticipants) && row.Count(c => c.Length > 0) > 1 || (row.Length > 1 && Array.Exists(row, AggregateTerms.IsUnit));
            if ((outcomes || known) && Read(sheet, at, outcomes) is { } read) return read;
        }

        return null;
    }

    private static AggregateSheet? Read(GridSheet sheet, int at, bool outcomes)
    {
        var (header, body) = Combined(sheet, at, outcomes);
        var table = new AggregateSheet(sheet, at, body, header);
        var figures = new List<FigureColumn>();
        for (var column = 0; column < header.Count; column++)
        {
            var folded = Cells.FoldHeader(header[column]);
            if (folded.Length == 0) continue;
            else if (AggregateTerms.IsParticipants(folded)) { if (table.Participants < 0) table = table with { Participants = column }; }
            else if (AggregateTerms.IsSchools(folded)) table = table with { Schools = column };
            else if (outcomes && AggregateTerms.IsOutcome(folded) && table.Outcome < 0) table = table with { Outcome = column };
            else if (outcomes && AggregateTerms.IsMaximum(folded)) table = table with { Maximum = column };
            else if (outcomes && folded is "№" or "№ п/п" or "№ задания" or "номер" or "номер задания" or "задание") table = table with { Number = column };
            else if (outcomes) figures.Add(new(column, header[column]));
            else if (AggregateTerms.IsUnit(folded)) table = table with { Unit = column };
            else if (folded is "логин" or "логин оо" or "код оо" or "login") table = table with { Login = column };
            else if (folded is "год" or "учебный год" or "year") table = table with { Year = column };
            else if (folded is "класс" or "параллель" or "grade") table = table with { Grade = column };
            else if (folded is "предмет" or "subject") table = table with { Subject = column };
            else if (Meanings.Of(header[column]) == Meaning.Municipality) table = table with { Municipality = column };
            else if (Meanings.Of(header[column]) is Meaning.School or Meaning.SchoolName) table = table with { School = column };
            else if (AggregateTerms.JournalKey(folded) is { } group) figures.Add(new(column, group, IsCount: group == "all" || folded.Contains("кол", StringComparison.Ordinal) || folded.Contains("чел", StringComparison.Ordinal)));
            else if (TaskHeader.Read(header[column], column) is { } task) figures.Add(new(column, Key(task.Code), task.Max));
            else if (Percent(folded)) figures.Add(new(column, "%"));
        }

        var titled = sheet.Rows.Take(at).SelectMany(r => r.Cells.ToArray()).Append(sheet.Name).Select(AggregateTerms.ReportOf).FirstOrDefault(r => r is not null);
        table = table with { Figures = figures, IsTitled = titled is not null };
        table = table with { Report = titled ?? Guessed(table, outcomes) };
        // A catalogue of tasks has outcomes and maxima too, but no column is anybody's.
        if (outcomes) return table.IsTitled || figures.Exists(f => AggregateTerms.NamesUnit(f.Key)) ? table : null;
        var hasWho = table.Unit >= 0 || table.Login >= 0 || table.School >= 0 || table.Municipality >= 0;
        return hasWho && figures.Count > 0 && (table.IsTitled || table.Participants >= 0) ? table : null;
    }

    /// <summary>A header of two rows: the second fills in what the first spans. A row of maxima or of units is none.</summary>
    private static (IReadOnlyList<string> Header, int Body) Combined(GridSheet sheet, int at, bool outcomes)
    {
        var first = sheet.Rows[at].Cells.ToArray();
        if (outcomes || at + 1 >= sheet.Rows.Count) return (first, at + 1);
        var second = sheet.Rows[at + 1].Cells.ToArray();
        var fills = second.Length > 0 && second[0].Length == 0 && !Array.Exists(second, AggregateTerms.IsMaximum) && second.Count(c => TaskHeader.Read(c, 0) is not null || Percent(Cells.FoldHeader(c))) > 1
            && !first.Skip(1).Any(c => TaskHeader.Read(c, 0) is not null);
        return fills ? ([.. Enumerable.Range(0, Math.Max(first.Length, second.Length)).Select(c => c < second.Length && second[c].Length > 0 ? second[c] : c < first.Length ? first[c] : "")], at + 2) : (first, at + 1);
    }

    private static DeclaredReport? Guessed(AggregateSheet table, bool outcomes)
    {
        if (outcomes) return DeclaredReport.Outcomes;
        var keys = table.Figures.Select(f => f.Key).ToList();
        if (keys.Exists(k => k is "lower" or "same" or "higher") || (table.Unit >= 0 && table.Body.Any(r => AggregateTerms.JournalKey(r[table.Unit]) is "same"))) return DeclaredReport.Journal;
        if (keys.SequenceEqual(["2", "3", "4", "5"])) return DeclaredReport.Marks;
        if (keys.SequenceEqual(Enumerable.Range(0, keys.Count).Select(n => n.ToString(CultureInfo.InvariantCulture)))) return DeclaredReport.Scores;
        if (table.Unit >= 0 && table.Body.Any(r => AggregateTerms.MarkOf(r[table.Unit]) is not null)) return DeclaredReport.Groups;
        return keys.Count > 1 && keys[0].TrimStart('0') is ['1', ..] ? DeclaredReport.Tasks : null;
    }

    private static bool Percent(string folded) => folded is "%" or "в %" or "доля" or "доля, %" or "процент";

    /// <summary>«02» is the same score or task as «2».</summary>
    private static string Key(string code) => code.TrimStart('0') is { Length: > 0 } bare && char.IsAsciiDigit(bare[0]) ? bare : code.All(c => c == '0') ? "0" : code;
}
