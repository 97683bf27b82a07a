using Stupeni.Documents;
using Stupeni.Platform;
using Stupeni.Statistics.Inference;

namespace Stupeni.Assessments.Reports;

/// <summary>How many of each mark, success, quality and СОУ: shares are weighted by participants, never averaged.</summary>
public static class MarksReport
{
    public static Report Of(ReportScope scope)
    {
        var shown = scope.Shown.Sums;
        if (shown.Marked == 0) return Report.Without(ReportKind.Marks, Texts.Say("Отметок в загруженных файлах нет: есть только баллы."));

        return new(ReportKind.Marks, [.. Readings(scope)],
        [
            new(Texts.Say("Доли отметок"), Shares(scope), new("bars", "%", Texts.Say("Отметка"))),
            new(Texts.Say("Отметки по группам"), ByUnit(scope), Note: Texts.Say("Успеваемость — доля «3», «4» и «5»; качество — доля «4» и «5». Доли считаются по участникам, а не усредняются.")),
        ]);
    }

    private static IEnumerable<Reading> Readings(ReportScope scope)
    {
        var shown = scope.Shown.Sums;
        yield return new(Texts.Say("Успеваемость {0}, качество {1}; отметка «2» у {2} из {3}.", Percent(shown.Marked - shown.Marks2, shown), Percent(shown.Marks4 + shown.Marks5, shown), Numbers.Whole(shown.Marks2), Numbers.Whole(shown.Marked)),
            Texts.Say("Отметки «3», «4» и «5» ÷ все отметки; «4» и «5» ÷ все отметки."));
        if (scope.Region is { } region && Rest(shown, region.Sums) is { } rest) yield return Compare(scope, rest);
        if (Apart(scope) is { } apart) yield return apart;
    }

    /// <summary>The share of «2» beside everybody else's in the region.</summary>
    private static Reading Compare(ReportScope scope, (int Twos, int Marked) rest)
    {
        var shown = scope.Shown.Sums;
        var difference = TwoProportions.Compare(shown.Marks2, shown.Marked, rest.Twos, rest.Marked);
        var (lower, upper) = (100 * difference.Newcombe.Lower, 100 * difference.Newcombe.Upper);
        var points = Numbers.Decimal(100 * Math.Abs(difference.Difference.Value));
        var rule = Texts.Say("Разность долей «2» с остальными школами области и её 95 % интервал по Ньюкомбу: {0} п. п. Если интервал включает ноль, разница может быть случайной.", Numbers.Range(lower, upper));
        var whole = scope.Shown.Kind == UnitKind.School ? Texts.Say("В остальных школах области доля «2» — {0}.", Numbers.Percent(100.0 * rest.Twos / rest.Marked)) : Texts.Say("В остальных муниципалитетах доля «2» — {0}.", Numbers.Percent(100.0 * rest.Twos / rest.Marked));
        return lower > 0 ? new($"{whole} {Texts.Say("Здесь на {0} п. п. больше: вероятно, это не случайность, требует проверки.", points)}", rule, NeedsChecking: true)
            : upper < 0 ? new($"{whole} {Texts.Say("Здесь на {0} п. п. меньше: вероятно, это не случайность.", points)}", rule)
            : new($"{whole} {Texts.Say("Разница в {0} п. п. может быть случайной.", points)}", rule);
    }

    /// <summary>Those below that differ from all the others by more than chance gives, with Holm's correction: by the alphabet, no place is given to anybody.</summary>
    private static Reading? Apart(ReportScope scope)
    {
        if (scope.Shown.Kind is UnitKind.School || scope.Below.Count(u => u.Sums.Marked > 0) < 3) return null;

        var units = scope.Below.Where(u => u.Sums.Marked >= Rules.CompletionClass.FewestParticipants).ToList();
        var tests = units.ConvertAll(u => TwoProportions.Compare(u.Sums.Marks2, u.Sums.Marked, scope.Shown.Sums.Marks2 - u.Sums.Marks2, scope.Shown.Sums.Marked - u.Sums.Marked));
        var adjusted = Multiplicity.Adjust([.. tests.Select(t => t.Test.IsPresent ? t.Test.P : 1)], Adjustment.Holm);
        var higher = units.Where((_, at) => adjusted[at].Value < Level && tests[at].Difference.Value > 0).ToList();
        var rule = Texts.Say("Доля «2» каждой группы от {0} участников против всех остальных: критерий двух долей, поправка Холма, уровень {1}. Порядок — по алфавиту, это не рейтинг.", Rules.CompletionClass.FewestParticipants, Numbers.Score(Level));
        var count = units.TrueForAll(u => u.Kind == UnitKind.Municipality) ? Texts.Count(higher.Count, "муниципалитете|муниципалитетах|муниципалитетах") : Texts.Count(higher.Count, "школе|школах|школах");
        return higher.Count == 0
            ? new(Texts.Say("Ни в одной группе доля «2» не выше остальных больше, чем бывает случайно."), rule)
            : new(Texts.Say("Доля «2» выше, чем у остальных, и вряд ли случайно в {0} из {1}: {2}. Возможно, нужна помощь; требует проверки.", count, units.Count, Listed(higher.ConvertAll(u => u.Name))), rule, NeedsChecking: true);
    }

    private const double Level = 0.05;

    private const int MostNames = 8;

    internal static string Listed(List<string> names) => names.Count <= MostNames ? string.Join(", ", names) : Texts.Say("{0} и ещё {1}", string.Join(", ", names.Take(MostNames)), names.Count - MostNames);

    private static (int, int)? Rest(ResultSums shown, ResultSums region) => region.Marked - shown.Marked is > 0 and var marked ? (region.Marks2 - shown.Marks2, marked) : null;

    private static string Percent(int part, ResultSums sums) => Numbers.Percent(100.0 * part / sums.Marked);

    private static ReportTable Shares(ReportScope scope)
    {
        List<ReportUnit> units = [scope.Shown, .. scope.Above.Where(u => u.Sums.Marked > 0)];
        return new([new(Texts.Say("Отметка"), Role: "x"), .. units.Select(u => new ReportColumn(u.Name, ColumnKind.Percent, 24, "y"))],
            [.. Enumerable.Range(2, 4).Select(mark => new ReportRow([$"«{mark}»", .. units.Select(u => (ReportCell)Figure.Share(u.Sums.Marks[mark - 2].Count, u.Sums.Marked))]))]);
    }

    private static ReportTable ByUnit(ReportScope scope) => new(
        [
            new(Texts.Say("Группа участников"), Width: 40), new(Texts.Say("Отметок"), ColumnKind.Whole), new(Texts.Say("Успеваемость"), ColumnKind.Percent), new(Texts.Say("Качество"), ColumnKind.Percent), new(Texts.Say("СОУ"), ColumnKind.Decimal),
            .. Enumerable.Range(2, 4).Select(mark => new ReportColumn($"«{mark}»", ColumnKind.Whole, 8)), .. Enumerable.Range(2, 4).Select(mark => new ReportColumn(Texts.Say("«{0}», доля", mark), ColumnKind.Percent, 10)),
        ],
        [.. scope.All.Where(u => u.Sums.Participants > 0).Select(u => new ReportRow(Cells(u), u.Href, u == scope.Shown))], IsWide: true);

    private static IReadOnlyList<ReportCell> Cells(ReportUnit unit)
    {
        var sums = unit.Sums;
        return
        [
            unit.Name, sums.Marked, Figure.Share(sums.Marked - sums.Marks2, sums.Marked), Figure.Share(sums.Marks4 + sums.Marks5, sums.Marked), ResultFigures.LearningOf(sums),
            .. sums.Marks.Select(m => (ReportCell)m.Count), .. sums.Marks.Select(m => (ReportCell)Figure.Share(m.Count, sums.Marked)),
        ];
    }
}
