using Stupeni.Assessments.Kinds;
using Stupeni.Documents;
using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Mapping;

/// <summary>The table of a file as far as its headers, name and titles tell: what the wizard begins with.</summary>
internal sealed record TableGuess(Layout Layout, ProcedureGuess Procedure)
{
    private const int HeaderRows = 30;

    /// <summary>The same headers are the same fingerprint: by it a remembered mapping is found.</summary>
    public string Fingerprint => Mappings.Fingerprint(Layout.Header.Cells.ToArray());

    public bool HasWho => Layout.School >= 0 || Layout.Participant >= 0;

    public bool HasResults => Layout.Total >= 0 || Layout.Mark >= 0 || Layout.Tasks.Count > 1;

    /// <summary>The table, or null if no row of the file could be its header.</summary>
    public static TableGuess? Of(Grid grid, SubjectIndex subjects)
    {
        if (Best(grid) is not { } layout) return null;
        var guess = ProcedureGuess.Around(grid, layout.Sheet, layout.HeaderIndex, subjects);
        return new(guess.Kind == ProcedureKind.Ege ? layout.WithTotal(ScoreKind.Test) : layout, guess);
    }

    /// <summary>The guess as answers of the wizard.</summary>
    public ResultsMapping Mapping()
    {
        return new()
        {
            School = Letter(Layout.School), Participant = Letter(Layout.Participant), Class = Letter(Layout.Class), Variant = Letter(Layout.Variant),
            Total = Letter(Layout.Total), Mark = Letter(Layout.Mark), Journal = Letter(Layout.Journal), Tasks = TaskList.Write(Layout.Tasks),
            Kind = Procedure.Kind?.ToString(), Subject = Procedure.Subject?.Code, Grade = Procedure.Grade?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? OneGrade(),
            Year = Procedure.Year?.Ends.ToString(System.Globalization.CultureInfo.InvariantCulture), Level = Procedure.Level == MathLevel.None ? null : Procedure.Level.ToString(),
            Score = Layout.Totals?.ToString(),
        };

        static string? Letter(int column) => column < 0 ? null : Address.Column(column);
    }

    /// <summary>The grade of all classes, where it is one.</summary>
    private string? OneGrade()
    {
        if (Layout.Class < 0) return null;
        var grades = Layout.Body.Take(200).Select(r => ClassName.GradeOf(ClassName.Of(r[Layout.Class], 0))).Where(g => g > 0).Distinct().Take(2).ToList();
        return grades is [var grade] ? grade.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    private static Layout? Best(Grid grid)
    {
        Layout? best = null;
        var most = 0;
        foreach (var sheet in grid.Sheets)
        {
            for (var at = 0; at < Math.Min(sheet.Rows.Count - 1, HeaderRows); at++)
            {
                if (sheet.Rows[at].Count < 2) continue;
                var layout = Layout.Of(sheet, at);
                var weight = Weight(layout);
                if (weight > most) (best, most) = (layout, weight);
            }
        }

        return best ?? Plain(grid);
    }

    private static int Weight(Layout table) =>
        (table.School >= 0 ? 3 : 0) + (table.Participant >= 0 ? 3 : 0) + (table.Total >= 0 ? 2 : 0) + (table.Mark >= 0 ? 2 : 0) + (table.Class >= 0 ? 1 : 0) + Math.Min(table.Tasks.Count, 3);

    /// <summary>The first row of several texts, for a table whose headers say nothing known.</summary>
    private static Layout? Plain(Grid grid)
    {
        foreach (var sheet in grid.Sheets)
        {
            for (var at = 0; at < Math.Min(sheet.Rows.Count - 1, HeaderRows); at++)
                if (sheet.Rows[at].Cells.ToArray().Count(c => c.Length > 0 && Cells.ParseDecimal(c) is null) > 1) return Layout.Of(sheet, at);
        }

        return null;
    }
}
