using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Accounts;
using Stupeni.Demo;
using Stupeni.Identification;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform.Jobs;

namespace Stupeni.Browsing;

/// <summary>A small invented region, brought in as its people would: two years of results but for the last ВПР, which the journeys bring in.</summary>
public sealed class Region
{
    public const int Year = 2026;

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"stupeni-{Guid.CreateVersion7():N}");

    private Region()
    {
    }

    public const string Name = "Среднереченская область";

    /// <summary>The last F1 workbooks of each municipality, not brought in yet.</summary>
    public List<List<string>> Waiting { get; private set; } = [];

    public static async Task<Region> Load(Site site)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ru-RU");
        var region = new Region();
        await DemoCommands.Sample().Parse([region.folder, "--schools", "12", "--municipalities", "2", "--pupils", "2600", "--years", "2"]).InvokeAsync(new() { Output = TextWriter.Null, Error = TextWriter.Null });
        var files = Directory.EnumerateFiles(region.folder, "*.*", SearchOption.AllDirectories).Where(f => !f.Contains("context", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        region.Waiting = [.. files.Where(f => f.Contains($"{Path.DirectorySeparatorChar}vpr{Path.DirectorySeparatorChar}{Year}", StringComparison.Ordinal)).GroupBy(f => f[f.LastIndexOf('-')..]).Select(g => g.ToList())];
        files.RemoveAll(f => region.Waiting.Any(w => w.Contains(f)));

        await Bring(site, files.FindAll(f => Path.GetFileName(f) == "organisations.xlsx"));
        foreach (var batch in files.Where(f => Path.GetFileName(f) != "organisations.xlsx").GroupBy(f => Path.GetRelativePath(region.folder, f).Split(Path.DirectorySeparatorChar)[0]).OrderByDescending(g => g.Key)) await Bring(site, [.. batch]);
        await site.Ask(async services =>
        {
            var db = services.GetRequiredService<Db>();
            db.Add(new Organisations.Region { Code = "99", Name = Name, TimeZone = "Asia/Yekaterinburg" });
            await People(db);
            return await db.SaveChangesAsync();
        });
        foreach (var code in new[] { "FIOKO-2020", "RON-2025" }) await Identify(site, code);
        return region;
    }

    public void Forget() => Directory.Delete(folder, recursive: true);

    private static Task<int> Bring(Site site, List<string> files) => site.Ask(async services =>
    {
        var outcome = await services.GetRequiredService<ImportPaths>().Run(new(files, DryRun: false, AcceptWarnings: true, CreatesOrganisations: true, null, new Dictionary<string, string>()), new Progress<Step>(), default);
        var said = new StringWriter();
        outcome.Tell(said);
        return outcome.Errors is null ? 0 : throw new InvalidOperationException(said.ToString());
    });

    private static Task<int> Identify(Site site, string code) => site.Ask(async services =>
    {
        var rules = await services.GetRequiredService<Db>().IdentificationRules.AsNoTracking().Where(r => r.Code == code).ToListAsync();
        return (await services.GetRequiredService<RunIdentification>().Run(RunOrder.Of(rules[0], null, Year, null))).Run.Number;
    });

    private static async Task People(Db db)
    {
        var school = await db.Organisations.Where(o => o.Type == OrganisationType.School).OrderBy(o => o.Code).FirstAsync();
        foreach (var (role, kind, scope, place, position) in new[]
        {
            ("RegionalCoordinator", ScopeKind.Region, (Guid?)null, "Среднереченская область", Who.Coordinator),
            ("Administrator", ScopeKind.Region, null, "Среднереченская область", Who.Administrator),
            ("SchoolHead", ScopeKind.Organisation, school.Id.Value, school.Name, Who.Head),
        })
        {
            var person = new Person { UserName = $"demo-{role}", NormalizedUserName = $"DEMO-{role.ToUpperInvariant()}", Name = place, Position = position, IsDemo = true, SecurityStamp = role };
            db.AddRange(person, new Grant { Person = person.Id, Role = role, ScopeKind = kind, Scope = scope });
        }
    }
}
