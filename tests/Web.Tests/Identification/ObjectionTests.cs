using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Organisations;

namespace Stupeni.Identification;

/// <summary>A school objects, the region answers; each sees what concerns them.</summary>
public sealed class ObjectionTests(ObjectionTests.Made made) : IClassFixture<ObjectionTests.Made>
{
    public sealed class Made : App, IAsyncLifetime
    {
        internal Region Region { get; private set; } = null!;
        internal IdentificationRun Run { get; private set; } = null!;
        internal Organisation[] Schools { get; private set; } = [];
        internal Organisation Foreign { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Region = await Region.Of(this);
            Schools = new Organisation[6];
            for (var i = 0; i < Schools.Length; i++) Schools[i] = await Low($"01000{i}", $"Школа {i}");
            Foreign = await Low("020001", "Южная школа", Region.South);
            Run = await Region.Run();
            await this.Open(Run);
        }

        internal async Task<Organisation> Low(string code, string name, Municipality? municipality = null)
        {
            var school = await Region.School(code, name, municipality);
            await Region.Oge(school, 2026, 9, 24);
            await Region.Vpr(school, 2026, 8, 22);
            return school;
        }
    }

    private string Here => $"/identification/{made.Run.Number}";

    private string Form(Organisation school, IdentificationRun? run = null) => $"/identification/{(run ?? made.Run).Number}/schools/{school.Id}/objection";

    private static Dictionary<string, string?> Says(string text) => new() { ["Form.Text"] = text };

    private static Dictionary<string, string?> Answers(bool accepts, string answer) => new() { ["Form.Accepts"] = accepts ? "true" : "false", ["Form.Answer"] = answer };

    [Fact]
    public async Task A_head_objects_to_figures_and_reads_the_answer_where_the_verdict_is()
    {
        var school = made.Schools[0];
        using var head = await made.SignedIn("SchoolHead", school.Id.Value);
        var page = await head.Open($"{Here}/schools/{school.Id}");
        Assert.Contains($"Возражения принимаются до {Reviewing.Today.AddDays(14):dd.MM.yyyy} включительно", page.Body!.TextContent, StringComparison.Ordinal);

        var figure = (await head.Open(Form(school))).QuerySelector("input[name='Form.Figures']")!.GetAttribute("value");
        var typed = Says("В протоколе 7 из 24, а не 9.");
        typed["Form.Figures"] = figure;
        Assert.Equal(HttpStatusCode.Redirect, (await head.Submit(Form(school), typed)).StatusCode);

        using var coordinator = await made.SignedIn("RegionalCoordinator");
        var answer = await Address(school);
        var said = (await coordinator.Open(answer)).Body!.TextContent;
        Assert.Contains("В протоколе 7 из 24, а не 9.", said, StringComparison.Ordinal);
        Assert.Contains("9 из 24 ниже порога", said, StringComparison.Ordinal);
        var answered = await coordinator.Submit(answer, Answers(true, "Протокол это подтверждает."));
        Assert.EndsWith($"/schools/{school.Id}#decision", answered.Headers.Location!.ToString(), StringComparison.Ordinal);
        var form = await coordinator.Open($"{Here}/schools/{school.Id}");
        Assert.Equal("Возражение школы № 1 принято. Протокол это подтверждает.", form.QuerySelector("#Form_Reason")!.TextContent);

        page = await head.Open($"{Here}/schools/{school.Id}");
        Assert.Contains("Протокол это подтверждает.", page.QuerySelector("#objection")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Принято", page.QuerySelector("#objection")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_leaves_one_objection()
    {
        var school = made.Schools[1];
        using var head = await made.SignedIn("SchoolHead", school.Id.Value);
        var form = await head.Open(Form(school));
        var answers = await Task.WhenAll(Post(), Post());
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Equal(1, await made.Ask(db => db.Objections.CountAsync(o => o.Organisation == school.Id)));

        Task<HttpResponseMessage> Post() => head.Http.PostAsync(Form(school), new FormUrlEncodedContent(form.QuerySelectorAll("main form input[type=hidden]").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value")!)).Append(new("Form.Text", "Одно и то же"))), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_is_empty_or_too_long_is_refused_beside_its_field()
    {
        using var head = await made.SignedIn("SchoolHead", made.Schools[2].Id.Value);
        foreach (var (text, message) in new[] { (" ", "Напишите, с чем школа не согласна"), (new string('я', 4001), "Не длиннее 4000 знаков.") })
        {
            var page = await Browser.Read(await head.Submit(Form(made.Schools[2]), Says(text)));
            Assert.Contains(message, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector("#Form_Text"));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await head.Submit(Form(made.Schools[2]), Says(new string('я', 4000)))).StatusCode);
    }

    [Fact]
    public async Task After_the_last_day_the_form_says_till_when_it_was()
    {
        var school = await made.Low("010300", "Опоздавшая");
        var run = await made.Region.Run(minParticipants: 12);
        await made.Open(run);
        using var head = await made.SignedIn("SchoolHead", school.Id.Value);
        var open = await head.Open(Form(school, run));
        await made.Pass(run);
        var answer = await head.Http.PostAsync(Form(school, run), new FormUrlEncodedContent(open.QuerySelectorAll("main form input[type=hidden]").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value")!)).Append(new("Form.Text", "Поздно"))), TestContext.Current.CancellationToken);
        var page = await Browser.Read(answer);
        Assert.Contains($"Возражения принимались до {Reviewing.Today.AddDays(-1):dd.MM.yyyy}: новые не принимаются.", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Поздно", page.QuerySelector("#Form_Text")!.TextContent);
        Assert.Null((await head.Open(Form(school, run))).QuerySelector("main form"));
    }

    [Fact]
    public async Task The_second_of_two_who_answer_is_refused_and_sees_the_first()
    {
        var school = made.Schools[3];
        await Object(school);
        var address = await Address(school);
        using var first = await made.SignedIn("RegionalCoordinator");
        using var second = await made.SignedIn("RegionalCoordinator");
        var stale = await second.Open(address);
        await first.Submit(address, Answers(false, "Числа верны."));
        var fields = stale.QuerySelectorAll("main form input[type=hidden]").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value")!)).Concat([new("Form.Accepts", "true"), new("Form.Answer", "Принять.")]);
        var answer = await second.Http.PostAsync(address, new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.Read(answer);
        Assert.Contains("изменил другой человек", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Числа верны.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ObjectionState.Declined, (await made.Ask(db => db.Objections.SingleAsync(o => o.Organisation == school.Id))).State);
    }

    [Fact]
    public async Task A_school_takes_its_objection_back_and_may_write_another()
    {
        var school = made.Schools[4];
        using var head = await made.SignedIn("SchoolHead", school.Id.Value);
        await head.Submit(Form(school), Says("Ошиблись."));
        await head.Submit(await Address(school), [], "main form[action*=Withdraw]");
        Assert.Equal(HttpStatusCode.Redirect, (await head.Submit(Form(school), Says("Теперь верно."))).StatusCode);
        Assert.Equal([ObjectionState.Withdrawn, ObjectionState.Sent], await made.Ask(db => db.Objections.Where(o => o.Organisation == school.Id).OrderBy(o => o.Number).Select(o => o.State).ToListAsync()));
    }

    [Fact]
    public async Task Each_sees_the_objections_that_concern_them()
    {
        var (own, foreign) = (made.Schools[5], made.Foreign);
        await Object(own);
        await Object(foreign);
        var (ownAddress, foreignAddress) = (await Address(own), await Address(foreign));
        foreach (var (role, scope, seesOwn, seesForeign) in new (string, Guid?, bool, bool)[]
        {
            ("SchoolHead", own.Id.Value, true, false), ("MunicipalCoordinator", made.Region.North.Id.Value, true, false), ("MunicipalCoordinator", made.Region.South.Id.Value, false, true), ("ExternalCurator", foreign.Id.Value, false, true),
            ("RegionalCoordinator", null, true, true), ("RegionalOperator", null, true, true), ("Analyst", null, false, false), ("Teacher", own.Id.Value, false, false), ("Administrator", null, false, false),
        })
        {
            using var browser = await made.SignedIn(role, scope);
            Assert.Equal(seesOwn ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.Get(ownAddress)).StatusCode);
            Assert.Equal(seesForeign ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.Get(foreignAddress)).StatusCode);
            if (!seesOwn && !seesForeign) continue;

            var text = (await browser.Open($"{Here}/objections")).Body!.TextContent;
            Assert.Equal((seesOwn, seesForeign), (text.Contains(own.Name, StringComparison.Ordinal), text.Contains(foreign.Name, StringComparison.Ordinal)));
            Assert.Equal(role == "SchoolHead" ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.Get(Form(own))).StatusCode);
            Assert.Equal(role == "RegionalCoordinator", (await browser.Open(seesOwn ? ownAddress : foreignAddress)).QuerySelector("input[name='Form.Accepts']") is not null);
        }
    }

    private Task Object(Organisation school) => made.Do(async db =>
    {
        db.Add(Objection.Send(await db.ReviewToChange(made.Run), school.Id, [], "Не согласны.", Reviewing.Today, Accounts.Viewer.Program, Region.Noon));
        await db.SaveChangesAsync();
    });

    private async Task<string> Address(Organisation school) => $"{Here}/objections/{await made.Ask(db => db.Objections.Where(o => o.Organisation == school.Id).OrderByDescending(o => o.Number).Select(o => o.Id).FirstAsync())}";
}
