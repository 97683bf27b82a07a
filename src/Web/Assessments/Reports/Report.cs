using Stupeni.Assessments.Rules;
using Stupeni.Documents;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>The seven directions of analysis that ФИОКО recommends, possible signs of bias, and the quality of the tasks themselves.</summary>
public enum ReportKind { Marks, Journal, Scores, Tasks, Outcomes, Skills, Groups, Signs, Items, Pupils }

/// <summary>One report over a scope: what matters in it, in sentences, and its tables. The page and the workbook show the same cells.</summary>
/// <param name="Missing">Why there is nothing to show and what to do: a ready text; null where there is.</param>
public sealed record Report(ReportKind Kind, IReadOnlyList<Reading> Readings, IReadOnlyList<ReportPart> Parts, string? Missing = null)
{
    public static Report Without(ReportKind kind, string missing) => new(kind, [], [], missing);
}

/// <summary>A sentence computed from the figures, and the rule by which it was.</summary>
/// <param name="NeedsChecking">Whether it is a sign to be looked into, not a description.</param>
public sealed record Reading(string Text, string Rule, bool NeedsChecking = false);

public sealed record ReportPart(string Title, ReportTable Table, ReportChart? Chart = null, string? Note = null);

/// <param name="IsWide">A table of many columns scrolls by itself and stays a table on a phone.</param>
/// <param name="IsPinned">Its first column and its header stay in sight while it scrolls: for hundreds of columns.</param>
public sealed record ReportTable(IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows, bool IsWide = false, bool IsPinned = false);

/// <param name="Role">What the chart takes the column for: x, y, lo or hi.</param>
public sealed record ReportColumn(string Header, ColumnKind Kind = ColumnKind.Text, double Width = 14, string? Role = null, string? Href = null);

/// <param name="IsShown">The row of those whom the report is about.</param>
/// <param name="IsGroup">A row of one cell that names the rows under it.</param>
public sealed record ReportRow(IReadOnlyList<ReportCell> Cells, string? Href = null, bool IsShown = false, bool IsGroup = false);

/// <summary>A chart of <c>st-chart</c>: its kind, its unit and, for a distribution, where marks begin.</summary>
public sealed record ReportChart(string Kind, string Unit, string XTitle, string? YTitle = null, string? Boundaries = null);

/// <summary>A text or a number; per cents are numbers from 0 to 100. A class of completion colours its cell.</summary>
/// <param name="IsOneTask">The completion rests on one task, which says nothing of a skill: the cell is dimmed.</param>
public readonly record struct ReportCell(double? Number, string? Text = null, Mastery Mastery = Mastery.Unknown, bool IsOneTask = false)
{
    public static implicit operator ReportCell(string? text) => new(null, text);

    public static implicit operator ReportCell(int number) => new(number);

    public static implicit operator ReportCell(double? number) => new(number);

    public string Shown(ColumnKind kind) => Text ?? (Number is not { } number ? "—" : kind switch
    {
        ColumnKind.Percent => Numbers.Percent(number),
        ColumnKind.Decimal => Numbers.Decimal(number, 2),
        ColumnKind.Whole => Numbers.Whole((long)number),
        _ => Numbers.Score(number),
    });

    public Cell Written(ColumnKind kind) => Text is not null ? Text : kind switch
    {
        ColumnKind.Percent => Number / 100,
        _ => Number,
    };
}
