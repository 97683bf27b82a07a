using Stupeni.Imports;
using Stupeni.Assessments.Rules;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds.Aggregates;

/// <summary>Reads the lines of one sheet: row by row, group by group, or column by column, as the report is laid out.</summary>
internal sealed class AggregateReading(AggregateSheet table, DeclaredReport report, UnitFinder units, Func<GridRow, ProcedureKey?> procedureOf, FindingList findings)
{
    private readonly Percents percents = Percents.Of(table.Figures.Where(f => !f.IsCount).SelectMany(f => table.Body.Where(r => !IsMaxima(r)).Select(r => r[f.Column])));

    public IEnumerable<AggregateLine> Read() => report switch
    {
        DeclaredReport.Outcomes when table.Outcome >= 0 => new OutcomeReading(table, percents, units, procedureOf, findings).Read(),
        DeclaredReport.Journal when table.Unit >= 0 && table.Figures.Any(f => f.Key == "%") => Groups(AggregateTerms.JournalKey, (row, key) => [new(key, Percent(row, Single()), Participants(row))], keepsParticipants: false),
        DeclaredReport.Groups when table.Unit >= 0 => Groups(text => AggregateTerms.MarkOf(text)?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            (row, key) => [new(key, Count: Participants(row)), .. table.Figures.Select(f => new DeclaredValue($"{key}|{f.Key}", Percent(row, f), Max: MaximumOf(f)))], keepsParticipants: true),
        _ => Rows(),
    };

    private IEnumerable<AggregateLine> Rows()
    {
        foreach (var row in table.Body.Where(r => r.Count > 0 && !IsMaxima(r)))
        {
            if (procedureOf(row) is not { } key || units.Find(table, row) is not { } who) continue;
            List<DeclaredValue> values = [.. table.Figures.Where(f => !Cells.IsMissing(row[f.Column])).Select(f => Value(row, f)).OfType<DeclaredValue>().GroupBy(v => v.Key).Select(Together)];
            if (values.Count == 0)
            {
                findings.Warning(table.At(row, -1), new("В строке нет ни одного значения: она не учтена."));
                continue;
            }

            if (report is DeclaredReport.Marks or DeclaredReport.Scores) CheckSum(row, values);
            yield return new(key, report, who.Unit, who.Who, Participants(row), SchoolsOf(row), percents.Decimals, values);
        }
    }

    /// <summary>A row names a unit, those under it its groups; where no row names one, the lines above the table do.</summary>
    private IEnumerable<AggregateLine> Groups(Func<string, string?> keyOf, Func<GridRow, string, List<DeclaredValue>> read, bool keepsParticipants)
    {
        ((DeclaredUnit Unit, string Who) Found, ProcedureKey Key, int? Participants, List<DeclaredValue> Values)? group = null;
        var skips = false;
        foreach (var row in table.Body.Where(r => r.Count > 0 && !IsMaxima(r)))
        {
            if (keyOf(row[table.Unit]) is { } key)
            {
                if (group is null && !skips && procedureOf(row) is { } own && units.Find("ОО", table, table.At(row, table.Unit)) is { } school) group = (school, own, null, []);
                skips |= group is null;
                if (key == "all") { if (group is { } total) group = total with { Values = [.. total.Values, new("all", Count: Participants(row))] }; }
                else group?.Values.AddRange(read(row, key).Where(v => v.Percent is not null || v.Count is not null));
                continue;
            }

            if (Cells.IsMissing(row[table.Unit])) continue;
            if (group is { Values.Count: > 0 } done) yield return Line(done);
            group = procedureOf(row) is { } named && units.Find(table, row) is { } who ? (who, named, keepsParticipants ? Participants(row) : null, []) : null;
            skips = group is null;
        }

        if (group is { Values.Count: > 0 } last) yield return Line(last);

        AggregateLine Line(((DeclaredUnit Unit, string Who) Found, ProcedureKey Key, int? Participants, List<DeclaredValue> Values) g) =>
            new(g.Key, report, g.Found.Unit, g.Found.Who, g.Participants, null, percents.Decimals, g.Values);
    }

    /// <summary>Per cents and count of one group stand in two columns.</summary>
    private static DeclaredValue Together(IEnumerable<DeclaredValue> same) => same.Aggregate((a, b) => a with { Percent = a.Percent ?? b.Percent, Count = a.Count ?? b.Count });

    private DeclaredValue? Value(GridRow row, FigureColumn figure)
    {
        if (figure.IsCount) return Cells.ParseWhole(row[figure.Column]) is { } count and >= 0 ? new(figure.Key, Count: count) : Refused(row, figure);
        return Percent(row, figure) is { } percent ? new(figure.Key, percent, Max: MaximumOf(figure)) : null;
    }

    private double? Percent(GridRow row, FigureColumn figure)
    {
        if (Cells.IsMissing(row[figure.Column])) return null;
        if (percents.Read(row[figure.Column]) is { } value and >= 0 and <= 100.000001) return value;
        Refused(row, figure);
        return null;
    }

    private DeclaredValue? Refused(GridRow row, FigureColumn figure)
    {
        findings.Error(table.At(row, figure.Column), figure.IsCount ? new("«{0}» — не число участников.", row[figure.Column]) : new("«{0}» — не проценты.", row[figure.Column]), figure.IsCount ? new("Впишите целое число.") : new("Впишите число от 0 до 100."));
        return null;
    }

    private int? Participants(GridRow row)
    {
        if (table.Participants < 0) return null;
        if (Cells.ParseWhole(row[table.Participants]) is { } count and >= 0) return count;
        if (Cells.IsMissing(row[table.Participants])) findings.Error(table.At(row, table.Participants), new("Не указано число участников."), new("Без него проценты нельзя ни сложить, ни сравнить: впишите целое число."));
        else findings.Error(table.At(row, table.Participants), new("«{0}» — не число участников.", row[table.Participants]), new("Впишите целое число."));
        return null;
    }

    private int? SchoolsOf(GridRow row) => table.Schools < 0 ? null : Cells.ParseWhole(row[table.Schools]);

    private FigureColumn Single() => table.Figures.First(f => f.Key == "%");

    private double? MaximumOf(FigureColumn figure) => figure.Max ?? (table.Body.Take(3).Where(IsMaxima).Select(r => (double?)Cells.ParseDecimal(r[figure.Column])).FirstOrDefault(m => m is > 0));

    private void CheckSum(GridRow row, List<DeclaredValue> values)
    {
        var sum = values.Sum(v => v.Percent ?? 0);
        if (Math.Abs(sum - 100) > Rounding.Of(percents.Decimals) * table.Figures.Count + Rounding.Noise)
            findings.Warning(table.At(row, table.Figures[0].Column), new("Доли в строке дают вместе {0} %, а не 100.", Math.Round(sum, 2)), new("Больше, чем объясняет округление. Учтено как написано; если это описка, исправьте файл."));
    }

    private static bool IsMaxima(GridRow row) => Array.Exists(row.Cells[..Math.Min(row.Count, 4)].ToArray(), AggregateTerms.IsMaximum);
}
