using System.Globalization;
using System.Text.RegularExpressions;
using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds.Aggregates;

/// <summary>«Достижение планируемых результатов»: a row is an outcome, a column is a unit.</summary>
internal sealed partial class OutcomeReading(AggregateSheet table, Percents percents, UnitFinder units, Func<GridRow, ProcedureKey?> procedureOf, FindingList findings)
{
    public IEnumerable<AggregateLine> Read()
    {
        foreach (var column in table.Figures.Where(f => table.Body.Any(r => Cells.ParseDecimal(r[f.Column].Replace("%", "", StringComparison.Ordinal)) is not null)))
        {
            var header = table.Sheet.Rows[table.HeaderIndex];
            if (procedureOf(header) is not { } key || units.Find(Unit(column.Key), table, new(table.Sheet.Name, header.Number, column.Column, column.Key, column.Key)) is not { } who) continue;
            var values = table.Body.Select(r => Value(r, column)).OfType<DeclaredValue>().ToList();
            if (values.GroupBy(v => v.Key).FirstOrDefault(g => g.Count() > 1) is { } twice) findings.Error(new(table.Sheet.Name), new("Номер {0} стоит в отчёте дважды.", twice.Key), new("Оставьте одну строку."));
            if (values.Count > 0) yield return new(key, DeclaredReport.Outcomes, who.Unit, who.Who, Participants(column), null, percents.Decimals, values);
        }
    }

    private DeclaredValue? Value(GridRow row, FigureColumn column)
    {
        var cell = row[column.Column];
        if (Cells.IsMissing(cell) || cell.Contains("уч", StringComparison.OrdinalIgnoreCase) || (row[table.Outcome].Length == 0 && (table.Number < 0 || row[table.Number].Length == 0))) return null;
        if (percents.Read(cell) is not { } percent || percent is < 0 or > 100.000001)
        {
            findings.Error(table.At(row, column.Column), new("«{0}» — не проценты.", cell), new("Впишите число от 0 до 100."));
            return null;
        }

        var numbered = Numbered().Match(row[table.Outcome]);
        var number = table.Number >= 0 && row[table.Number].Length > 0 ? row[table.Number] : numbered.Success ? numbered.Groups[1].Value : "";
        if (number.Length == 0)
        {
            findings.Error(table.At(row, table.Outcome), new("У планируемого результата нет номера."), new("Впишите номер задания в столбец «№» или в начало текста: «9.1. …»."));
            return null;
        }

        var name = numbered.Success ? row[table.Outcome][numbered.Length..].Trim() : row[table.Outcome];
        return new(Cells.NormaliseTask(number.TrimEnd('.')), percent, Max: table.Maximum >= 0 ? (double?)Cells.ParseDecimal(row[table.Maximum]) : null, Name: name.Length <= 1000 ? name : name[..1000]);
    }

    /// <summary>«25 уч.» under the header or in it.</summary>
    private int? Participants(FigureColumn column) => table.Body.Take(2).Select(r => r[column.Column]).Prepend(column.Key)
        .Select(t => People().Match(t)).Where(m => m.Success).Select(m => (int?)int.Parse(m.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)).FirstOrDefault();

    private static string Unit(string header) => People().Replace(header, "").Replace("%", "", StringComparison.Ordinal).Trim(' ', ',', '(', ')', '\n');

    [GeneratedRegex(@"^\s*(\d{1,2}(?:[.,]\d{1,2})?(?:[КKкk]\d{1,2})?)[.)]?\s+")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(\d[\d \u00a0]{0,9})\s*уч\w*\.?")]
    private static partial Regex People();
}
