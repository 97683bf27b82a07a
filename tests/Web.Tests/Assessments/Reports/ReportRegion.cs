using Microsoft.EntityFrameworkCore;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>Three schools, four classes, 130 participants with marks, journal marks and scores of three tasks, and the region's own scale.</summary>
public sealed class ReportRegion : App, IAsyncLifetime
{
    internal const string Berezovka = "450101", Anino = "450102", Verkhneluzhskaya = "450201";

    internal List<(string School, string Class, int[] Scores, int Mark, int Journal)> Rows { get; } = [];
    public IReadOnlyDictionary<string, Organisation> ByCode { get; private set; } = null!;
    public Id<AssessmentProcedure> Vpr { get; private set; }

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        ByCode = await this.Schools();
        var chance = new Random(45);
        var file = new F1File { School = "" };
        foreach (var (school, className, count, ease) in new[] { (Berezovka, "6А", 31, 0.35), (Berezovka, "6Б", 29, 0.55), (Anino, "6", 25, 0.65), (Verkhneluzhskaya, "6А", 45, 0.7) })
        {
            for (var i = 0; i < count; i++)
            {
                int[] scores = [(chance.NextDouble() < ease ? 1 : 0) + (chance.NextDouble() < ease ? 1 : 0), chance.NextDouble() < ease ? 1 : 0, Enumerable.Range(0, 3).Count(_ => chance.NextDouble() < ease * 0.8)];
                var mark = scores.Sum() switch { < 2 => 2, < 4 => 3, 4 => 4, _ => 5 };
                var journal = chance.Next(9) == 0 ? 0 : Math.Clamp(mark + chance.Next(-1, 2) + (chance.Next(10) == 0 ? 2 : 0), 2, 5);
                Rows.Add((school, className, scores, mark, journal));
                file.Rows.Add([$"edu{school}", "Северный район", "", $"{Rows.Count:60000}", className, "1", .. scores.Select(s => $"{s}"), $"{scores.Sum()}", $"{mark}", journal == 0 ? "" : $"{journal}"]);
            }
        }

        await this.Bring(file.Grid());
        await this.Bring(SmallRegion.Table("Каталог.xlsx",
        [
            ["Процедура", "Год", "Предмет", "Класс", "Задание", "Макс. балл", "Уровень", "Раздел", "Умение", "Планируемый результат", "Источник"],
            ["ВПР", "2026", "Математика", "6", "1", "2", "Б", "Числа", "Вычисления", "Выполнять действия и проверять их", "описание"],
            ["ВПР", "2026", "Математика", "6", "2", "1", "Б", "Данные", "Таблицы", "Выполнять действия и проверять их", "описание"],
            ["ВПР", "2026", "Математика", "6", "3К1", "3", "П", "Числа", "Вычисления", "Решать задачи", "описание"],
        ]));
        await this.Save(MarkScale.Own(new(ProcedureKind.Vpr, "MA", 6, MathLevel.None, new(2026), ""), 2, 4, 5, 6, null, "приказ области", "2026", RuleOrigin.Regional));
        Vpr = await this.Ask(db => db.Procedures.Select(p => p.Id).SingleAsync());
    }

    public string Url(string report, string? school = null) => $"/results/{Vpr}/reports/{report}" + (school is null ? "" : $"?school={ByCode[school].Id}");
}
