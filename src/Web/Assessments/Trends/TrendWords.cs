using Stupeni.Platform;

namespace Stupeni.Assessments.Trends;

/// <summary>What a line says, carefully: a change is never said to have a cause.</summary>
public static class TrendWords
{
    public static string Word(this ChangeVerdict verdict) => Texts.Say(verdict switch
    {
        ChangeVerdict.LikelyFall => "снижение, вероятно не случайное",
        ChangeVerdict.LikelyRise => "рост, вероятно не случайный",
        ChangeVerdict.MayBeChance => "изменение может быть случайным",
        _ => "без изменений",
    });

    /// <summary>What the page found, in one sentence.</summary>
    public static string Finding(this TrendReport report) => report switch
    {
        { Lines.Count: 0 } => "",
        { Comparable: var lines } when !lines.Any() => Texts.Say("Сравнивать пока нечего: ни в одном ряду нет двух соседних лет, которые можно сравнить."),
        { Notable: var notable } when !notable.Any() => Texts.Say("Заметных изменений доли ниже порога нет: в сравнении {0}.", Texts.Count(report.Changes.Count(), "пара соседних лет|пары соседних лет|пар соседних лет")),
        _ => Texts.Say("Доля ниже порога заметно изменилась в {0} из {1}.", report.Notable.Count(), Texts.Count(report.Comparable.Count(), "ряда|рядов|рядов")),
    };

    /// <summary>What is left out of the comparison and why.</summary>
    public static string Left(this TrendReport report)
    {
        var points = report.BrokenPoints == 0 ? "" : Texts.Say("{0}: {1}.", Texts.Count(report.BrokenPoints, "точка не сравнивается с соседними|точки не сравниваются с соседними|точек не сравниваются с соседними"),
            string.Join(", ", report.Broken.Select(b => $"{b.Flag.Word()} —\u00a0{Numbers.Whole(b.Points)}")));
        var pairs = report.OtherSchools == 0 ? "" : Texts.Say("Из-за другого состава школ не сравнивается {0}.", Texts.Count(report.OtherSchools, "пара соседних лет|пары соседних лет|пар соседних лет"));
        return $"{points} {pairs}".Trim();
    }

    /// <summary>Why the year stands apart.</summary>
    public static string Say(this PointFlag flag) => flag.Reason is "" ? flag.Kind.Word() : $"{flag.Kind.Word()}: {Texts.Say(flag.Reason)}";

    /// <summary>A year as one hears it read.</summary>
    public static string Heard(this TrendPoint point) => $"{point.Year.Ends}: {(point.N > 0 ? new Results.Whisker(point.Below, point.N).Label : Texts.Say("нет данных"))}{(point.Flags.Count == 0 ? "" : $" ({string.Join("; ", point.Flags.Select(f => f.Kind.Word()))})")}";
}
