using System.Collections.Frozen;
using System.Globalization;

namespace Stupeni.Demo.Sample;

internal enum ExamKind { Vpr, Oge, Ege }

/// <summary>One task: its code as headers write it, its maximum, its level.</summary>
internal sealed record InventedTask(string Code, int Max, char Level);

/// <summary>A paper: its tasks and from which total each mark begins; ЕГЭ has test scores instead of marks.</summary>
/// <param name="Below">The part of the region's pupils that does not pass it, nearly.</param>
/// <param name="TakenBy">The part of the grade that takes it.</param>
internal sealed record InventedPaper(ExamKind Kind, string Code, string Subject, int Grade, double Below, double TakenBy, int From3, int From4, int From5, IReadOnlyList<InventedTask> Tasks)
{
    public static readonly int[] Grades = [5, 6, 9, 11];

    /// <summary>Numbers and maxima as real papers have them; whose tasks they are nobody needs to know.</summary>
    public static readonly InventedPaper[] All =
    [
        new(ExamKind.Vpr, "MA", "Математика", 5, 0.10, 0.95, 5, 9, 12, Read("1-8:1 9:2 10:1 11:2 12-13:1", advanced: 11)),
        new(ExamKind.Vpr, "MA", "Математика", 6, 0.14, 0.95, 6, 10, 14, Read("1-8:1 9:2 10:1 11:2 12:1 13:2", advanced: 11)),
        new(ExamKind.Vpr, "RU", "Русский язык", 6, 0.15, 0.95, 25, 35, 45, Read("1К1:4 1К2:3 1К3:2 2К1:3 2К2:3 2К3:3 2К4:3 3.1:1 3.2:1 4-6:2 7.1:1 7.2:1 8.1:2 8.2:1 9:2 10:3 11:2 12.1:2 12.2:2 13.1:1 13.2:1 14.1:2 14.2:2", advanced: 22)),
        new(ExamKind.Oge, "MA", "Математика", 9, 0.12, 0.97, 8, 15, 22, Read("1-19:1 20-25:2", advanced: 20)),
        new(ExamKind.Oge, "RU", "Русский язык", 9, 0.07, 0.97, 15, 26, 33, Read("1К1:2 1К2:2 1К3:2 2-12:1 13К1:1 13К2:3 13К3:2 13К4:1 ГК1:3 ГК2:3 ГК3:3 ГК4:3 13К5:1", advanced: 15)),
        new(ExamKind.Ege, "MA", "Математика профильная", 11, 0.16, 0.58, 5, 0, 0, Read("1-12:1 13:2 14:3 15:2 16:2 17:3 18:4 19:4", advanced: 13)),
        new(ExamKind.Ege, "RU", "Русский язык", 11, 0.02, 0.97, 10, 0, 0, Read("1-7:1 8:2 9-21:1 22:2 23-26:1 27К1:1 27К2:3 27К3:2 27К4:1 27К5:2 27К6:1 27К7:3 27К8:3 27К9:3 27К10:3", advanced: 27)),
    ];

    /// <summary>Primary scores where the line of test scores bends.</summary>
    private static readonly FrozenDictionary<string, (int Primary, int Test)[]> TestScores = new Dictionary<string, (int, int)[]>
    {
        ["MA"] = [(0, 0), (5, 27), (10, 58), (12, 70), (20, 86), (32, 100)],
        ["RU"] = [(0, 0), (10, 24), (16, 36), (34, 60), (44, 78), (50, 100)],
    }.ToFrozenDictionary();

    public string Exam => Kind switch { ExamKind.Vpr => "ВПР", ExamKind.Oge => "ОГЭ", _ => "ЕГЭ" };

    /// <summary>By which chance is told apart; two grades of one paper are two.</summary>
    public string Stream => Grade == 5 ? $"{Code} {Grade}" : Code;

    public int MaxTotal => Tasks.Sum(t => t.Max);

    public int MarkOf(int total) => total >= From5 ? 5 : total >= From4 ? 4 : total >= From3 ? 3 : 2;

    public int TestScoreOf(int total)
    {
        var line = TestScores[Code];
        var at = Array.FindIndex(line, p => p.Primary >= total);
        if (at == 0) return 0;
        var (from, to) = (line[at - 1], line[at]);
        return from.Test + (to.Test - from.Test) * (total - from.Primary) / (to.Primary - from.Primary);
    }

    /// <summary>«1-8:1 9:2»: codes or ranges, each with its maximum; from the numbered one on they are advanced.</summary>
    private static List<InventedTask> Read(string tasks, int advanced) =>
        [.. tasks.Split(' ').SelectMany(Codes).Select((t, at) => new InventedTask(t.Code, t.Max, at + 1 >= advanced ? 'П' : 'Б'))];

    private static IEnumerable<(string Code, int Max)> Codes(string part)
    {
        var (code, max) = (part[..part.IndexOf(':')], part[^1] - '0');
        if (code.Split('-') is not [var first, var last]) return [(code, max)];
        var from = int.Parse(first, CultureInfo.InvariantCulture);
        return Enumerable.Range(from, int.Parse(last, CultureInfo.InvariantCulture) - from + 1).Select(n => (n.ToString(CultureInfo.InvariantCulture), max));
    }
}
