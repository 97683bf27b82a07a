using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Assessments;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform.Jobs;

namespace Stupeni.Browsing;

/// <summary>Routes with their ids filled in by rows that are there.</summary>
public sealed partial class Addresses
{
    private const string Unknown = "неизвестная.csv";

    private readonly Dictionary<string, string> ids = [];

    public static async Task<Addresses> Of(Site site)
    {
        var draft = await Draft(site);
        return await site.Ask(async services =>
        {
            var db = services.GetRequiredService<Db>();
            var school = await db.Organisations.Where(o => o.Type == OrganisationType.School).OrderBy(o => o.Code).FirstAsync();
            var sheet = await db.ScoreSheets.Where(s => s.Organisation == school.Id).FirstAsync();
            var files = await db.ImportFiles.Where(f => f.Import == draft.Id).ToListAsync();
            var job = new JobRun { Work = "check-import", Input = $"{draft.Id}", Title = "Проверка импорта № {0}", TitleArg = "1", ByName = "Программа", QueuedAt = draft.CreatedAt, State = JobState.Failed, TraceId = "4bf92f3577b34da6" };
            var flag = new ComparabilityFlag { Flag = Comparability.ChangedScale, Kind = ProcedureKind.Oge, Subject = "RU", Year = new(Region.Year - 1), Reason = "шкала изменена приказом", Source = "приказ № 12", Edition = "2025", Origin = RuleOrigin.Regional };
            var name = NameDecision.Of(new(NameSubject.Organisation, "Школа, которую пишут по-разному", "", "город"), NameAnswer.Same, school.Id, null, draft.Id, Accounts.Viewer.Program, draft.CreatedAt);
            var mend = new ImportMend { File = files.Single(f => f.Name == Unknown).Id, Sheet = "", Row = 2, Letter = "D", Before = "два", After = "2", At = draft.CreatedAt, ByName = "Программа" };
            db.AddRange(job, flag, name, mend);
            await db.SaveChangesAsync();
            var addresses = new Addresses();
            foreach (var (key, value) in new (string, object)[]
            {
                ("organisation", school.Id), ("organisations id", school.Id), ("people id", (await db.Users.Where(p => p.Position == Who.Head).SingleAsync()).Id), ("procedure", sheet.Procedure), ("sheets id", sheet.Id),
                ("run", 2), ("other", 1), ("report", "groups"), ("jobs id", job.Id), ("comparability id", flag.Id), ("method", "wilson"), ("imports id", draft.Id), ("import", draft.Id),
                ("applied", await db.Imports.Where(i => i.State == ImportState.Applied).Select(i => i.Id).FirstAsync()),
                ("file", files.Single(f => f.Name == Unknown).Id),
            }) addresses.ids[key] = $"{value}";
            return addresses;
        });
    }

    /// <summary>Where the route leads; an import that is only undone or was applied is another one than the draft.</summary>
    public string Of(string route) => Hole().Replace(route, hole =>
    {
        var (before, key) = (route[..hole.Index].TrimEnd('/').Split('/')[^1], hole.Groups[1].Value);
        if (key == "handler") return "";
        if (route.EndsWith("/undo", StringComparison.Ordinal)) return ids["applied"];
        return ids.TryGetValue(key, out var id) ? id : ids[$"{before} {key}"];
    }).TrimEnd('/') is { Length: > 0 } path ? path : "/";

    /// <summary>A draft with everything that can be wrong: a damaged workbook, a table whose columns nobody knows, a file that is no table.</summary>
    private static Task<Import> Draft(Site site) => site.Ask(async services =>
    {
        var good = site.Region.Waiting[0];
        var unknown = System.Text.Encoding.UTF8.GetBytes("Код участника;Код ОО;Класс;Задание 1 (2б);Задание 2 (1б);Первичный балл;Отметка\n60001;990101;6А;2;0;2;3\n60002;990101;6А;1;1;2;3\n");
        var receive = services.GetRequiredService<ReceiveFiles>();
        var school = await services.GetRequiredService<Db>().Organisations.Where(o => o.Type == OrganisationType.School).OrderBy(o => o.Code).Select(o => o.Name).LastAsync();
        var doubtful = System.Text.Encoding.UTF8.GetBytes($"ВПР 2026 Физика 7 класс\nКод участника;Код ОО;Название ОО;Класс;Задание 1 (2б);Задание 2 (1б);Первичный балл;Отметка\n60001;;{school}х;7А;2;0;2;3\n");
        var import = await receive.Start([Workbooks.Damaged(good[0]), new("названия.csv", () => new MemoryStream(doubtful)), new(Unknown, () => new MemoryStream(unknown)), new("рисунок.xlsx", () => new MemoryStream([1, 2, 3]))], false, new Progress<Step>(), default);
        await services.GetRequiredService<CheckImport>().Run(import, new Progress<Step>(), default);
        return import;
    });

    [GeneratedRegex(@"\{([a-z]+)[^}]*\}")]
    private static partial Regex Hole();
}
