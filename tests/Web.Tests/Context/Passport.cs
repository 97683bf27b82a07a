using System.Text;
using Microsoft.EntityFrameworkCore;
using Stupeni.Imports.Reading;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Context;

/// <summary>Passports as schools and municipalities write them.</summary>
internal static class Passport
{
    /// <summary>A municipality's table: a title, two rows of headers, names before codes, a numbered row, a total below.</summary>
    public static readonly string[][] OfMunicipality =
    [
        ["Социальный паспорт образовательных организаций на 1 октября 2025 года"],
        ["№ п/п", "Наименование ОО", "Код ОО", "Общее количество обучающихся", "Количество детей из неполных семей", "Дети из многодетных семей (чел.)", "Малообеспеченные", "Дети, у которых оба родителя имеют высшее образование", "Родители безработные", "Состоят на учёте", "", "", "Дети с ОВЗ", "Дети-инвалиды", "Дети, для которых русский язык не родной", "Дети под опекой", "Доля неполных семей, %"],
        ["", "", "", "", "", "", "", "", "", "ВШУ", "КДН", "ПДН", "", "", "", "", ""],
        ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17"],
        ["1", "Берёзовская школа", "450101.0", "412", "103", "64", "70", "99", "12", "4", "0", "2", "15", "4", "-", "9", "25"],
        ["2", "Анинская школа", "450102", "88", "20", "31", "", "7", "5", "0", "1", "0", "3", "0", "2", "1", "22,7"],
        ["", "Итого", "", "500", "123", "95", "70", "106", "17", "4", "1", "2", "18", "4", "2", "10", ""],
    ];

    /// <summary>One school's own paper: indicators in rows, two years beside each other.</summary>
    public static readonly string[][] OfSchool =
    [
        ["Социальный паспорт школы"], ["Логин", "edu450201"], ["№", "Показатель", "2024/2025", "2025/2026", "%"],
        ["1", "Всего обучающихся", "200", "210", ""], ["2", "Всего семей", "150", "160", ""], ["3", "Неполные семьи", "30", "40", "25"], ["4", "Многодетные семьи", "20", "22", "13,8"],
        ["5", "Состоят на профилактическом учёте", "3", "2", "1"], ["6", "Дети-инвалиды", "", "1", "0,5"],
    ];

    public static Grid Grid(string name, IEnumerable<string[]> rows) => new(name, Container.Xlsx, [GridSheet.Of("Лист1", [.. rows])], []);

    public static byte[] Csv(IEnumerable<string[]> rows) => Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Select(r => string.Join(';', r))));

    /// <summary>What holds today: «Incomplete 103/412», by position of the indicator.</summary>
    public static Task<List<string>> Held(this App app, Organisation school, int ends) => app.Ask(async db =>
        (await (from f in db.ContextFigures.AsNoTracking() where f.Organisation == school.Id && f.Year == new SchoolYear(ends) && f.State == FigureState.Current join i in db.ContextIndicators on f.Indicator equals i.Code orderby i.Position select f).ToListAsync())
            .ConvertAll(f => $"{f.Indicator} {f.Count?.ToString() ?? "—"}{(f.Base is { } of ? $"/{of}" : "")}"));
}
