using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Organisations;

namespace Stupeni.Assessments.Trends;

/// <summary>
/// Three schools and five years of ВПР mathematics of grade 6, of which 2022 was written in autumn:
/// 450101 has 6/20, 6/20, 2/25, 3/25, 15/25; 450102 has 3/12 in 2025 and 1/5 in 2026; 450201, in the south, 5/30 and 6/30.
/// </summary>
public sealed class TrendRegion : App, IAsyncLifetime
{
    public Queries Queries { get; } = new();

    public IReadOnlyDictionary<string, Organisation> ByCode { get; private set; } = null!;

    public string Trends(string code) => $"/organisations/{ByCode[code].Id}/trends";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.ConfigureDbContext<Db>(options => options.AddInterceptors(Queries)));
    }

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        ByCode = await this.Schools();
        foreach (var (year, below, n) in new[] { (2022, 6, 20), (2023, 6, 20), (2024, 2, 25), (2025, 3, 25), (2026, 15, 25) })
        {
            List<string[]> rows = [.. Pupils("450101", below, n)];
            if (year >= 2025) rows.AddRange([.. year == 2025 ? Pupils("450102", 3, 12) : Pupils("450102", 1, 5), .. Pupils("450201", year - 2020, 30)]);
            await this.Bring(SmallRegion.Table($"ВПР-MA-06 {year}.xlsx", [["Код участника", "Код ОО", "Класс", "Задание 1 (2б)", "Задание 2 (1б)", "Первичный балл", "Отметка"], .. rows]));
        }
    }

    private static IEnumerable<string[]> Pupils(string school, int below, int n) =>
        Enumerable.Range(0, n).Select(at => (string[])[$"{school}{at:00}", school, "6А", at < below ? "0" : "2", at < below ? "0" : "1", at < below ? "0" : "3", at < below ? "2" : "4"]);
}
