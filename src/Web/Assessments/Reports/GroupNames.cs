using Stupeni.Assessments.Rules;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>How four groups of participants are called: by their marks, or by their test scores.</summary>
public sealed record GroupNames(ScoreGroups? Scores)
{
    /// <summary>Over a column and a curve.</summary>
    public string Of(int group) => Scores is not { } s ? $"«{group}»" : group switch
    {
        2 => Texts.Say("ниже {0}", Numbers.Score(s.Minimum)),
        3 => Range(s.Minimum, s.Rule.UpTo[0]),
        4 => Range(s.Rule.UpTo[0] + 1, s.Rule.UpTo[1]),
        _ => Range(s.Rule.UpTo[1] + 1, ScoreGroups.Highest),
    };

    public string Note() => Scores is not { } s
        ? Texts.Say("Группа — участники с одной отметкой. Кривые показаны для групп от {0} участников.", GroupCrossing.FewestParticipants)
        : Texts.Say("Группы по тестовому баллу: ниже минимума ({0}: {1}), от минимума до {2}, {3} и {4}. Источник групп: {5}, ред. {6}. Кривые показаны для групп от {7} участников.", Numbers.Score(s.Minimum), s.MinimumSource, s.Rule.UpTo[0], Of(4), Of(5), s.Rule.Source, s.Rule.Edition, GroupCrossing.FewestParticipants);

    public string CrossingRule() => Scores is null
        ? Texts.Say("Пересечение: группа с меньшей отметкой выполнила задание лучше группы со следующей большей; в обеих от {0} участников.", GroupCrossing.FewestParticipants)
        : Texts.Say("Пересечение: группа с меньшим тестовым баллом выполнила задание лучше следующей группы; в обеих от {0} участников.", GroupCrossing.FewestParticipants);

    private static string Range(double from, double to) => $"{Numbers.Score(from)}\u2060–\u2060{Numbers.Score(to)}";
}
