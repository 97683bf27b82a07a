using Stupeni.Platform;
using Stupeni.Schools.Rules;

namespace Stupeni.Schools;

/// <summary>What a comparison says, carefully: never a cause, never a place among others.</summary>
public static class ComparedWords
{
    private const string Procedures = "процедуре|процедурах|процедурах";

    public static string Word(this ResultDifference? difference) => Texts.Say(difference switch
    {
        null => "участников мало, не сравнивается",
        { OtherDoesBetter: true } => "у похожих школ ниже порога заметно меньше",
        { OtherDoesWorse: true } => "у похожих школ ниже порога заметно больше",
        _ => "разница может быть случайной",
    });

    /// <summary>«+12,3 п. п., 95 % интервал от 3,1 до 21,0».</summary>
    public static string Say(this ResultDifference difference, int digits = 1) => Texts.Say("{0} п. п., 95 % интервал от {1} до {2}", Numbers.Signed(difference.Points, digits), Numbers.Signed(difference.Lower, digits), Numbers.Signed(difference.Upper, digits));

    /// <summary>What was found over all procedures.</summary>
    public static string Finding(this ResultsCompared compared)
    {
        var shown = compared.Shown.Count(p => p.Whole is not null);
        if (shown == 0) return compared.Shown.Any() ? Texts.Say("Сравнить результаты нельзя: в каждой процедуре меньше {0} участников.", Counted.Enough) : Texts.Say("Сравнить результаты пока нельзя: у похожих школ нет результатов в тех же процедурах или таких школ слишком мало.");
        var (better, worse) = (compared.Better.Count(), compared.Worse.Count());
        return (better, worse) switch
        {
            (0, 0) => Texts.Say("Ни в одной из {0} доля ниже порога не отличается от похожих школ вместе больше, чем бывает случайно.", Texts.Count(shown, "процедуры|процедур|процедур")),
            (_, 0) => Texts.Say("У похожих школ вместе доля ниже порога заметно меньше в {0} из {1}.", Texts.Count(better, Procedures), shown),
            (0, _) => Texts.Say("У похожих школ вместе доля ниже порога заметно больше в {0} из {1}.", Texts.Count(worse, Procedures), shown),
            _ => Texts.Say("У похожих школ вместе доля ниже порога заметно меньше в {0} и заметно больше в {1}; всего сравнивается {2}.", Texts.Count(better, Procedures), Texts.Count(worse, Procedures), shown),
        };
    }

    /// <summary>«у 3 из 9 похожих школ».</summary>
    public static string HowMany(this ProcedureCompared procedure) => Texts.Say("у {0} из {1} похожих школ доля ниже порога заметно меньше", procedure.DoBetter.Count(), procedure.Schools.Count);
}
