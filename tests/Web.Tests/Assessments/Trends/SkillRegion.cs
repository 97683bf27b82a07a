using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Trends;

/// <summary>
/// ВПР mathematics of grade 6 from 2022, which was written in autumn, to 2026, and of grade 5 in 2025; «Вычисления» are two tasks of three points together, «Таблицы» one task.
/// 450101 wrote every year, 450201 in the south in 2025 and 2026. From 2025 on «Таблицы» belong to another section.
/// </summary>
public sealed class SkillRegion : App, IAsyncLifetime
{
    public Queries Queries { get; } = new();
    internal List<(string School, int Grade, int Year, int[] Scores, int Mark)> Rows { get; } = [];
    public IReadOnlyDictionary<string, Organisation> ByCode { get; private set; } = null!;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.ConfigureDbContext<Db>(options => options.AddInterceptors(Queries)));
    }

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        ByCode = await this.Schools();
        foreach (var (grade, year, easy) in new[] { (6, 2022, 16), (6, 2023, 16), (6, 2024, 18), (6, 2025, 17), (6, 2026, 3), (5, 2025, 28) })
        {
            var schools = grade == 5 ? ["450101"] : year >= 2025 ? ["450101", "450201"] : new[] { "450101" };
            foreach (var school in schools)
                for (var at = 0; at < 40; at++)
                {
                    int[] scores = [at < easy ? 2 : at < easy + 8 ? 1 : 0, at % 2, at < easy ? 1 : 0];
                    Rows.Add((school, grade, year, scores, at < easy ? 5 : at < easy + 9 ? 3 : 2));
                }

            await this.Bring(SmallRegion.Table($"ВПР-MA-0{grade} {year}.xlsx", [["Код участника", "Код ОО", "Класс", "Задание 1 (2б)", "Задание 2 (1б)", "Задание 3 (1б)", "Первичный балл", "Отметка"],
                .. Rows.Where(r => (r.Grade, r.Year) == (grade, year)).Select((r, at) => (string[])[$"{year}{grade}{at:000}", r.School, $"{grade}А", .. r.Scores.Select(s => $"{s}"), $"{r.Scores.Sum()}", $"{r.Mark}"])]));
            await this.Bring(SmallRegion.Table("Каталог.xlsx",
            [
                ["Процедура", "Год", "Предмет", "Класс", "Задание", "Макс. балл", "Уровень", "Раздел", "Умение", "Планируемый результат", "Источник"],
                ["ВПР", $"{year}", "Математика", $"{grade}", "1", "2", "Б", "Числа", "Вычисления", "Считать", "описание"], ["ВПР", $"{year}", "Математика", $"{grade}", "2", "1", "Б", year < 2025 ? "Данные" : "Статистика", "Таблицы", "Читать", "описание"],
                ["ВПР", $"{year}", "Математика", $"{grade}", "3", "1", "Б", "Числа", "вычисления", "Считать", "описание"],
            ]));
        }
    }

    /// <summary>The points of «Вычисления» and how many could be had.</summary>
    internal (int Points, int Most, int N) Calculations(string? school, int grade, int year)
    {
        var rows = Rows.FindAll(r => (school is null || r.School == school) && (r.Grade, r.Year) == (grade, year));
        return (rows.Sum(r => r.Scores[0] + r.Scores[2]), 3 * rows.Count, rows.Count);
    }

    public Task<Id<AssessmentProcedure>> Procedure(int grade, int year) => this.Ask(db => db.Procedures.Where(p => p.Grade == grade && p.Year == new SchoolYear(year)).Select(p => p.Id).SingleAsync());
}
