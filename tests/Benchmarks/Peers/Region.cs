using System.Globalization;
using System.Text;
using Stupeni.Statistics;

namespace Stupeni.Benchmarks.Peers;

/// <summary>Results of an invented region as files: schools, pupils, and the scores of 42 works, a row for each score.</summary>
internal static class Region
{
    public const int Schools = 330, Pupils = 50_000;

    private static readonly string[] Subjects = ["MA", "RU", "BI", "HI", "GE", "EN"];
    private static readonly int[] Grades = [4, 5, 6, 7, 8, 9, 11];

    public static void Write(string folder)
    {
        var dice = new Seed(17).Dice();
        File.WriteAllLines(Path.Combine(folder, "schools.csv"), Enumerable.Range(0, Schools).Select(s => $"{School(s)},{s % 26 + 1:D2},Школа № {s + 1}").Prepend("school_id,municipality_code,name"));
        File.WriteAllLines(Path.Combine(folder, "municipalities.csv"), Enumerable.Range(1, 26).Select(m => $"{m:D2},Район {m}").Prepend("municipality_code,name"));
        var pupils = Enumerable.Range(0, Pupils).Select(i => (Code: $"{i + 1:D7}", School: dice.NextBelow(Schools), Grade: Grades[dice.NextBelow(Grades.Length)], Letter: "АБВ"[dice.NextBelow(3)])).ToList();
        File.WriteAllLines(Path.Combine(folder, "pupils.csv"), pupils.Select(p => $"{p.Code},{School(p.School)},{p.Grade}{p.Letter}").Prepend("pupil_id,school_id,class"));
        using var scores = new StreamWriter(Path.Combine(folder, "scores_long.csv"), append: false, new UTF8Encoding(), 1 << 20);
        scores.Write("form_id,pupil_id,variant,item_no,score\n");
        foreach (var grade in Grades)
            foreach (var subject in Subjects)
            {
                var form = $"{(grade == 9 ? "OGE" : grade == 11 ? "EGE" : "VPR")}-{subject}-{grade.ToString("D2", CultureInfo.InvariantCulture)}";
                foreach (var pupil in pupils.Where(p => p.Grade == grade))
                    for (var item = 1; item <= 17; item++) scores.Write(string.Create(CultureInfo.InvariantCulture, $"{form},{pupil.Code},{pupil.Code[^1] % 4 + 1},{item},{dice.NextBelow(item % 3 + 2)}\n"));
            }
    }

    private static string School(int school) => $"{school % 26 + 1:D2}{school + 1:D4}";
}
