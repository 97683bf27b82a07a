using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Assessments;
using Stupeni.Context;
using Stupeni.Growth;
using Stupeni.Identification;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Browsing;

/// <summary>Routes with their ids filled in by rows that are there.</summary>
public sealed partial class Addresses
{
    private const string Unknown = "неизвестная.csv";
    private const string Passport = "социальный паспорт.csv";

    private const string Growth = "прирост.csv";

    private const string Untold = "отметки.csv";

    private readonly Dictionary<string, string> ids = [];

    public static async Task<Addresses> Of(Site site)
    {
        var draft = await Draft(site);
        var discrepancy = await Discrepancy(site);
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
            var mapping = new ImportMapping { Name = "Работы района", Kind = "results-table", Fingerprint = "0" };
            db.AddRange(mapping, new MappingVersion { Mapping = mapping.Id, Number = 1, Columns = """{"participant":"A","labels":{"дети":"Pupils"}}""", SavedAt = draft.CreatedAt, SavedBy = "Программа" });
            foreach (var (indicator, count) in new[] { ("Pupils", 412), ("Incomplete", 103), ("LowIncome", 7) })
                db.Add(new ContextFigure { Organisation = school.Id, Year = new(Region.Year), Indicator = indicator, Count = count, Base = indicator == "Pupils" ? null : 412, Source = "социальный паспорт на 01.10", ByName = "Программа", At = draft.CreatedAt });
            var official = await db.Imports.Where(i => i.State == ImportState.Applied).Select(i => i.Id).FirstAsync();
            db.Add(new OfficialListing { Organisation = school.Id, Year = new(Region.Year), List = OfficialList.LowResults, Listed = true, Ground = "приказ № 183 от 24.01.2026", ActNumber = "183", Edition = "2026", Import = official });
            await db.SaveChangesAsync();
            var objection = await Objections(db, school.Id);
            var set = await Neighbours.Tell(db);
            await Study(db, official);
            var addresses = new Addresses();
            foreach (var (key, value) in new (string, object)[]
            {
                ("organisation", school.Id), ("organisations id", school.Id), ("people id", (await db.Users.Where(p => p.Position == Who.Head).SingleAsync()).Id), ("procedure", sheet.Procedure), ("sheets id", sheet.Id),
                ("run", 2), ("other", 1), ("report", "groups"), ("jobs id", job.Id), ("comparability id", flag.Id), ("method", "wilson"), ("imports id", draft.Id), ("import", draft.Id),
                ("applied", await db.Imports.Where(i => i.State == ImportState.Applied).Select(i => i.Id).FirstAsync()),
                ("file", files.Single(f => f.Name == Unknown).Id), ("passport", files.Single(f => f.Name == Passport).Id), ("mappings id", mapping.Id), ("year", Region.Year), ("untold", files.Single(f => f.Name == Untold).Id), ("discrepancy", discrepancy), ("objection", objection), ("sets id", set), ("study", 1), ("growth", files.Single(f => f.Name == Growth).Id),
            }) addresses.ids[key] = $"{value}";
            return addresses;
        });
    }

    /// <summary>Where the route leads; an import that is only undone or was applied is another one than the draft.</summary>
    public string Of(string route) => route.StartsWith("/results/discrepancies/", StringComparison.Ordinal) ? ids["discrepancy"] : Hole().Replace(route, hole =>
    {
        var (before, key) = (route[..hole.Index].TrimEnd('/').Split('/')[^1], hole.Groups[1].Value);
        if (key == "handler") return "";
        if (key == "run" && route.EndsWith("/approved", StringComparison.Ordinal)) return ids["other"];
        if (key == "file" && route.EndsWith("/passport", StringComparison.Ordinal)) return ids["passport"];
        if (key == "file" && route.EndsWith("/growth", StringComparison.Ordinal)) return ids["growth"];
        if (route.EndsWith("/undo", StringComparison.Ordinal)) return ids["applied"];
        if (key == "file" && route.EndsWith("/report", StringComparison.Ordinal)) return ids["untold"];
        return ids.TryGetValue(key, out var id) ? id : ids[$"{before} {key}"];
    }).TrimEnd('/') is { Length: > 0 } path ? path : "/";

    /// <summary>The first run has an approved list, the second an open time with an objection that waits.</summary>
    private static async Task<Id<Objection>> Objections(Db db, Id<Organisation> school)
    {
        var today = new Clock(TimeProvider.System).Today;
        var runs = await db.IdentificationRuns.OrderBy(r => r.Number).Take(2).ToListAsync();
        var (first, second) = (await db.ReviewToChange(runs[0]), await db.ReviewToChange(runs[1]));
        first.OpenPeriod(today.AddDays(-20), today.AddDays(-10), today.AddDays(-5), today.AddDays(-20));
        second.OpenPeriod(today, today.AddDays(14), today.AddDays(21), today);
        var objection = Objection.Send(second, school, [], "В протоколе другое число.", today, Accounts.Viewer.Program, first.From!.Value.ToDateTime(default, DateTimeKind.Utc));
        var list = first.Approve(new(0, 0), "12-р", today, "Об утверждении перечня", today, Accounts.Viewer.Program, first.From.Value.ToDateTime(default, DateTimeKind.Utc));
        var held = await db.Proposed(runs[0].Id, list.Id);
        list.Hold(held);
        db.AddRange(objection, list);
        db.AddRange(held);
        await db.SaveChangesAsync();
        return objection.Id;
    }

    /// <summary>A draft with everything that can be wrong: a damaged workbook, a table whose columns nobody knows, a file that is no table.</summary>
    private static Task<Import> Draft(Site site) => site.Ask(async services =>
    {
        var good = site.Region.Waiting[0];
        var unknown = System.Text.Encoding.UTF8.GetBytes("Код участника;Код ОО;Класс;Задание 1 (2б);Задание 2 (1б);Первичный балл;Отметка\n60001;990101;6А;2;0;2;3\n60002;990101;6А;1;1;2;3\n");
        var passport = System.Text.Encoding.UTF8.GetBytes("Код ОО;Всего обучающихся;Из неполных семей;Из многодетных семей;Безработные родители\n990101;412;103;70;12\n");
        var untold = System.Text.Encoding.UTF8.GetBytes("Группы участников;Кол-во участников;2;3;4;5\nВся выборка;1432765;12,5;40,3;32,9;14,3\n");
        var growth = System.Text.Encoding.UTF8.GetBytes("Код ОО;Результат;Прежний результат;Пол\n990101;62;58;ж\n990101;55;57;м\n");
        var receive = services.GetRequiredService<ReceiveFiles>();
        var school = await services.GetRequiredService<Db>().Organisations.Where(o => o.Type == OrganisationType.School).OrderBy(o => o.Code).Select(o => o.Name).LastAsync();
        var doubtful = System.Text.Encoding.UTF8.GetBytes($"ВПР 2026 Физика 7 класс\nКод участника;Код ОО;Название ОО;Класс;Задание 1 (2б);Задание 2 (1б);Первичный балл;Отметка\n60001;;{school}х;7А;2;0;2;3\n");
        var import = await receive.Start([new("названия.csv", () => new MemoryStream(doubtful)), new(Untold, () => new MemoryStream(untold)), new(Growth, () => new MemoryStream(growth)), Workbooks.Damaged(good[0]), new(Unknown, () => new MemoryStream(unknown)), new(Passport, () => new MemoryStream(passport)), new("рисунок.xlsx", () => new MemoryStream([1, 2, 3]))], false, new Progress<Step>(), default);
        await services.GetRequiredService<CheckImport>().Run(import, new Progress<Step>(), default);
        return import;
    });

    /// <summary>Pupils of a few schools with their prior results, one school of them small.</summary>
    private static async Task Study(Db db, Platform.Id<Import> import)
    {
        var schools = await db.Organisations.Where(o => o.Type == OrganisationType.School).OrderBy(o => o.Code).Take(4).ToListAsync();
        var study = new GrowthStudy
        {
            Number = 1, Title = "Математика, 5–6 классы", Year = new(Region.Year), Subject = "математика", Source = "мониторинг области", Import = import, File = Growth, Sha256 = new('0', 64), Columns = new StudyColumns("балл", "прежний балл", [new("пол", ["ж", "м"])]).Json(),
            OfRegister = true, Schools = schools.Count, Pupils = 66, LeftOut = 0, At = new(2026, 9, 1, 12, 0, 0, DateTimeKind.Utc), ByName = "Программа",
        };
        db.Add(study);
        foreach (var (at, school) in schools.Index())
        {
            var pupils = Enumerable.Range(0, at == 3 ? 6 : 20).Select(i => new double[] { 40 + 6 * at + i * 7 % 23 + i * 5 % 11, 30 + i * 7 % 23, i % 2 }).ToList();
            db.Add(new GrowthSchool { Study = study.Id, Position = at, Organisation = school.Id, Label = school.Name, Pupils = pupils.Count, Rows = PupilRows.Pack(pupils) });
        }

        await db.SaveChangesAsync();
    }

    /// <summary>A report of ФИС ОКО that says something else than the sheets of a school, and leads to where it is decided.</summary>
    private static Task<string> Discrepancy(Site site) => site.Ask(async services =>
    {
        var db = services.GetRequiredService<Db>();
        var at = await (from s in db.ScoreSheets join p in db.Procedures on s.Procedure equals p.Id where p.Kind == ProcedureKind.Vpr join o in db.Organisations on s.Organisation equals o.Id join u in db.Subjects on p.Subject equals u.Code orderby o.Code, p.Subject, p.Grade
                        select new { p.Id, p.Grade, p.Year, u.Name, School = o.Id, o.Code, s.Participants }).FirstAsync();
        var report = System.Text.Encoding.UTF8.GetBytes($"Год;Класс;Предмет;Логин;Кол-во участников;2;3;4;5\n{at.Year.Ends};{at.Grade};{at.Name};{at.Code};{at.Participants + 1};97;1;1;1\n");
        var import = await services.GetRequiredService<ReceiveFiles>().Start([new("сводная по отметкам.csv", () => new MemoryStream(report))], false, new Progress<Step>(), default);
        await services.GetRequiredService<CheckImport>().Run(import, new Progress<Step>(), default);
        await services.GetRequiredService<ApplyImport>().Run(import, leaveAside: false, new Progress<Step>(), default);
        return $"/results/discrepancies/{at.Id}/marks/school/{at.School}";
    });

    [GeneratedRegex(@"\{([a-z]+)[^}]*\}")]
    private static partial Regex Hole();
}
