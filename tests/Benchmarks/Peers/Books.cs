using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Accounts;
using Stupeni.Documents;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform.Jobs;
using Stupeni.Statistics;

namespace Stupeni.Benchmarks.Peers;

/// <summary>A region's year as people have it, 42 workbooks with a row for each participant: drawn from a seed, then read, checked and packed as an import does it, nothing stored.</summary>
internal static class Books
{
    private const int Schools = 330, Least = 16;

    private static readonly (string Procedure, int[] Grades, int Participants)[] Procedures = [("VPR", [4, 5, 6, 7, 8], 7_300), ("OGE", [9], 4_200), ("EGE", [11], 1_500)];
    private static readonly string[] Subjects = ["MA", "RU", "BI", "HI", "GE", "EN"];

    public static void Write(string folder)
    {
        var dice = new Seed(17).Dice();
        foreach (var (procedure, grades, participants) in Procedures)
            foreach (var grade in grades)
                foreach (var subject in Subjects)
                    File.WriteAllBytes(Path.Combine(folder, $"{procedure}-{subject}-{grade:00}.xlsx"), Book(dice, grade, participants).ToBytes());
    }

    /// <summary>The work: how many participants' rows it read.</summary>
    public static Func<double> Load(string folder)
    {
        var site = Site.Offline($"Data Source={Path.Combine(folder, "stupeni.db")}").GetAwaiter().GetResult();
        Prepare(site.Services);
        var paths = Directory.GetFiles(folder, "*.xlsx");
        return () => Work(site.Services, paths).GetAwaiter().GetResult();
    }

    private static async Task<double> Work(IServiceProvider services, string[] paths)
    {
        using var scope = Scope(services);
        return (await Check(scope.ServiceProvider, paths, """{"year":"2026"}""")).Files.Sum(f => f.Check!.Rows);
    }

    /// <summary>Reads and checks the files as an import does; all of them have to be good.</summary>
    public static async Task<Checked> Check(IServiceProvider services, string[] paths, string mapping)
    {
        var received = services.GetRequiredService<ReadFiles>().Read([.. paths.Select(p => new Incoming(p, () => File.OpenRead(p)))], new Progress<Step>(), CancellationToken.None);
        var hands = received.Select((r, at) =>
        {
            var file = r.ToFile(default, at);
            file.Mapping = mapping;
            return new FileInHand(file, _ => Task.FromResult<Imports.Reading.Grid?>(Imports.Reading.Grid.FromBytes(r.Cells!)));
        }).ToList();
        var done = await services.GetRequiredService<CheckFiles>().Run(hands, new(Viewer.Program, CreatesOrganisations: false, new()), new Progress<Step>(), CancellationToken.None);
        if (done.Files.FirstOrDefault(f => f.Check?.Plan is null) is { } refused) throw new InvalidOperationException($"{refused.File.Name}: {refused.Check?.Findings.FirstOrDefault()?.Message}");
        return done;
    }

    private static void Prepare(IServiceProvider services)
    {
        using var scope = Scope(services);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var municipality = Municipality.Open("01", "Верхнелужский район");
        db.Add(municipality);
        db.AddRange(Enumerable.Range(1, Schools).Select(n => Organisation.Open(Code(n), OrganisationType.School, municipality.Id, new($"Школа № {n}"))));
        db.SaveChanges();
    }

    private static IServiceScope Scope(IServiceProvider services)
    {
        var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<Recording>().Viewer = Viewer.Program;
        return scope;
    }

    private static Workbook Book(Dice dice, int grade, int participants)
    {
        int[] maxima = [.. Enumerable.Range(0, Least + dice.NextBelow(5)).Select(_ => 1 + dice.NextBelow(3))];
        Column[] columns = [new("Код участника"), new("Код ОО"), new("Класс"), new("Вариант", ColumnKind.Whole),
            .. maxima.Select((max, at) => new Column($"Задание {at + 1} ({max}б)", ColumnKind.Whole)), new("Первичный балл", ColumnKind.Whole), new("Отметка", ColumnKind.Whole)];
        return new([new("Результаты", columns, Enumerable.Range(0, participants).Select(row => Row(dice, grade, (long)row * Schools / participants + 1, row, maxima)))]);
    }

    private static IReadOnlyList<Cell> Row(Dice dice, int grade, long school, int row, int[] maxima)
    {
        int[] scores = [.. maxima.Select(max => dice.NextBelow(max + 1))];
        var (sum, most) = (scores.Sum(), maxima.Sum());
        var mark = sum * 3 < most ? 2 : sum * 20 < most * 11 ? 3 : sum * 5 < most * 4 ? 4 : 5;
        return [row.ToString("D7", CultureInfo.InvariantCulture), Code((int)school), $"{grade}{"АБВ"[dice.NextBelow(3)]}", 1 + dice.NextBelow(4), .. scores.Select(s => (Cell)s), sum, mark];
    }

    private static string Code(int school) => $"01{school:0000}";
}
