using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;

namespace Stupeni.Identification;

/// <summary>Confirming, adding, taking out: with an act, a reason and a record; two at once; not by others.</summary>
public sealed class DecisionTests(DecisionTests.Made made) : IClassFixture<DecisionTests.Made>
{
    public sealed class Made : App, IAsyncLifetime
    {
        internal Region Region { get; private set; } = null!;
        internal IdentificationRun Run { get; private set; } = null!;
        internal Organisation[] Listed { get; private set; } = [];
        internal Organisation Calm { get; private set; } = null!;
        internal Organisation Small { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Region = await Region.Of(this);
            Listed = new Organisation[5];
            for (var i = 0; i < Listed.Length; i++)
            {
                Listed[i] = await Region.School($"01000{i}", $"Школа {i}");
                await Region.Oge(Listed[i], 2026, 9, 24);
                await Region.Vpr(Listed[i], 2026, 8, 22);
            }

            (Calm, Small) = (await Region.School("010101", "Спокойная"), await Region.School("010102", "Малая"));
            await Region.Oge(Calm, 2026, 0, 24);
            await Region.Oge(Small, 2026, 3, 9);
            await Region.Oge(Small, 2025, 4, 9);
            Run = await Region.Run();
        }
    }

    private static Dictionary<string, string?> Act(string kind, string reason = "", string number = "01-12/345", string date = "2026-01-20") =>
        new() { ["Form.Kind"] = kind, ["Form.Reason"] = reason, ["Form.ActNumber"] = number, ["Form.ActDate"] = date };

    private string Page(Organisation school) => $"/identification/{made.Run.Number}/schools/{school.Id}";

    [Fact]
    public async Task A_listed_school_is_confirmed_and_the_record_says_so()
    {
        using var browser = await made.SignedIn("RegionalCoordinator");
        var answer = await browser.Submit(Page(made.Listed[0]), Act("Confirmed"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await browser.Open(Page(made.Listed[0]));
        Assert.Contains("Решение записано: Подтверждена, акт 01-12/345 от 20.01.2026.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Подтверждена", page.QuerySelector("#decision")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await Record(made.Listed[0]), c => c is { Kind: ChangeKind.Added, Label: "01-12/345" });

        // Sent again as it is, nothing changes and nothing is said.
        await browser.Submit(Page(made.Listed[0]), []);
        Assert.DoesNotContain("Решение записано:", (await browser.Open(Page(made.Listed[0]))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(await Record(made.Listed[0]));

        await browser.Submit(Page(made.Listed[0]), Act("Removed", "Данные исправлены по апелляции.", "01-12/400"));
        var change = (await Record(made.Listed[0])).Single(c => c.Field == nameof(ListDecision.Kind));
        Assert.Equal(("Confirmed", "Removed", "Данные исправлены по апелляции."), (change.Old, change.New, change.Why));
    }

    [Fact]
    public async Task Wrong_input_is_refused_beside_its_field_and_stays_typed()
    {
        using var browser = await made.SignedIn("RegionalCoordinator");
        var cases = new (Dictionary<string, string?> Typed, string Message)[]
        {
            (Act("Removed"), "Напишите причину"),
            (Act("Confirmed", number: " "), "Укажите номер акта."),
            (Act("Confirmed", date: ""), "Укажите дату акта."),
            (Act("Confirmed", date: "2099-01-01"), "Дата акта не может быть позже сегодняшней"),
            (Act("Confirmed", date: "вчера"), "вчера"),
            (Act("Added", "Просят"), "Школа уже в списке по правилу"),
            (Act("", "Просят"), "Выберите решение."),
            (Act("Confirmed", number: new string('1', 61)), "Не длиннее 60 знаков."),
            (Act("Removed", new string('я', 1001)), "Не длиннее 1000 знаков."),
        };
        foreach (var (typed, message) in cases)
        {
            var page = await Browser.Read(await browser.Submit(Page(made.Listed[1]), typed));
            Assert.Contains(message, page.QuerySelector("[role=alert]")?.TextContent ?? "", StringComparison.Ordinal);
            Assert.Equal(typed["Form.ActNumber"], page.QuerySelector("#Form_ActNumber")!.GetAttribute("value"));
        }

        Assert.Empty(await Record(made.Listed[1]));
    }

    [Fact]
    public async Task A_school_that_the_rule_did_not_list_is_added_and_taken_out_again()
    {
        using var browser = await made.SignedIn("RegionalCoordinator");
        var refused = await Browser.Read(await browser.Submit(Page(made.Calm), Act("Removed", "Так решили")));
        Assert.Contains("её можно только добавить", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit(Page(made.Calm), Act("Added", "Просьба школы"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit(Page(made.Calm), Act("Removed", "Добавлена по ошибке"))).StatusCode);
        Assert.Equal(DecisionKind.Removed, (await Decision(made.Calm))!.Kind);
    }

    [Fact]
    public async Task Too_little_data_is_pooled_and_decided_by_a_person()
    {
        using var browser = await made.SignedIn("RegionalCoordinator");
        var page = await browser.Open(Page(made.Small));
        Assert.Contains("ОГЭ, математика за 2\u00a0года вместе: 7 из 18 (38,9\u00a0%).", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("18", page.QuerySelector("section[aria-labelledby=h-pool] tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit(Page(made.Small), Act("Removed", "За два года интервал широкий"))).StatusCode);
    }

    [Fact]
    public async Task The_second_of_two_sees_the_first_and_decides_again()
    {
        using var first = await made.SignedIn("RegionalCoordinator");
        using var second = await made.SignedIn("RegionalCoordinator");
        var stale = (await second.Open(Page(made.Listed[2]))).QuerySelector("input[name='Form.Token']")!.GetAttribute("value");
        await first.Submit(Page(made.Listed[2]), Act("Confirmed", number: "01"));

        var late = Act("Removed", "Другое мнение", "02");
        late["Form.Token"] = stale;
        var answer = await second.Submit(Page(made.Listed[2]), late);
        var page = await Browser.Read(answer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("изменил другой человек", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("01 от 20.01.2026", page.QuerySelector("#decision dl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("02", page.QuerySelector("#Form_ActNumber")!.GetAttribute("value"));
        Assert.Equal(DecisionKind.Confirmed, (await Decision(made.Listed[2]))!.Kind);

        late["Form.Token"] = page.QuerySelector("input[name='Form.Token']")!.GetAttribute("value");
        Assert.Equal(HttpStatusCode.Redirect, (await second.Submit(Page(made.Listed[2]), late)).StatusCode);
        Assert.Equal(DecisionKind.Removed, (await Decision(made.Listed[2]))!.Kind);
    }

    [Fact]
    public async Task Two_sent_at_the_same_moment_leave_one_decision()
    {
        using var first = await made.SignedIn("RegionalCoordinator");
        using var second = await made.SignedIn("RegionalCoordinator");
        var answers = await Task.WhenAll(first.Submit(Page(made.Listed[3]), Act("Confirmed", number: "11")), second.Submit(Page(made.Listed[3]), Act("Confirmed", number: "12")));
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.UnprocessableEntity, $"{a.StatusCode}"));
        Assert.Equal(1, await made.Ask(db => db.ListDecisions.CountAsync(d => d.Organisation == made.Listed[3].Id)));
    }

    [Fact]
    public async Task Only_those_who_decide_lists_may()
    {
        using var coordinator = await made.SignedIn("RegionalCoordinator");
        var token = (await coordinator.Open(Page(made.Listed[4]))).QuerySelector("input[name=_form]")?.GetAttribute("value");
        foreach (var (role, scope) in new[] { ("RegionalOperator", (Guid?)null), ("MunicipalCoordinator", made.Region.North.Id.Value), ("SchoolHead", made.Listed[4].Id.Value) })
        {
            using var browser = await made.SignedIn(role, scope);
            var page = await browser.Open(Page(made.Listed[4]));
            Assert.Null(page.QuerySelector("#decision form"));
            var form = Act("Confirmed");
            form["_form"] = page.QuerySelector("input[name=_form]")?.GetAttribute("value") ?? token;
            var answer = await browser.Http.PostAsync(Page(made.Listed[4]), new FormUrlEncodedContent(form.Select(f => new KeyValuePair<string, string>(f.Key, f.Value ?? ""))), TestContext.Current.CancellationToken);
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        }

        Assert.Null(await Decision(made.Listed[4]));
    }

    [Fact]
    public async Task The_page_says_when_the_data_have_changed_since()
    {
        var school = await made.Region.School("010200", "Исправленная");
        await made.Region.Oge(school, 2026, 9, 24);
        var run = await made.Region.Run(minParticipants: 11);
        await made.Region.Oge(school, 2026, 4, 24);
        using var browser = await made.SignedIn("RegionalCoordinator");
        var page = await browser.Open($"/identification/{run.Number}/schools/{school.Id}");
        Assert.Contains("сейчас 4 из 24", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ОГЭ 2026, математика, 9 класс: 9 из 24 ниже порога — 37,5\u00a0%, порог 30\u00a0%", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("импорт № 7", page.Body.TextContent, StringComparison.Ordinal);
    }

    private Task<ListDecision?> Decision(Organisation school) => made.Ask(db => db.ListDecisions.AsNoTracking().SingleOrDefaultAsync(d => d.Run == made.Run.Id && d.Organisation == school.Id));

    private Task<List<Change>> Record(Organisation school) => made.Ask(db => db.Changes.AsNoTracking().Where(c => c.Subject == nameof(ListDecision) && c.Organisation == school.Id.Value).OrderBy(c => c.Id).ToListAsync());
}
