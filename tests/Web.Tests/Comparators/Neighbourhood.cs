using Stupeni.Context;
using Stupeni.Organisations;
using Region = Stupeni.Identification.Region;

namespace Stupeni.Comparators;

/// <summary>Sixteen schools of two municipalities with passports and results; the first has many below the threshold in mathematics, the last has nothing at all.</summary>
public sealed class Neighbourhood : App, IAsyncLifetime
{
    private const int Count = 16, InNorth = 9;

    internal Region Region { get; private set; } = null!;
    public List<Organisation> Schools { get; } = [];
    public Organisation First => Schools[0];
    public Organisation Bare => Schools[^1];
    public Municipality North => Region.North;
    public Municipality South => Region.South;

    public async ValueTask InitializeAsync()
    {
        Region = await Region.Of(this);
        for (var i = 1; i <= Count; i++)
            Schools.Add(await Save(Organisation.Open($"0100{i:00}", OrganisationType.School, i <= InNorth ? North.Id : South.Id, new($"Школа {i:00}") { Locality = i == Count ? Locality.Unknown : i % 3 == 0 ? Locality.Rural : Locality.Urban, Pupils = i == Count ? null : 100 + 10 * i })));
        await Do(db =>
        {
            foreach (var (at, school) in Schools.Take(Count - 1).Index())
                foreach (var (indicator, count) in new[] { ("LowIncome", 40 + 3 * at), ("HigherEducation", 90 - 2 * at), ("Incomplete", 50 + at), ("NotNativeRussian", 20 + at), ("LimitedHealth", at == 4 ? 3 : 12 + at) })
                    db.Add(new ContextFigure { Organisation = school.Id, Year = new(2026), Indicator = indicator, Count = count, Base = 200, Source = "социальный паспорт на 01.10", ByName = "Проверка", At = Region.Noon });
            return db.SaveChangesAsync();
        });
        foreach (var (at, school) in Schools.Take(Count - 1).Index())
        {
            await Region.Oge(school, 2026, at == 0 ? 18 : 3, 30);
            await Region.Oge(school, 2026, 4, 30, "RU");
        }
    }

    public string Similar(Organisation? school = null) => $"/organisations/{(school ?? First).Id}/similar";

    public static string Plain(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("main")!.TextContent.Replace('\u00a0', ' ');
}
