using Stupeni.Assessments.Rules;
using Stupeni.Documents;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>Possible signs of biased results of a school, or of the schools of a municipality: each with its numbers, none a proof.</summary>
public static class SignsReport
{
    public static Report Of(ReportScope scope, MarkScale? scale, OfficialSigns official, CohortMarks cohorts)
    {
        List<ReportUnit> schools = scope.Shown.Kind == UnitKind.School ? [scope.Shown] : [.. scope.Below.Where(u => u.Kind == UnitKind.School && u.Sums.Participants > 0)];
        if (schools.Count == 0) return Report.Without(ReportKind.Signs, Texts.Say("Признаки считаются по школам: выберите муниципалитет или школу."));

        var signs = schools.ConvertAll(s => (School: s, Signs: (IReadOnlyList<BiasSign>)[.. BiasSign.Of(s.Tallies, scope.Region is { } region ? region.Tallies.Without(s.Tallies) : null, scale), cohorts.Sign(s, ReportRules.Shipped.CohortChange)]));
        var possible = signs.FindAll(s => official.Marks(s.School) || s.Signs.Any(x => x.Verdict == SignVerdict.Possible));
        var rule = Texts.Say("Школа есть в официальном списке или сработало хотя бы одно из правил ниже; это повод посмотреть работы и условия, а не доказательство.");
        Reading reading = possible.Count == 0 ? new(Texts.Say("Возможных признаков необъективных результатов не видно."), rule)
            : scope.Shown.Kind == UnitKind.School ? new(Texts.Say("Есть возможные признаки: {0}. Это требует проверки и ничего не доказывает.", string.Join("; ", (official.Marks(possible[0].School) ? new[] { Texts.Say("Официальный список") } : []).Concat(possible[0].Signs.Where(s => s.Verdict == SignVerdict.Possible).Select(s => s.Rule.Title())))), rule, NeedsChecking: true)
            : new(Texts.Say("Возможные признаки есть в {0} из {1}: {2}. Это требует проверки и ничего не доказывает.", Texts.Count(possible.Count, "школе|школах|школах"), schools.Count, MarksReport.Listed(possible.ConvertAll(s => s.School.Name))), rule, NeedsChecking: true);
        return new(ReportKind.Signs, [reading], [new(Texts.Say("Правила и что они показали"), scope.Shown.Kind == UnitKind.School ? OfSchool(signs[0].School, signs[0].Signs, official) : OfSchools(signs, official), Note: Texts.Say("Средний балл выше области бывает и у сильной школы: смотрите его вместе с другими признаками. Официальный список ФИОКО строится иначе; эти правила — настройки продукта по рекомендациям ФИОКО 2026."))]);
    }

    private static ReportTable OfSchool(ReportUnit school, IReadOnlyList<BiasSign> signs, OfficialSigns official) => new(
        [new(Texts.Say("Правило"), Width: 40), new(Texts.Say("Вывод"), Width: 24), new("N", ColumnKind.Whole, 8), new(Texts.Say("Почему"), Width: 80)],
        [new([Texts.Say("Официальный список"), official.Word(school), school.Sums.Participants, official.Why()]), .. signs.Select(s => new ReportRow([s.Rule.Title(), s.Verdict.Word(), s.N, s.Why()]))], IsWide: true);

    private static ReportTable OfSchools(List<(ReportUnit School, IReadOnlyList<BiasSign> Signs)> schools, OfficialSigns official) => new(
        [new(Texts.Say("Школа"), Width: 40), new("N", ColumnKind.Whole, 8), new(Texts.Say("Официальный список"), Width: 20), .. Enum.GetValues<BiasRule>().Select(r => new ReportColumn(r.Title(), Width: 30))],
        [.. schools.Select(s => new ReportRow([s.School.Name, s.School.Sums.Participants, official.Word(s.School), .. s.Signs.Select(x => (ReportCell)x.Verdict.Word())], s.School.Href))], IsWide: true);

    private static string Title(this BiasRule rule) => Texts.Say(rule switch
    {
        BiasRule.MeanAboveRegion => "Средний балл выше, чем в области",
        BiasRule.BoundaryPeak => "Пик у границы отметок",
        BiasRule.CohortChange => "Резкое изменение у тех же детей",
        _ => "Отметки расходятся с журналом",
    });

    private static string Word(this SignVerdict verdict) => Texts.Say(verdict switch
    {
        SignVerdict.Possible => "возможный признак",
        SignVerdict.NotSeen => "не видно",
        _ => "мало данных",
    });

    private static string Why(this BiasSign sign) => (sign.Rule, sign.Numbers) switch
    {
        (BiasRule.MeanAboveRegion, [var mean, var lower, var upper, var others, var from, var to]) => Texts.Say("Средний балл {0}, 95 % интервал {1}; в остальных школах области {2}, интервал {3}. Признак — если интервалы не пересекаются и школа выше.", Numbers.Decimal(mean), Numbers.Range(lower, upper), Numbers.Decimal(others), Numbers.Range(from, to)),
        (BiasRule.MeanAboveRegion, _) => Texts.Say("Нужно от {0} участников с целым баллом и от {1} в остальных школах.", CompletionClass.FewestParticipants, BoundaryPeak.Enough),
        (BiasRule.BoundaryPeak, [var mark, var score, var count, var beside]) => Texts.Say("У границы «{0}» ({1}) {2}, у соседних баллов в среднем {3}.", (int)mark, Texts.Count((long)score, "балл|балла|баллов"), Texts.Count((long)count, "участник|участника|участников"), Numbers.Score(beside)),
        (BiasRule.BoundaryPeak, _) when sign.Verdict == SignVerdict.NotEnough => Texts.Say("Нужна шкала отметок и от {0} участников.", BoundaryPeak.Enough),
        (BiasRule.BoundaryPeak, _) => Texts.Say("Ни у одной границы участников не вдвое больше, чем у соседних баллов."),
        (BiasRule.CohortChange, _) => sign.Cohort.Why(ReportRules.Shipped.CohortChange),
        (_, [var lower, var higher]) => Texts.Say("Понизили {0}, повысили {1}. Признак — если одна из долей, судя по 95 % интервалу, не меньше {2}.", Numbers.Percent(lower), Numbers.Percent(higher), Numbers.Percent(100 * BiasSign.JournalShare, 0)),
        _ => Texts.Say("Нужно от {0} участников с обеими отметками.", CompletionClass.FewestParticipants),
    };
}
