using System.Globalization;
using System.Text;
using Stupeni.Statistics;

namespace Stupeni.Benchmarks.Peers;

/// <summary>Results of an invented region as files: schools, pupils, and the scores of 42 works.</summary>
internal static class Region
{
    public const int Schools = 330, Pupils = 50_000, Items = 17;

    private static readonly string[] Subjects = ["MA", "RU", "BI", "HI", "GE", "EN"];
    private static readonly int[] Grades = [4, 5, 6, 7, 8, 9, 11];

    /// <summary>All scores in one file, a row for each.</summary>
    public static void WriteLong(string folder)
    {
        var pupils = Listed(folder);
        using var scores = new StreamWriter(Path.Combine(folder, "scores_long.csv"), append: false, new UTF8Encoding(), 1 << 20);
        scores.Write("form_id,pupil_id,variant,item_no,score\n");
        foreach (var (form, pupil, row) in Rows(pupils))
            for (var item = 1; item <= Items; item++) scores.Write(string.Create(CultureInfo.InvariantCulture, $"{form},{pupil.Code},{pupil.Variant},{item},{row[item - 1]}\n"));
    }

    /// <summary>A file for each work, with a row for each participant.</summary>
    public static void WriteWide(string folder)
    {
        var pupils = Listed(folder);
        var header = string.Join(',', Enumerable.Range(1, Items).Select(i => $"item_{i}").Prepend("pupil_id,school_id,class,variant").Append("total"));
        foreach (var work in Rows(pupils).GroupBy(r => r.Form))
            File.WriteAllLines(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "wide")).FullName, work.Key + ".csv"),
                work.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Pupil.Code},{r.Pupil.School},{r.Pupil.Class},{r.Pupil.Variant},{string.Join(',', r.Scores)},{r.Scores.Sum()}")).Prepend(header));
    }

    private static List<Pupil> Listed(string folder)
    {
        var dice = new Seed(17).Dice();
        File.WriteAllLines(Path.Combine(folder, "schools.csv"), Enumerable.Range(0, Schools).Select(s => $"{School(s)},{s % 26 + 1:D2},Школа № {s + 1}").Prepend("school_id,municipality_code,name"));
        File.WriteAllLines(Path.Combine(folder, "municipalities.csv"), Enumerable.Range(1, 26).Select(m => $"{m:D2},Район {m}").Prepend("municipality_code,name"));
        var pupils = Enumerable.Range(0, Pupils).Select(i => Draw(dice, i)).ToList();
        File.WriteAllLines(Path.Combine(folder, "pupils.csv"), pupils.Select(p => $"{p.Code},{p.School},{p.Class}").Prepend("pupil_id,school_id,class"));
        return pupils;
    }

    private static IEnumerable<(string Form, Pupil Pupil, int[] Scores)> Rows(List<Pupil> pupils)
    {
        var dice = new Seed(18).Dice();
        foreach (var grade in Grades)
            foreach (var subject in Subjects)
                foreach (var pupil in pupils.Where(p => p.Grade == grade))
                    yield return ($"{(grade == 9 ? "OGE" : grade == 11 ? "EGE" : "VPR")}-{subject}-{grade:00}", pupil, [.. Enumerable.Range(1, Items).Select(item => dice.NextBelow(item % 3 + 2))]);
    }

    /// <summary>Every other school has two classes of a grade: half of the classes then have ten pupils and half twenty.</summary>
    private static Pupil Draw(Dice dice, int number)
    {
        var school = dice.NextBelow(Schools);
        return new($"{number + 1:D7}", School(school), Grades[dice.NextBelow(Grades.Length)], "АБ"[dice.NextBelow(1 + school % 2)], 1 + dice.NextBelow(4));
    }

    private static string School(int school) => $"{school % 26 + 1:D2}{school + 1:D4}";

    private sealed record Pupil(string Code, string School, int Grade, char Letter, int Variant)
    {
        public string Class => $"{Grade}{Letter}";
    }
}
