using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Assessments.Kinds;
using Stupeni.Identification;
using Stupeni.Identification.Rules;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Imports.Reading.Texts;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Benchmarks.Peers;

/// <summary>A region's tables of scores from the disk to a list of schools: read, checked against the schools, pupils and works that the database knows, packed into sheets, summed, identified. Nothing is stored.</summary>
internal sealed class RegionTables(WebApplication site, string folder)
{
    private const string Settings = """{"year":"2026","minimum":"10","minimumSource":"замер"}""";

    public static Func<double> Long(string folder) => Prepared(folder, tables => tables.Long());

    public static Func<double> Wide(string folder) => Prepared(folder, tables => tables.Wide());

    private static Func<double> Prepared(string folder, Func<RegionTables, Task<double>> work)
    {
        Environment.CurrentDirectory = AppContext.BaseDirectory;
        var site = Site.Offline($"Data Source={Path.Combine(folder, "region.db")}").GetAwaiter().GetResult();
        var tables = new RegionTables(site, folder);
        tables.Bring("schools.csv", "municipalities.csv", "pupils.csv").GetAwaiter().GetResult();
        return () => work(tables).GetAwaiter().GetResult();
    }

    private async Task Bring(params string[] files)
    {
        using var scope = Scope();
        var asked = new ImportAsked([.. files.Select(f => Path.Combine(folder, f))], DryRun: false, AcceptWarnings: true, CreatesOrganisations: true, Map: null, new Dictionary<string, string> { ["year"] = "2026" });
        var outcome = await scope.ServiceProvider.GetRequiredService<ImportPaths>().Run(asked, new Progress<Step>(), CancellationToken.None);
        if (outcome.Errors is { Count: > 0 } errors) throw new InvalidOperationException(errors[0].Message);
    }

    private async Task<double> Long()
    {
        using var scope = Scope();
        var path = Path.Combine(folder, "scores_long.csv");
        scope.ServiceProvider.GetRequiredService<WholeFiles>().Add("whole", path);
        var head = Spreadsheet.Read(LargeText.Open(path).Head, "scores_long.csv", Limits.Default, PersonalColumns.None, CancellationToken.None);
        var kind = scope.ServiceProvider.GetServices<IFileKind>().Single(k => k.Code == "scores-long");
        var check = await kind.Check(new(head, "whole", Settings, Viewer.Program, false, new()), CancellationToken.None);
        return Sum(((ResultsPlan)(check.Plan ?? throw new InvalidOperationException(check.Findings[0].Message.Text))).Procedures);
    }

    private async Task<double> Wide()
    {
        using var scope = Scope();
        var found = await Books.Check(scope.ServiceProvider, Directory.GetFiles(Path.Combine(folder, "wide")), Settings);
        return Sum([.. found.Files.SelectMany(f => ((ResultsPlan)f.Check!.Plan!).Procedures)]);
    }

    /// <summary>The sum of all totals, which the peer has too; beside it the list of schools is made.</summary>
    private static double Sum(IReadOnlyList<ProcedurePlan> procedures)
    {
        var (year, terms) = (procedures[0].Key.Year, new Terms(Share: 30, Risk: 20, MinParticipants: 10, MinProcedures: 2));
        var listed = procedures.SelectMany(Results).GroupBy(r => r.School, r => r.Result).Count(g => RuleReading.Of(Identification.Reading.Any).Judge(g, year, terms) is { State: SchoolState.Listed });
        if (listed == 0) throw new InvalidOperationException("Nobody is listed.");
        return procedures.Sum(p => p.Sheets.Sum(s => s.Sums.ScoreSum));
    }

    private static IEnumerable<(Id<Organisation> School, Result Result)> Results(ProcedurePlan procedure)
    {
        var (id, key) = (Id<AssessmentProcedure>.New(), procedure.Key);
        return procedure.Sheets.GroupBy(s => s.School.Id).Select(g => (g.Key, new Result(id, new(key.Kind, key.Subject, key.Grade, key.Level, key.Session), key.Year, g.Sum(s => s.Sums.Judged), g.Sum(s => s.Sums.Below))));
    }

    private IServiceScope Scope()
    {
        var scope = site.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<Recording>().Viewer = Viewer.Program;
        return scope;
    }
}
