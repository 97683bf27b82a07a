using Stupeni.Demo.Sample;
using Stupeni.Documents;

namespace Stupeni.Demo.Files;

/// <summary>The social passport: counts per school, nothing of a family.</summary>
internal static class ContextFile
{
    private static readonly string[] Headers =
    [
        "Код ОО", "Название", "Всего обучающихся", "Оба родителя с высшим образованием", "Из неполных семей", "Из малообеспеченных семей", "Родители без работы", "На учёте",
        "С ОВЗ и инвалидностью", "Русский язык не родной", "Без интернета дома", "Подвозятся", "Учителей", "Вакансий учителей",
    ];

    public static void Write(Stream to, InventedRegion region, int year) =>
        new Workbook([new($"Социальный паспорт {year}", [.. Headers.Select((h, at) => new Column(h, at < 2 ? ColumnKind.Text : ColumnKind.Whole, at == 1 ? 40 : 14))], region.Schools.Select(s => Row(s, region.Chance.Branch($"context {year}", s.Number))))]).WriteTo(to);

    private static IReadOnlyList<Cell> Row(InventedSchool school, Chance chance)
    {
        var (hard, village) = (school.Disadvantage, school.Settlement.IsTown ? 0.0 : 1.0);
        var teachers = Math.Max(4, (int)Math.Round(school.Pupils / 14.0 + 3));
        return
        [
            school.Code, school.Name, school.Pupils, Part(0.36 - 0.10 * hard - 0.06 * village), Part(0.22 + 0.05 * hard), Part(0.20 + 0.08 * hard + 0.05 * village), Part(0.05 + 0.03 * hard + 0.03 * village), Part(0.015 + 0.01 * hard),
            Part(0.05 + 0.02 * hard), Part(0.03 + 0.02 * hard), Part(0.06 + 0.04 * hard + 0.06 * village), Part(0.03 + 0.30 * village), teachers, Math.Max(0, (int)Math.Round(teachers * (0.04 + 0.04 * hard + chance.Normal(0, 0.03)))),
        ];

        long Part(double share) => (long)Math.Round(school.Pupils * Math.Clamp(share + chance.Normal(0, 0.025), 0, 0.98));
    }
}
