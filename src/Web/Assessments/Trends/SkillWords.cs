using Stupeni.Platform;

namespace Stupeni.Assessments.Trends;

/// <summary>What the lines of skills say, carefully.</summary>
public static class SkillWords
{
    public static string Finding(this SkillTrend trend) => trend switch
    {
        { Lines.Count: 0 } => "",
        { Comparable: 0 } => Texts.Say("Сравнивать пока нечего: ни у одного умения нет двух соседних лет, которые можно сравнить."),
        { Notable.Count: 0 } => Texts.Say("Заметных изменений нет: в сравнении {0}.", Texts.Count(trend.Changes.Count(), "пара соседних лет|пары соседних лет|пар соседних лет")),
        _ => Texts.Say("Выполнение заметно изменилось у {0} из {1}.", Texts.Count(trend.Notable.Count, "умения|умений|умений"), trend.Comparable),
    };

    /// <summary>Pairs of years that are left out, and why.</summary>
    public static string Left(this SkillTrend trend)
    {
        var flagged = trend.Lines.SelectMany(l => l.Series.Points).SelectMany(p => p.Flags.Select(f => (p.Year, f))).DistinctBy(f => (f.Year, f.f.Kind, f.f.Reason)).Select(f => Texts.Say("{0} год — {1}", f.Year.Ends, f.f.Say())).ToList();
        var tasks = trend.Lines.Sum(l => l.Series.Parted(SkillParting.OtherTasks).Count());
        var schools = trend.Lines.Sum(l => l.Series.Parted(SkillParting.OtherSchools).Count());
        return string.Join(' ', new[]
        {
            flagged.Count == 0 ? "" : Texts.Say("Не сравнивается: {0}.", string.Join("; ", flagged)),
            tasks == 0 ? "" : Texts.Say("Из-за другого раздела или уровня заданий не сравнивается {0}.", Texts.Count(tasks, "пара соседних лет|пары соседних лет|пар соседних лет")),
            schools == 0 ? "" : Texts.Say("Из-за другого состава школ не сравнивается {0}.", Texts.Count(schools, "пара соседних лет|пары соседних лет|пар соседних лет")),
        }.Where(s => s is not ""));
    }

    public static string Word(this SkillParting parting) => Texts.Say(parting == SkillParting.OtherTasks ? "не считается: другой раздел или уровень заданий" : "не считается: другой состав школ");

    public static TrendChart Chart(this SkillLine line, SkillReading by)
    {
        var points = line.Series.Points;
        return new(line.Series.Skill, [.. points.Select(Point)], [.. line.Series.Steps.Select(s => (At(s.From), At(s.To)))], 100);

        int At(SkillPoint point) => points.Index().First(p => p.Item.Year == point.Year).Index;

        ChartPoint Point(SkillPoint point)
        {
            var name = by == SkillReading.Grade ? $"{point.Year.Ends}" : Texts.Say("{0}, {1} кл.", point.Year.Ends, point.Grade);
            if (point.Result is not { } result) return new(name, null, 0, 0, false, $"{name}: {Texts.Say("нет данных")}");
            var (share, lower, upper) = (100 * result.Share, 100 * result.Interval.Lower, 100 * result.Interval.Upper);
            return new(name, share, lower, upper, point.IsComparable, $"{name}: {Texts.Say("{0}, 95 % интервал {1} %, N {2}", Numbers.Percent(share), Numbers.Range(lower, upper), Numbers.Whole(point.N))}{(point.Flags.Count == 0 ? "" : $" ({string.Join("; ", point.Flags.Select(f => f.Kind.Word()))})")}");
        }
    }

    public static Figure Figure(this SkillPoint point, string skill, string subject, string href) => new()
    {
        Title = Texts.Say("{0}: выполнение", skill), Value = 100 * point.Result!.Share, Lower = 100 * point.Result.Interval.Lower, Upper = 100 * point.Result.Interval.Upper, N = point.N,
        Numerator = Whole(point.Result.Points), Denominator = Whole(point.Result.Most), Method = "skills", Formula = "набранные баллы за все задания умения ÷ возможные × 100",
        Source = ProcedureName.Of(ProcedureKey.Of(point.Result.Procedure), subject), SourceHref = href,
    };

    public static Figure Figure(this SkillChange change, string skill, int family)
    {
        var interval = change.Comparison.Newcombe;
        return new()
        {
            Title = Texts.Say("{0}: изменение с {1} по {2} год", skill, change.From.Year.Ends, change.To.Year.Ends), Value = change.Points, Unit = FigureUnit.Change, Lower = 100 * interval.Lower, Upper = 100 * interval.Upper, N = change.From.N + change.To.N,
            Method = "skills", Formula = Texts.Say("{0} − {1}", Numbers.Percent(100 * change.To.Result!.Share), Numbers.Percent(100 * change.From.Result!.Share)), Source = Texts.Say("выполнение двух лет из таблицы"), Edition = TrendFigures.Corrected(change.Comparison.Test.P, change.Adjusted, family),
        };
    }

    private static long? Whole(double number) => number == Math.Floor(number) ? (long)number : null;
}
