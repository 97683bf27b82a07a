using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Growth.Files;

/// <summary>Turns rows into pupils of schools; everything wrong is told with its cell. A row without a result stays out and is counted.</summary>
internal sealed class GrowthReading(GrowthSheet sheet, SchoolFinder finder, FindingList findings)
{
    private const int LongestLabel = 300, LongestLevel = 100;

    private readonly Dictionary<string, int> labels = [];
    private readonly List<GrowthColumn> numbers = [.. new[] { sheet.Find(GrowthField.Result), sheet.Find(GrowthField.Prior) }.OfType<GrowthColumn>()];
    private readonly List<GrowthColumn> others = [.. sheet.Columns.Where(c => c.Field is GrowthField.Number or GrowthField.Category)];
    private readonly Dictionary<GrowthColumn, Dictionary<string, double>> levels = [];
    private readonly SortedDictionary<int, List<double[]>> pupils = [];

    public int Rows { get; private set; }
    public int WithoutResult { get; private set; }
    public int WithoutPrior { get; private set; }

    public bool HasPrior => numbers.Count > 1;

    public IReadOnlyList<(Id<Organisation>? Organisation, string Label, List<double[]> Pupils)> Schools => sheet.Find(GrowthField.Label) is null
        ? [.. pupils.Select(p => ((Id<Organisation>?)finder[p.Key].Id, finder[p.Key].Name, p.Value))]
        : [.. labels.Where(l => pupils.ContainsKey(l.Value)).Select(l => ((Id<Organisation>?)null, l.Key, pupils[l.Value]))];

    public StudyColumns Columns => new(numbers[0].Header, HasPrior ? numbers[1].Header : null, [.. others.Select(c => new StudyColumn(c.Header, c.Field == GrowthField.Category ? [.. levels[c].Keys] : null))]);

    public void Read()
    {
        foreach (var column in others.Where(c => c.Field == GrowthField.Category)) levels[column] = Levels(column);
        foreach (var row in sheet.Body) Read(row);
        if (findings.HasErrors) return;
        if (pupils.Count < 2 && finder.Names.Doubts.Count == 0) findings.Error(Spot(sheet.Header, numbers[0]), new("Школ с результатами меньше двух: сравнивать нечего."), new("Проверьте, тот ли это столбец школы."));
        foreach (var (at, column) in numbers.Concat(others).Index())
            if (pupils.Values.SelectMany(p => p).Select(p => p[at]).Where(v => !double.IsNaN(v)).Distinct().Take(2).Count() < 2)
                findings.Error(Spot(sheet.Header, column), new("В столбце «{0}» все значения одинаковы.", column.Header), new("Выберите другой столбец или отметьте этот как ненужный."));
        if (WithoutResult > 0) findings.Warning(new(sheet.Sheet.Name), new("Строк без результата: {0}. Они не войдут.", WithoutResult));
        if (WithoutPrior > 0) findings.Warning(new(sheet.Sheet.Name), new("Учеников без прежнего результата: {0}. В модель с ним они не войдут.", WithoutPrior));
    }

    private void Read(GridRow row)
    {
        if (sheet.Columns.All(c => c.Field == GrowthField.Skip || row[c.Place].Length == 0)) return;
        Rows++;
        var school = School(row);
        double[] values = [.. numbers.Select(c => Number(row, c)), .. others.Select(c => c.Field == GrowthField.Number ? Number(row, c) : Level(row, c))];
        if (Cells.IsMissing(row[numbers[0].Place])) WithoutResult++;
        else if (school >= 0 && !double.IsNaN(values[0]))
        {
            if (HasPrior && double.IsNaN(values[1])) WithoutPrior++;
            if (!pupils.TryGetValue(school, out var own)) pupils[school] = own = [];
            own.Add(values);
        }
    }

    private int School(GridRow row)
    {
        string text(string field) => sheet.Find(field) is { } column ? row[column.Place].Trim() : "";
        if (sheet.Find(GrowthField.Label) is { } own)
        {
            if (text(GrowthField.Label) is not { Length: > 0 } label) return Missing(row, own);
            label = Cells.NormaliseCode(label);
            if (label.Length > LongestLabel) label = label[..LongestLabel];
            return labels.TryGetValue(label, out var known) ? known : labels[label] = labels.Count;
        }

        var asked = new OrganisationAsked(text(GrowthField.Code), Name: text(GrowthField.Name), Municipality: text(GrowthField.Municipality));
        var at = sheet.Find(GrowthField.Code) ?? sheet.Find(GrowthField.Name)!;
        return asked is { Code: "", Name: "" } ? Missing(row, at) : finder.Find(asked, Spot(row, at));
    }

    private int Missing(GridRow row, GrowthColumn column)
    {
        findings.Error(Spot(row, column), new("Школа не указана."), new("Впишите школу или удалите строку."));
        return SchoolFinder.None;
    }

    private double Number(GridRow row, GrowthColumn column)
    {
        var text = row[column.Place];
        if (Cells.IsMissing(text)) return double.NaN;
        if (Cells.ParseDecimal(text) is { } number) return (double)number;
        findings.Error(Spot(row, column), new("«{0}»: здесь должно быть число.", column.Header), new("Исправьте значение или сотрите его, если его нет."));
        return double.NaN;
    }

    private double Level(GridRow row, GrowthColumn column) => Cells.IsMissing(row[column.Place]) ? double.NaN : levels[column].GetValueOrDefault(Shown(row, column), double.NaN);

    /// <summary>The reference first, the others in alphabetical order.</summary>
    private Dictionary<string, double> Levels(GrowthColumn column)
    {
        var found = sheet.Body.Where(r => !Cells.IsMissing(r[column.Place])).Select(r => Shown(r, column)).Distinct().Take(StudyColumn.MostLevels + 1).Order(StringComparer.Ordinal).ToList();
        if (found.Count > StudyColumn.MostLevels) findings.Error(Spot(sheet.Header, column), new("В столбце «{0}» больше {1} разных значений: это не категория.", column.Header, StudyColumn.MostLevels), new("Учтите его как число или отметьте как ненужный."));
        return found.OrderBy(l => l != column.Reference).Index().ToDictionary(l => l.Item, l => (double)l.Index);
    }

    private static string Shown(GridRow row, GrowthColumn column) => row[column.Place].Trim() is var text && text.Length <= LongestLevel ? text : text[..LongestLevel];

    private Spot Spot(GridRow row, GrowthColumn column) => new(sheet.Sheet.Name, row.Number, column.Place, column.Header, row.Number == sheet.Header.Number ? "" : row[column.Place]);
}
