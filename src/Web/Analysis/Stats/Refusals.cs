using Stupeni.Analysis.Tables;
using Stupeni.Statistics;

namespace Stupeni.Analysis.Stats;

/// <summary>What the library refuses, told of the table.</summary>
internal static class Refusals
{
    public static Refused Of(Table table, IReadOnlyList<string> names, Refusal refusal, string? message = null, string? mend = null)
    {
        var column = refusal.Column >= 0 && refusal.Column < names.Count ? names[refusal.Column] : null;
        var row = refusal.Row >= 0 && refusal.Row < table.Lines.Count ? refusal.Row : -1;
        var value = row >= 0 && column is not null ? table.Columns.FirstOrDefault(c => c.Name == column)?.Texts[row] : null;
        return new(table.File, message ?? AbsenceWords.Refusal(refusal.Why), mend ?? AbsenceWords.Mend(refusal.Why), row >= 0 ? table.Lines[row] : null, column, value);
    }
}
