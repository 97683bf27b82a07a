using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Organisations;

namespace Stupeni.Imports;

public sealed class OrganisationIndexTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task An_organisation_is_found_by_code_by_login_and_by_name_with_municipality()
    {
        var (municipality, code) = await Place();
        await Ask(false, index =>
        {
            Assert.Equal(code, index.Find(new(code)).Organisation?.Code);
            Assert.Equal(code, index.Find(new($"{code}.0")).Organisation?.Code);
            Assert.Equal(code, index.Find(new(Login: $"EDU{code}")).Organisation?.Code);
            Assert.Equal(code, index.Find(new($"edu{code}")).Organisation?.Code);
            Assert.Equal(code, index.Find(new(Name: $"мбоу \"лицей {code}\"", Municipality: municipality.ToUpperInvariant())).Organisation?.Code);
            Assert.Same(index.Find(new(code)), index.Find(new(code)));
        });
    }

    [Fact]
    public async Task An_unknown_code_names_what_is_near()
    {
        var (_, code) = await Place();
        await Ask(false, index =>
        {
            var answer = index.Find(new(code[..^1]));
            Assert.Null(answer.Organisation);
            Assert.Equal("Неизвестный код ОО.", answer.Error!.Text);
            Assert.Contains("Похожая", answer.Mend!.Text);
            Assert.Equal("Код ОО не указан.", index.Find(new()).Error!.Text);
        });
    }

    [Fact]
    public async Task What_nobody_knows_is_made_from_what_the_file_says_if_it_is_wished()
    {
        var code = Sample.Code();
        await Ask(true, index =>
        {
            var made = index.Find(new($"edu{code}", Name: "МБДОУ «Ромашка»", Municipality: "Далёкий район")).Organisation!;
            Assert.Equal(($"edu{code}", OrganisationType.Preschool, "Далёкий район", true), (made.Login, made.Type, made.Municipality.Name, made.IsNew));
            Assert.Equal(made.Id, index.Find(new($"edu{code}")).Organisation!.Id);
            Assert.Equal("Организация 77", index.Find(new("77")).Organisation!.Name);
        });
    }

    [Fact]
    public async Task A_merged_organisation_leads_to_its_successor_with_a_warning()
    {
        var ((_, old), (_, next)) = (await Place(), await Place());
        await app.Do(async db =>
        {
            db.Organisations.Single(o => o.Code == old).MergeInto(db.Organisations.Single(o => o.Code == next), new(2026, 1, 9));
            await db.SaveChangesAsync();
        });
        await Ask(false, index =>
        {
            var answer = index.Find(new(old));
            Assert.Equal(next, answer.Organisation!.Code);
            Assert.NotNull(answer.Warning);
        });
    }

    [Theory]
    [InlineData("лицей", OrganisationType.School)]
    [InlineData("Средняя школа", OrganisationType.School)]
    [InlineData("СОШ", OrganisationType.School)]
    [InlineData("Детский сад", OrganisationType.Preschool)]
    [InlineData("ДОУ", OrganisationType.Preschool)]
    [InlineData("Учреждение дополнительного образования", OrganisationType.AdditionalEducation)]
    [InlineData("ДЮСШ", OrganisationType.AdditionalEducation)]
    [InlineData("Служба сопровождения", OrganisationType.ServiceOrganisation)]
    [InlineData("School", OrganisationType.School)]
    [InlineData("завод", null)]
    [InlineData("2", null)]
    public void Types_are_read_as_people_write_them(string text, OrganisationType? type) => Assert.Equal(type, TypeWords.Parse(text));

    [Theory]
    [InlineData("109907", "109901", true)]
    [InlineData("заречный", "зарченый", true)]
    [InlineData("лесной", "каменский", false)]
    [InlineData("12", "13", false)]
    public void A_slip_is_near(string left, string right, bool near) => Assert.Equal(near, Likeness.IsNear(left, right));

    [Fact]
    public void A_sentence_keeps_its_arguments()
    {
        var message = new Message("{0} {1:N0} {2}", "имя", 200_001, new Message("внутри {0}", 5));
        Assert.Equal(message.Say(), Messages.Of(message.Text, message.Kept()).Say());
    }

    private async Task<(string Municipality, string Code)> Place()
    {
        var code = Sample.Code();
        var municipality = await app.Save(Municipality.Open(code, $"Округ {code}"));
        await app.Save(Organisation.Open(code, OrganisationType.School, municipality.Id, new($"МБОУ «Лицей {code}»") { Login = $"edu{code}" }));
        return (municipality.Name, code);
    }

    private Task Ask(bool creates, Action<OrganisationIndex> look) => app.Do(async db =>
        look(await OrganisationIndex.Of(db, new(new("x.csv", Container.Text, [], []), "", null, Viewer.Program, creates, new()), default)));
}
