using Stupeni.Platform;
using Stupeni.Statistics;

namespace Stupeni.Growth.Studies;

/// <summary>The model in sentences.</summary>
public static class StudyWords
{
    /// <summary>What was found, first of all: how much lies between schools, and of how many schools anything can be said.</summary>
    public static string Finding(StudyView view)
    {
        var fit = view.Model.Fit;
        if (fit.InterceptVariance.Value <= 0) return Texts.Say("Школы не различаются сверх случайного: говорить о том, что прибавляет отдельная школа, по этим данным нельзя.");
        var between = !fit.IntraclassCorrelation.IsPresent ? "" : view.Choice.IsNull
            ? Texts.Say("Ничего не учтено. Между школами лежит {0} различий учеников.", Numbers.Percent(view.Between)) + " "
            : Texts.Say("После учёта ({0}) между школами остаётся {1} различий учеников.", Considered(view), Numbers.Percent(view.Between)) + " ";
        return between + Schools(view);
    }

    public static string Considered(StudyView view) => string.Join(", ", new[] { view.Choice.Prior ? Texts.Say("прежний результат") : null }.OfType<string>().Concat(view.Choice.Columns.Select(c => view.Columns.Others[c].Title)));

    public static string Term(StudyTerm term) => term.Level is null ? term.Column : Texts.Say("{0}: {1} (сравнивается с «{2}»)", term.Column, term.Level, term.Reference);

    /// <summary>Of one school, for those who do not see the picture.</summary>
    public static string Picture(StudyView view, SchoolGrowth school) => Texts.Say("{0}, интервал от {1} до {2}", view.Signed(school.Effect.Value), view.Signed(school.Low), view.Signed(school.High));

    public static string Verdict(SchoolGrowth school) => school.IsAbove ? Texts.Say("выше ожидаемого") : school.IsBelow ? Texts.Say("ниже ожидаемого") : Texts.Say("от ожидаемого не отличить");

    public static string Chance(double probability) => probability < 0.01 ? Texts.Say("меньше {0}", Numbers.Percent(1, 0)) : probability > 0.99 ? Texts.Say("больше {0}", Numbers.Percent(99, 0)) : Numbers.Percent(100 * probability, 0);

    /// <summary>Why there is no model.</summary>
    public static string Refusal(StudyFit model) => model.Fit.Refusal.Why switch
    {
        Absence.Singular => Texts.Say("Столбец «{0}» повторяет то, что уже учтено: уберите его.", model.Refused ?? ""),
        Absence.NotIdentified => Texts.Say("Учеников или школ слишком мало для такой модели."),
        Absence.NoVariation => Texts.Say("Остатки не различаются: модель считать не из чего."),
        _ => Texts.Say("Модель не посчитать: нет учеников, у которых известно всё отмеченное."),
    };

    private static string Schools(StudyView view) => view.Schools switch
    {
        [] => Texts.Say("Школ, которые вам видны, в модели нет."),
        [var only] => Texts.Say("{0}: {1}.", only.Name, Verdict(only)),
        _ => Texts.Say("Из {0} выше ожидаемого {1}, ниже {2}; остальные по этим данным от ожидаемого не отличить.", Texts.Count(view.Schools.Count, "школы|школ|школ"), Numbers.Whole(view.Above), Numbers.Whole(view.Below)),
    };
}
