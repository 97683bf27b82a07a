using Stupeni.Assessments.Rules;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>What a level of cause suggests: always a possibility, never a fact.</summary>
public static class CauseWords
{
    public static string Advice(this CauseLevel level) => Texts.Say(level switch
    {
        CauseLevel.Region => "Трудно и во всей области: возможно, дело в программе или в самих заданиях.",
        CauseLevel.Municipality => "Трудно и в муниципалитете, а в области нет: возможно, нужна помощь муниципальной методической службы.",
        CauseLevel.School => "Трудно во всей школе: возможно, дело в школьной программе, посмотрите с методическим объединением.",
        CauseLevel.Class => "Трудно только в одном из классов: возможная причина в классе, нужно посмотреть урок.",
        CauseLevel.WeakGroups => "Трудно только получившим «2» и «3»: возможно, не хватает заданий разного уровня.",
        _ => "",
    });
}
