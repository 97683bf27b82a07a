using Stupeni.Assessments.Rules;
using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>What is said of a year that cannot be compared.</summary>
public static class ComparabilityWords
{
    public static string Word(this Comparability flag) => flag switch
    {
        Comparability.NotHeld => Texts.Say("не проводился"),
        Comparability.ChangedTiming => Texts.Say("другие сроки"),
        Comparability.ChangedScale => Texts.Say("другая шкала"),
        Comparability.ChangedBlueprint => Texts.Say("другие задания"),
        Comparability.SmallSample => Texts.Say("меньше {0} участников", CompletionClass.FewestParticipants),
        Comparability.BiasSigns => Texts.Say("признаки необъективности, требуют проверки"),
        _ => Texts.Say("школа объединена с другой"),
    };

    /// <summary>What the flag concerns: «ОГЭ, любой предмет, кроме: …».</summary>
    public static string About(this ComparabilityFlag flag, IReadOnlyDictionary<string, Subject> subjects)
    {
        var parts = new List<string> { flag.Kind is { } kind ? ProcedureName.Kind(kind) : Texts.Say("любая процедура") };
        if (flag.Subject is { } subject) parts.Add(subjects[subject].Said);
        else if (flag.Except is not "") parts.Add(Texts.Say("все предметы, кроме: {0}", string.Join(", ", flag.Except.Split(' ').Select(c => subjects.TryGetValue(c, out var known) ? known.Said : c))));
        if (flag.MathLevel != MathLevel.None) parts.Add(ProcedureName.Level(flag.MathLevel));
        if (flag.Grade > 0) parts.Add(Texts.Say("{0} класс", flag.Grade));
        if (flag.Session is not "") parts.Add(flag.Session);
        return string.Join(", ", parts);
    }
}
