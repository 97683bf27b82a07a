using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Context.Passports;

/// <summary>Turns the rows of a passport into figures; everything wrong is told with its cell. An empty cell says nothing.</summary>
internal sealed class PassportReading(SchoolFinder schools, FindingList findings, string fileName)
{
    private const int MostPupils = 20_000;

    private readonly HashSet<string> told = [];

    public Dictionary<(Id<Organisation>, SchoolYear, string), (NewFigure Figure, Spot At)> Figures { get; } = [];

    public Dictionary<Id<Organisation>, string> Names { get; } = [];

    public int Rows { get; private set; }

    /// <summary>Whether a row lacks what only a person can say: the year or the school.</summary>
    public bool Asks { get; private set; }

    public void Read(PassportRow row)
    {
        Rows++;
        if (row.Year is null)
        {
            findings.Error(row.YearAt, new("Не сказано, какой это учебный год."), new("Впишите год в название файла или в столбец «Год», либо назовите его при сопоставлении."));
            Asks = true;
        }

        if (row.School == new OrganisationAsked())
        {
            findings.Error(row.SchoolAt, new("Не сказано, какая это школа."), new("Добавьте строку или столбец «Код ОО»."));
            Asks = true;
            return;
        }

        var school = schools.Find(row.School, row.SchoolAt);
        var counts = row.Cells.Select(c => (Cell: c, Count: Count(c))).Where(c => c.Count is not null).ToList();
        if (school == SchoolFinder.None || row.Year is not { } year) return;
        Names[schools[school].Id] = schools[school].Name;
        if (counts.Count == 0) findings.Warning(row.SchoolAt, new("Показателей в строке нет: школа пропущена."), new("Впишите числа; если их нет, строку можно удалить."));

        var (pupils, families) = (Total(counts, ContextIndicator.Pupils), Total(counts, ContextIndicator.Families));
        foreach (var (cell, count) in counts) Add(new(schools[school].Id, year, cell.Label.Field, count, Base(cell, pupils, families), $"{fileName}, {cell.At.Sheet}{(cell.At.Row is { } at ? $", строка {at}" : "")}"), cell);
        if (counts.Count > 0 && pupils is null && counts.Exists(c => !IsBase(c.Cell))) findings.Warning(row.SchoolAt, new("{0}: всего обучающихся не сказано, доли посчитать не из чего.", schools[school].Name), new("Добавьте столбец «Всего обучающихся»."));
        if (pupils == 0) findings.Warning(row.SchoolAt, new("{0}: обучающихся 0, доли посчитать нельзя.", schools[school].Name), new("Проверьте число обучающихся."));
    }

    private void Add(NewFigure figure, PassportCell cell)
    {
        if (figure.Base is { } of && figure.Count > of)
            findings.Error(cell.At, new("«{0}»: {1} больше, чем всего ({2}).", cell.Label.Text, figure.Count, of), new("Проверьте оба числа: показатель — часть всех."));
        if (!Figures.TryAdd(figure.Key, (figure, cell.At)) && Figures[figure.Key].Figure.Count != figure.Count)
            findings.Error(cell.At, new("Этот показатель школы за {0} уже есть в файле: {1}.", figure.Year.ToString(), Figures[figure.Key].Figure.Count), new("Оставьте одно значение."));
    }

    private int? Count(PassportCell cell)
    {
        if (Cells.IsMissing(cell.Text)) return null;
        if (Cells.ParseWhole(cell.Text.EndsWith("чел.", StringComparison.OrdinalIgnoreCase) ? cell.Text[..^4] : cell.Text) is >= 0 and <= MostPupils and var count) return count;
        findings.Error(cell.At, new("«{0}» — не число обучающихся или семей.", cell.Text), new("Впишите целое число, не долю; если данных нет, оставьте клетку пустой."));
        return null;
    }

    private int? Base(PassportCell cell, int? pupils, int? families)
    {
        if (IsBase(cell)) return null;
        if (!cell.Label.OfFamilies) return pupils;
        if (families is null && told.Add(cell.Label.Text)) findings.Warning(cell.At with { Row = null, Value = "" }, new("«{0}»: похоже, посчитаны семьи, а всего семей не сказано; доля взята от обучающихся.", cell.Label.Text), new("Добавьте столбец «Всего семей» или посчитайте обучающихся."));
        return families ?? pupils;
    }

    private static int? Total(List<(PassportCell Cell, int? Count)> counts, string code) => counts.Find(c => c.Cell.Label.Field == code).Count;

    private static bool IsBase(PassportCell cell) => cell.Label.Field is ContextIndicator.Pupils or ContextIndicator.Families;
}
