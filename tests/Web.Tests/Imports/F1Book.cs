using Stupeni.Assessments;

namespace Stupeni.Imports;

/// <summary>F1 workbooks of single schools, as ФИС ОКО gives them one by one.</summary>
internal static class F1Book
{
    /// <summary>Pupils of one class; the first score may be spoilt.</summary>
    internal static byte[] Of(string login, string school, string municipality, int grade = 6, int pupils = 3, string first = "2", int? declared = null)
    {
        var rows = Enumerable.Range(1, pupils).Select(n => (string[])[login, municipality, school, $"6{n:0000}", $"{grade}А", "1", n == 1 ? first : "2", "1", "1", n == 1 && first != "2" ? "2" : "4", "4", "4"]).ToList();
        var file = F1File.Good() with { Title = $"ВПР 2026 Математика {grade} класс", School = $"{school} ({(login.Length > 0 ? login : "edu0")}) | {municipality} | Кол-во участников: {declared ?? pupils}", Rows = rows };
        if (login.Length == 0) file = file with { School = $"{school} | {municipality} | Кол-во участников: {declared ?? pupils}" };
        return Sample.Book(file.SheetName, [.. file.Sheet().Rows.SelectMany((r, at) => Gap(file.Sheet().Rows, at).Append(r.Cells.ToArray()))]);
    }

    /// <summary>Rows in which nothing stands keep their place.</summary>
    private static IEnumerable<string[]> Gap(IReadOnlyList<Reading.GridRow> rows, int at) => Enumerable.Repeat(Array.Empty<string>(), rows[at].Number - (at == 0 ? 0 : rows[at - 1].Number) - 1);
}
