using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;

namespace Stupeni.Imports;

public sealed class OrganisationFileTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_list_of_organisations_is_recognised_checked_and_applied()
    {
        var (first, second) = (Sample.Code(), Sample.Code());
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(("organisations.xlsx", Sample.Xlsx(Sample.Row(first, inn: "7707083893", login: $"EDU{first}"), Sample.Row(second, "МБДОУ «Детский сад»", type: "Детский сад", locality: "село", pupils: "—"))));

        var page = await coordinator.Open(import);
        Assert.Contains("проверьте перед применением", page.Text("h1"));
        Assert.Contains("Список организаций", page.Text("main"));
        Assert.Contains("новых 2", page.Text("main"));
        Assert.Equal(0, await Known(first));

        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Apply(import)).StatusCode);
        var made = await app.Ask(db => db.Organisations.AsNoTracking().SingleAsync(o => o.Code == first));
        Assert.Equal((OrganisationType.School, Locality.Urban, 120, $"edu{first}", "7707083893"), (made.Type, made.Locality, made.Pupils, made.Login, made.Inn));
        var other = await app.Ask(db => db.Organisations.AsNoTracking().SingleAsync(o => o.Code == second));
        Assert.Equal((OrganisationType.Preschool, Locality.Rural, null), (other.Type, other.Locality, other.Pupils));
        Assert.Equal(made.Municipality, other.Municipality);

        var line = await app.Ask(db => db.Changes.AsNoTracking().SingleAsync(c => c.SubjectId == made.Id.Value));
        Assert.Equal((ChangeKind.Added, "Проверочный RegionalCoordinator", made.Id.Value), (line.Kind, line.PersonName, line.Organisation!.Value));
        Assert.StartsWith("Импорт №", line.Why);
        Assert.Contains("применён", (await coordinator.Open(import)).Text("h1"));
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        var file = ("organisations.xlsx", Sample.Xlsx(Sample.Row(Sample.Code())));
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        await coordinator.Bring(file);
        var again = await coordinator.Upload(file);

        Assert.Contains("Уже загружен", (await coordinator.Open(again)).Text("#files ~ *, .st-badge"));
        var before = await app.Ask(db => db.Changes.CountAsync(c => c.Subject == nameof(Organisation)));
        var answer = await coordinator.Apply(again);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Применять нечего", (await Browser.Read(answer)).Text(".st-errsum"));
        Assert.Equal(before, await app.Ask(db => db.Changes.CountAsync(c => c.Subject == nameof(Organisation))));
    }

    [Fact]
    public async Task The_same_content_in_another_file_changes_nothing_either()
    {
        var row = Sample.Row(Sample.Code());
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        await coordinator.Bring(("a.xlsx", Sample.Xlsx(row)));
        Assert.Contains("Уже загружен", (await coordinator.Open(await coordinator.Upload(("b.csv", Sample.Csv(row))))).Text(".st-badge"));
    }

    [Fact]
    public async Task A_corrected_file_changes_what_differs_and_leaves_an_empty_cell_alone()
    {
        var code = Sample.Code();
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        await coordinator.Bring(("a.xlsx", Sample.Xlsx(Sample.Row(code, inn: "7707083893"))));
        var import = await coordinator.Upload(("a.xlsx", Sample.Xlsx(Sample.Row(code, "МБОУ «Новая школа»", pupils: "140"))));

        var changes = (await coordinator.Open($"{import}/changes")).Text("table");
        Assert.Contains("Название: МБОУ «Средняя школа № 1» → МБОУ «Новая школа»", changes);
        Assert.Contains("Обучающихся: 120 → 140", changes);
        Assert.DoesNotContain("ИНН", changes);

        await coordinator.Apply(import);
        var now = await app.Ask(db => db.Organisations.AsNoTracking().SingleAsync(o => o.Code == code));
        Assert.Equal(("МБОУ «Новая школа»", 140, "7707083893"), (now.Name, now.Pupils, now.Inn));
        var history = await app.Ask(db => db.Changes.AsNoTracking().SingleAsync(c => c.SubjectId == now.Id.Value && c.Field == "Name"));
        Assert.Equal(("МБОУ «Средняя школа № 1»", "МБОУ «Новая школа»"), (history.Old, history.New));
    }

    [Fact]
    public async Task Municipalities_spelt_otherwise_are_one()
    {
        var (one, two) = (Sample.Code(), Sample.Code());
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        await coordinator.Bring(("a.csv", Sample.Csv(Sample.Row(one, municipality: "г. Озёрный"), Sample.Row(two, municipality: "ОЗЕРНЫЙ городской округ"))));
        Assert.Equal(1, await app.Ask(db => db.Organisations.Where(o => o.Code == one || o.Code == two).Select(o => o.Municipality).Distinct().CountAsync()));
    }

    [Fact]
    public async Task The_layout_of_the_reference_region_is_known_whichever_file_comes_first()
    {
        var schools = "school_id,municipality_code,name,kind,locality,pupils_total,x_km\r\n920001,92,МБОУ «Лицей № 3»,лицей,село,13,1.5\r\n"u8.ToArray();
        var municipalities = "municipality_code,name,urban,x_km\r\n92,Каменский городской округ,1,332.0\r\n"u8.ToArray();
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        await coordinator.Bring(("schools.csv", schools), ("municipalities.csv", municipalities));
        var school = await app.Ask(db => (from o in db.Organisations where o.Code == "920001" join m in db.Municipalities on o.Municipality equals m.Id select new { o.Type, o.Locality, o.Pupils, m.Code, m.Name }).SingleAsync());
        Assert.Equal((OrganisationType.School, Locality.Rural, 13, "92", "Каменский городской округ"), (school.Type, school.Locality, school.Pupils, school.Code, school.Name));
    }

    [Fact]
    public async Task A_code_that_lost_its_zeros_in_Excel_is_the_same_organisation()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        await coordinator.Bring(("a.xlsx", Sample.Xlsx(Sample.Row("017777"))));
        await coordinator.Bring(("b.csv", Sample.Csv(Sample.Row("17777.0", "МБОУ «Семёрка»"))));
        Assert.Equal("МБОУ «Семёрка»", await app.Ask(db => db.Organisations.Where(o => o.Code == "017777").Select(o => o.Name).SingleAsync()));
    }

    [Fact]
    public async Task Names_and_telephones_are_not_kept_and_the_file_is_not_either()
    {
        var rows = new[] { ["Код ОО", "Название", "Муниципалитет", "ФИО директора", "Телефон", "ИНН"], new[] { Sample.Code(), "МБОУ «Школа»", "Лесной", "Иванов Пётр Ильич", "8-912-000-00-01", "7707083893" } };
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(("heads.xlsx", Sample.Book("Лист1", rows)));
        Assert.Contains("удалены при чтении: 2", (await coordinator.Open(import)).Text(".st-note").Replace('\u00a0', ' '));

        var id = new Platform.Id<Import>(Guid.Parse(import.Split('/')[^1]));
        var grid = await app.Ask(async db => await db.GridOf(await db.ImportFiles.Where(f => f.Import == id).Select(f => f.Id).SingleAsync()));
        var texts = grid!.Sheets.SelectMany(s => s.Rows).SelectMany(r => r.Cells.ToArray()).ToList();
        Assert.DoesNotContain(texts, t => t.Contains("Иванов", StringComparison.Ordinal) || t.Contains("912", StringComparison.Ordinal));
        Assert.Contains("МБОУ «Школа»", texts);
    }

    [Fact]
    public async Task A_merged_organisation_is_passed_over_with_a_warning_that_has_to_be_read()
    {
        var (old, successor) = (Sample.Code(), Sample.Code());
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        await coordinator.Bring(("a.xlsx", Sample.Xlsx(Sample.Row(old), Sample.Row(successor))));
        await app.Do(async db =>
        {
            (await db.Organisations.SingleAsync(o => o.Code == old)).MergeInto(await db.Organisations.SingleAsync(o => o.Code == successor), new(2026, 9, 1));
            await db.SaveChangesAsync();
        });

        var import = await coordinator.Upload(("b.xlsx", Sample.Xlsx(Sample.Row(old, "МБОУ «Старая»"), Sample.Row(successor, "МБОУ «Общая»"))));
        var refused = await coordinator.Apply(import);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Прочтите предупреждения", (await Browser.Read(refused)).Text(".st-errsum"));

        var warning = (await coordinator.Open(import)).QuerySelector("input[name=Read]")!.GetAttribute("value");
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Apply(import, new() { ["Read"] = warning })).StatusCode);
        Assert.Equal(["МБОУ «Общая»", "МБОУ «Средняя школа № 1»"], await app.Ask(db => db.Organisations.Where(o => o.Code == old || o.Code == successor).OrderBy(o => o.Name).Select(o => o.Name).ToListAsync()));
    }

    private Task<int> Known(string code) => app.Ask(db => db.Organisations.CountAsync(o => o.Code == code));
}
