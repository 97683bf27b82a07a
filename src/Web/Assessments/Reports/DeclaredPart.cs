using Stupeni.Assessments.Discrepancies;
using Stupeni.Documents;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>Declared figures on the page of a report: beside what is counted, or in its place where there is nothing to count; never mixed into it.</summary>
internal static class DeclaredPart
{
    public static Report Beside(Report report, ReportsFound found)
    {
        if (Declared(report.Kind) is not { } kind) return report;

        var discrepancies = found.Declared.Discrepancies.Where(d => d.Discrepancy.Report == kind || (kind == DeclaredReport.Marks && d.Discrepancy.Report == DeclaredReport.Participants)).ToList();
        List<Reading> readings = [.. report.Readings, .. discrepancies.Select(Reading)];
        List<ReportPart> parts = [.. discrepancies.Select(Part), .. report.Parts];
        if (Table(kind, report, found) is { } table)
        {
            if (report.Missing is not null)
                readings.Insert(0, new(Texts.Say("Листов участников нет: показано то, что заявлено в отчётах ФИС ОКО."), Texts.Say("Проценты отчёта не пересчитываются. Отчёты нескольких школ складываются с весом по числу участников.")));
            parts.Add(table);
        }

        return parts.Count == report.Parts.Count ? report : report with { Readings = readings, Parts = parts, Missing = null };
    }

    private static DeclaredReport? Declared(ReportKind kind) => kind switch
    {
        ReportKind.Marks => DeclaredReport.Marks,
        ReportKind.Journal => DeclaredReport.Journal,
        ReportKind.Scores => DeclaredReport.Scores,
        ReportKind.Tasks => DeclaredReport.Tasks,
        ReportKind.Outcomes => DeclaredReport.Outcomes,
        ReportKind.Groups => DeclaredReport.Groups,
        _ => null,
    };

    private static ReportPart? Table(DeclaredReport kind, Report report, ReportsFound found)
    {
        var side = found.Declared;
        List<(string Name, DeclaredColumn Column)> declared = [];
        if (side.Own(kind) is { } own) declared.Add((Texts.Say("{0}, отчёт", found.Scope.Shown.Name), own));
        foreach (var (level, name) in new[] { (DeclaredLevel.Municipality, found.Scope.Choices.Municipalities.FirstOrDefault(m => m.Id == found.Scope.At.Municipality).Name ?? Texts.Say("Муниципалитет")), (DeclaredLevel.Region, Texts.Say("Область")), (DeclaredLevel.Sample, Texts.Say("Вся выборка")) })
            if (side.Beside(kind, level) is { } column) declared.Add((Texts.Say("{0}, отчёт", name), column));
        if (declared.Count == 0) return null;

        var counted = report.Missing is null ? SheetFigures.Of(kind, found.Scope.Shown, found.Head.Tasks) : [];
        var digits = SourceValue.Digits(declared.SelectMany(d => d.Column.Figures.Values));
        var names = declared.SelectMany(d => d.Column.Values).Where(v => v.Name is not null).GroupBy(v => v.Key).ToDictionary(g => g.Key, g => g.First().Name!);
        var keys = declared.SelectMany(d => d.Column.Values.Select(v => v.Key)).Distinct().Where(k => declared.Exists(d => d.Column.Figures.ContainsKey(k))).ToList();
        var hasCounts = keys.Exists(k => declared.Exists(d => d.Column.Figures.TryGetValue(k, out var v) && v.IsCount));
        var chart = counted.Count > 0 || hasCounts ? null : kind switch
        {
            DeclaredReport.Marks => new ReportChart("bars", "%", Texts.Say("Отметка")),
            DeclaredReport.Scores => new ReportChart("bars", "%", Texts.Say("Балл")),
            _ => null,
        };
        var table = new ReportTable(
            [new(Texts.Say(kind == DeclaredReport.Scores ? "Балл" : "Показатель"), Width: names.Count > 0 ? 60 : 24, Role: chart is null ? null : "x"), .. counted.Count > 0 ? new[] { new ReportColumn(Texts.Say("Посчитано по листам"), ColumnKind.Percent, 18) } : [], .. declared.Select(d => new ReportColumn(d.Name, ColumnKind.Percent, 24, chart is null ? null : "y"))],
            [.. keys.Select(k => new ReportRow([names.TryGetValue(k, out var name) ? $"{k}. {name}" : kind == DeclaredReport.Scores ? k : kind.FigureName(k), .. counted.Count > 0 ? new[] { Cell(counted, k, digits) } : [], .. declared.Select(d => Cell(d.Column.Figures, k, digits))]))], IsWide: true);
        return new(counted.Count > 0 ? Texts.Say("Рядом с отчётами ФИС ОКО") : Texts.Say("По отчётам ФИС ОКО"), table, chart, string.Join(" ", declared.Select(d => Source(d.Name, d.Column))));
    }

    private static string Source(string name, DeclaredColumn column)
    {
        var from = column.Source.Kind == SourceKind.Rows ? Texts.Say("отчёты {0}, сложены с весом по участникам; {1}", Texts.Count(column.Schools ?? 0, "школы|школ|школ"), column.Source.From()) : column.Source.From();
        return column.Participants is { } n ? Texts.Say("{0}: {1}; N = {2}.", name, from, Numbers.Whole(n)).Replace("N = ", "N\u00a0=\u00a0", StringComparison.Ordinal) : Texts.Say("{0}: {1}.", name, from);
    }

    private static ReportCell Cell(IReadOnlyDictionary<string, SourceValue> figures, string key, int digits) =>
        !figures.TryGetValue(key, out var value) ? default : value.IsCount || digits > 1 ? new ReportCell(value.Number, value.Shown(digits)) : (ReportCell)(double?)value.Number;

    private static Reading Reading(DiscrepancyRow row)
    {
        var rule = Texts.Say("Расхождение — разница больше, чем объясняет округление: половина последнего знака отчёта. Числа сами не меняются.");
        var what = Texts.Say("{0}: источники расходятся. {1}.", row.Discrepancy.Report.Title(), row.Discrepancy.Gist());
        if (row.Decision is not { } made || row.IsStale) return new($"{what} {Texts.Say(row.IsStale ? "Решение принято по прежним числам, нужно новое." : "Решения ещё нет.")}", rule, NeedsChecking: true);
        var decided = Texts.Say("Решено: верно то, что говорит {0}. {1}, {2}: {3}", made.Source, made.ByName, Numbers.Day(made.At), made.Reason);
        return new(made.Holds == "sheets" ? $"{what} {decided}" : $"{what} {decided} {Texts.Say("Посчитанное по листам показано рядом.")}", rule);
    }

    private static ReportPart Part(DiscrepancyRow row)
    {
        const int Most = 12;
        var d = row.Discrepancy;
        var table = new ReportTable([new(Texts.Say("Показатель"), Width: 24), .. d.Sources.Select(s => new ReportColumn(Header(s, row), ColumnKind.Percent, 24))],
            [.. d.Keys.Take(Most).Select(k => new ReportRow([d.Report.FigureName(k), .. d.Sources.Select(s => s.Values.TryGetValue(k, out var value) ? new ReportCell(value.Number, value.Shown(d.Digits)) : default)], d.Href))], IsWide: true);
        return new(Texts.Say("Расхождение: {0}", d.Report.Title()), table, Note: string.Join(" ", d.Sources.Select(s => $"{s.Name()}: {s.From()}.")));
    }

    private static string Header(FigureSource source, DiscrepancyRow row)
    {
        var name = source.Imports is [var import] ? Texts.Say("{0}, импорт № {1}", source.Name(), import.Number) : source.Name();
        return row is { IsDecided: true, Decision.Holds: var holds } && holds == source.Key ? Texts.Say("{0} (решено: верно)", name) : name;
    }
}
