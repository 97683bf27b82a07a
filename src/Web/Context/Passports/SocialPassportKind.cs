using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Context.Passports;

/// <summary>Social passports: counts of pupils by their circumstances, a row per school and year or a sheet per school. Never a family.</summary>
public sealed class SocialPassportKind(Db db, Mappings mappings, WriteContext write) : IFileKind
{
    public const string KindCode = "social-passport";

    private const int Surely = 3;

    public string Code => KindCode;

    public string Name => "Социальный паспорт школы";

    public int Order => 22;

    public string MapPage => "passport";

    public string MappingOf(IReadOnlyDictionary<string, string> settings) => PassportMapping.Of(settings).Json();

    public async Task<IReadOnlyList<(string Question, string Answer)>> Answers(string columns, CancellationToken stop)
    {
        var words = FieldWords.Of(await db.Indicators(stop));
        return [.. (PassportMapping.Parse(columns)?.Labels ?? new Dictionary<string, string>()).Where(l => l.Value != PassportLabel.Skip).Select(l => (Texts.Say("Столбец или строка «{0}»", l.Key), words.FirstOrDefault(w => w.Field == l.Value).Text ?? l.Value))];
    }

    public FileTemplate Template => new(["Учебный год", "Код ОО", "Муниципалитет", "Наименование ОО", .. ShippedIndicators.All.Select(i => i.Name)],
        ["2025/26", "450101", "город Заречный", "Заречная СОШ № 1", "412", "300", "81", "64", "70", "103", "12", "4", "2", "1", "6", "15", "4", "9", "7", "390"]);

    public Recognition? Recognise(Grid grid)
    {
        var passports = PassportSheet.Of(grid, new(ShippedIndicators.All));
        var known = passports.Select(p => p.Labels.Where(l => l.IsIndicator && l.Field is not (ContextIndicator.Pupils or ContextIndicator.Families)).Select(l => l.Field).Distinct().Count()).DefaultIfEmpty().Max();
        return known >= Surely ? new(0.97) : known == Surely - 1 ? new(0.6) : known == 1 && grid.FileName.Contains("паспорт", StringComparison.OrdinalIgnoreCase) ? new(0.5, NeedsMapping: true) : null;
    }

    public async Task<FileCheck> Check(FileToCheck file, CancellationToken stop)
    {
        var indicators = await db.Indicators(stop);
        var (fingerprint, said) = (Fingerprint(file.Grid, indicators), PassportMapping.Parse(file.Mapping));
        var kept = fingerprint is null ? null : await mappings.Find(Code, fingerprint, file.Version, stop);
        var mapping = said ?? PassportMapping.Parse(kept?.Columns);
        var passports = PassportSheet.Of(file.Grid, new(indicators, mapping?.Labels));
        var findings = new FindingList();
        var reading = new PassportReading(new(await OrganisationIndex.Of(db, file, stop), findings), findings, file.Grid.FileName);
        foreach (var row in passports.SelectMany(p => PassportRows.Of(p, file.Grid, YearWord.In(mapping?.Year ?? "")))) reading.Read(row);
        if (reading.Rows == 0) findings.Error(new(""), new("Непонятно, что в каких столбцах."), new("Назовите столбцы: школа, всего обучающихся, показатели."));
        Twice(file, reading, findings);
        if (!findings.HasErrors) await Jumps.Tell(db, reading.Figures.Values, findings, stop);

        var plan = new PassportPlan([.. reading.Figures.Values.Select(f => f.Figure)]);
        return new(Title(plan), passports.Count, reading.Rows, findings.All, passports is [var first, ..] ? Preview.Of(first.Header, first.Body) : Preview.Nothing, findings.HasErrors ? null : plan,
            NeedsMapping: reading.Rows == 0 || (reading.Asks && said is null), Unchanged: !findings.HasErrors && await write.ChangesNothing(plan.Figures, stop),
            Changes: [.. plan.Figures.GroupBy(f => (f.Organisation, f.Year)).Select(g => new PlannedChange(reading.Names[g.Key.Organisation], new("Социальный паспорт {0}: показателей {1}", g.Key.Year.ToString(), g.Count())))], Version: said is null ? kept?.Id : file.Version);
    }

    public async Task Apply(IFilePlan plan, Import import, CancellationToken stop) => await write.Write(((PassportPlan)plan).Figures, import, stop);

    public Task Undo(Import import, CancellationToken stop) => write.TakeBack(import, stop);

    /// <summary>By it a kept mapping is found: the words of the sheet that the wizard shows.</summary>
    internal static string? Fingerprint(Grid grid, IReadOnlyList<ContextIndicator> indicators) => Shown(grid, indicators) is { } shown ? Mappings.Fingerprint(shown.Texts) : null;

    /// <summary>The sheet that the wizard asks about, read without what anyone has said of it.</summary>
    internal static PassportSheet? Shown(Grid grid, IReadOnlyList<ContextIndicator> indicators) => PassportSheet.Of(grid, new(indicators), anyway: true).MaxBy(p => p.Known);

    /// <summary>Two files of one import may not say different things of one school.</summary>
    private static void Twice(FileToCheck file, PassportReading reading, FindingList findings)
    {
        var drafted = file.Draft.Part<DraftedPassports>().ByFigure;
        foreach (var (figure, at) in reading.Figures.Values)
            if (!drafted.TryAdd(figure.Key, (figure.Count, file.Grid.FileName)) && drafted[figure.Key] is var (count, other) && count != figure.Count && other != file.Grid.FileName)
                findings.Error(at, new("В файле «{0}» этого импорта для той же школы и года стоит {1}.", other, count), new("Оставьте одно значение."));
    }

    private static string Title(PassportPlan plan) => plan.Figures.Count == 0 ? "" : $"Социальные паспорта, {string.Join(", ", plan.Figures.Select(f => f.Year).Distinct().Order())}: школ {plan.Figures.Select(f => f.Organisation).Distinct().Count()}";
}

internal sealed record PassportPlan(IReadOnlyList<NewFigure> Figures) : IFilePlan;

/// <summary>What files checked before in the same import say.</summary>
internal sealed class DraftedPassports
{
    public Dictionary<(Id<Organisation>, SchoolYear, string), (int? Count, string File)> ByFigure { get; } = [];
}
