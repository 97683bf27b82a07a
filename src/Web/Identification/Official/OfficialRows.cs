using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification.Official;

/// <summary>Reads what each row of an official list says of its school.</summary>
internal sealed class OfficialRows(SchoolFinder schools, FindingList findings)
{
    private static readonly HashSet<string> Yes = ["1", "да", "+", "истина", "true", "yes", "шнор", "v", "✓"], No = ["0", "нет", "ложь", "false", "no"];

    public Dictionary<(Id<Organisation> School, SchoolYear Year, OfficialList List), OfficialListing> Listings { get; } = [];

    /// <summary>The school of each listing, in their order.</summary>
    public List<string> Schools { get; } = [];

    public void Read(OfficialTable table, GridRow row)
    {
        var year = SchoolYear.In(table.Text(row, ListField.Year)) ?? SchoolYear.In(WithoutActs(table.Titles));
        if (year is null) findings.Error(table.At(row, ListField.Year), new("Не сказано, какой это год."), new("Добавьте столбец «Год» или впишите год в название файла."));
        var place = table.Columns.ContainsKey(ListField.Code) ? ListField.Code : table.Columns.ContainsKey(ListField.Login) ? ListField.Login : ListField.Name;
        var school = schools.Find(new(Cells.NormaliseCode(table.Text(row, ListField.Code)), Cells.NormaliseCode(table.Text(row, ListField.Login)), table.Text(row, ListField.Name), table.Text(row, ListField.Municipality)), table.At(row, place));
        if (table.OfTitle is { } list) Add(table, row, -1, list, true, school, year);
        foreach (var (column, flag) in table.Flags)
        {
            var word = row[column].Trim().ToLowerInvariant();
            if (Cells.IsMissing(word) || No.Contains(word)) Add(table, row, column, flag, false, school, year);
            else if (Yes.Contains(word)) Add(table, row, column, flag, true, school, year);
            else findings.Error(table.At(row, column), new("«{0}» — не да и не нет.", row[column]), new("Напишите 1, если школа в списке, и 0, если нет."));
        }

        if (!table.Columns.TryGetValue(ListField.List, out var named)) return;
        foreach (var word in table.Text(row, ListField.List).Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ListWord.In(word) is { } said) Add(table, row, named, said, true, school, year);
            else findings.Error(table.At(row, named), new("Список «{0}» не известен.", word), new("Назовите список: ШНОР, ШНСУ, признаки необъективности, группа риска, резильентные, стабильно высокие."));
        }
    }

    private void Add(OfficialTable table, GridRow row, int column, OfficialList list, bool listed, int school, SchoolYear? year)
    {
        if (school == SchoolFinder.None || year is null) return;
        var ground = table.Text(row, ListField.Ground) is { Length: > 0 } own ? own : ActWord.Above(table.Titles);
        var day = table.Text(row, ListField.ActDate);
        if (day.Length > 0 && ActWord.DayIn(day) is null) findings.Error(table.At(row, ListField.ActDate), new("Даты «{0}» не бывает.", day), new("Напишите дату так: 24.01.2026."));
        var act = ActWord.Of(ground, table.Text(row, ListField.ActNumber), day);
        var edition = table.Text(row, ListField.Edition) is { Length: > 0 } named ? named : $"{year.Value.Ends}";
        var listing = new OfficialListing { Organisation = schools[school].Id, Year = year.Value, List = list, Listed = listed, Ground = act.Ground, ActNumber = act.Number, ActDate = act.Date, Edition = edition.Length <= 100 ? edition : edition[..100], Import = default };
        if (Listings.TryAdd((listing.Organisation, listing.Year, list), listing)) Schools.Add(schools[school].Name);
        else findings.Error(table.At(row, column), new("Школа за этот год стоит в списке дважды."), new("Оставьте одну строку."));
    }

    /// <summary>The year of an act is not the year of the list.</summary>
    private static string WithoutActs(string titles) => string.Join('\n', titles.Split('\n').Where(l => ActWord.DayIn(l) is null));
}
