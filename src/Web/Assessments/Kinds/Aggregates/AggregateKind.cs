using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments.Mapping;
using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds.Aggregates;

/// <summary>The six aggregate reports of ВПР that ФИС ОКО gives, and people's own flat tables of the same figures: kept as declared, beside the sheets.</summary>
/// <remarks>Keys of <c>--set key=value</c>: see <see cref="AggregateAnswers"/>.</remarks>
public sealed class AggregateKind(Db db, Mappings mappings, ApplyDeclared apply) : IFileKind
{
    public const string KindCode = "vpr-aggregate";

    private static readonly string[] Who = ["Год", "Класс", "Предмет", "Муниципалитет", "Логин", "ОО", "Кол-во участников"];
    private static readonly string[] Example = ["2026", "6", "Математика", "Северный район", "edu450101", "Берёзовская школа", "25"];

    public string Code => KindCode;

    public string Name => "Отчёты ФИС ОКО по ВПР: шесть отчётов и сводные таблицы";

    public int Order => 40;

    public string MapPage => "report";

    public Task<IReadOnlyList<(string Question, string Answer)>> Answers(string columns, CancellationToken stop) => AnswerWords.Of(AggregateAnswers.Parse(columns), db, stop);

    public FileTemplate Template => new([.. Who, "2", "3", "4", "5"], [.. Example, "12", "36", "32", "20"])
    {
        More =
        [
            new("Статистика по отметкам", [.. Who, "2", "3", "4", "5"], [.. Example, "12", "36", "32", "20"]),
            new("Сравнение отметок с журналом", [.. Who, "Понизили, %", "Подтвердили, %", "Повысили, %"], [.. Example, "20", "72", "8"]),
            new("Распределение первичных баллов", [.. Who, "0", "1", "2", "3", "4", "5", "6"], [.. Example, "4", "8", "12", "24", "20", "16", "16"]),
            new("Выполнение заданий", [.. Who, "1 (2б)", "2 (1б)", "3К1 (3б)"], [.. Example, "72", "64", "41,33"]),
            new("Планируемые результаты", ["№", "Планируемый результат", "Макс балл", "edu450101 (25 уч.)", "Северный район", "Регион", "РФ"], ["1", "Решать задачи на части и проценты", "2", "72", "68,1", "66,24", "64,9"]),
            new("Группы участников", ["Группы участников", "Кол-во участников", "1 (2б)", "2 (1б)", "3К1 (3б)"], ["edu450101", "25", "72", "64", "41,33"], ["2", "3", "33,33", "33,33", "0"], ["3", "9", "55,56", "55,56", "22,22"], ["4", "8", "87,5", "75", "58,33"], ["5", "5", "100", "80", "73,33"]),
        ],
    };

    public Recognition? Recognise(Grid grid)
    {
        var tables = Tables(grid);
        if (tables.Count == 0) return null;
        return tables.Exists(t => t is { Report: not null, IsTitled: true }) ? new(0.96) : tables.Exists(t => t.Report is not null) ? new(0.93) : new(0.6, NeedsMapping: true);
    }

    public async Task<FileCheck> Check(FileToCheck file, CancellationToken stop)
    {
        var (findings, known, tables) = (new FindingList(), await Known.Load(db, stop), Tables(file.Grid));
        if (tables.Count == 0)
            return new("", file.Grid.Sheets.Count, 0, [new(FindingKind.Error, "", null, "", "", "", new("В файле нет ни одного из шести отчётов ФИС ОКО."), new("Нужна строка со столбцами «Группы участников» и «Кол-во участников» или «Логин», «Кол-во участников», «2», «3», «4», «5»."))], Preview.Nothing, null);

        var kept = await mappings.Find(Code, AggregateAnswers.Fingerprint(tables[0]), file.Version, stop);
        var answers = AggregateAnswers.Parse(file.Mapping).Or(AggregateAnswers.Parse(kept?.Columns));
        var region = await db.Regions.AsNoTracking().SingleOrDefaultAsync(stop);
        var units = new UnitFinder(await OrganisationIndex.Of(db, file, stop), region, file.Viewer, answers, findings);
        var (lines, subjects, asks) = (new List<AggregateLine>(), new List<Subject>(), false);
        foreach (var table in tables)
        {
            stop.ThrowIfCancellationRequested();
            var procedures = new AggregateProcedure(table, file.Grid.FileName, answers, known.Subjects, findings);
            var report = table.Report ?? (Enum.TryParse<DeclaredReport>(answers.Report, true, out var said) && said != DeclaredReport.Participants ? said : null);
            if (report is null) findings.Error(new(table.Sheet.Name, table.Sheet.Rows[table.HeaderIndex].Number), new("Не сказано, какой это отчёт."), new("Впишите его название над таблицей или ответьте на сайте или ключом --set report=Marks."));
            else lines.AddRange(new AggregateReading(table, report.Value, units, procedures.Of, findings).Read());
            asks |= report is null || procedures.Asks;
            subjects.AddRange(procedures.New);
        }

        foreach (var twice in lines.GroupBy(l => (l.Key, l.Report, l.Unit)).Where(g => g.Count() > 1))
            findings.Error(new(""), new("{0}: строка отчёта «{1}» стоит в файле дважды.", twice.First().Who, new Message(twice.Key.Report.TitleKey())), new("Оставьте одну."));
        if (units.LeftOut > 0) findings.Warning(new(""), new("Строк о всей выборке, области и муниципалитетах не взято: {0}.", units.LeftOut), new("Их загружает тот, кто отвечает за всю область или муниципалитет. Строки ваших школ взяты."));
        if (lines.Count == 0 && !findings.HasErrors) findings.Error(new(""), new("В отчётах нет ни одной строки с данными о ваших школах."), new("Проверьте, тот ли это файл."));

        var names = lines.Select(l => l.Key).Distinct().ToDictionary(k => k, k => ProcedureName.InRussian(k, (known.Subjects.Named(k.Subject) ?? subjects.First(s => s.Code == k.Subject)).Name));
        var title = string.Join("; ", lines.GroupBy(l => (l.Key, l.Report)).Select(g => $"{names[g.Key.Key]}: {g.Key.Report.TitleKey().ToLowerInvariant()}").Distinct());
        return new(title, tables.Count, lines.Count, findings.All, Preview.Of(tables[0].Sheet.Rows[tables[0].HeaderIndex], tables[0].Body), findings.HasErrors ? null : new AggregatePlan(file.Grid.FileName, lines, subjects), NeedsMapping: asks,
            Unchanged: !findings.HasErrors && await apply.ChangesNothing(lines, stop),
            Changes: [.. lines.GroupBy(l => l.Who).Select(g => new PlannedChange(g.Key, new("Строк отчётов ФИС ОКО: {0}", g.Count())))], Version: file.Mapping is null ? kept?.Id : file.Version);
    }

    public Task Apply(IFilePlan plan, Import import, CancellationToken stop) => plan is AggregatePlan of ? apply.Apply(of.File, of.Lines, of.NewSubjects, import, stop) : Task.CompletedTask;

    public Task Undo(Import import, CancellationToken stop) => apply.Undo(import, stop);

    /// <summary>The reports of a file; a sheet of a template that nobody filled is none.</summary>
    internal static List<AggregateSheet> Tables(Grid grid)
    {
        var tables = grid.Sheets.Select(AggregateSheet.Of).OfType<AggregateSheet>().ToList();
        return tables.Exists(t => t.Body.Any()) ? tables.FindAll(t => t.Body.Any()) : tables;
    }
}
