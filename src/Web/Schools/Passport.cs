using Stupeni.Context;
using Stupeni.Documents;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Statistics.Inference;

namespace Stupeni.Schools;

/// <summary>The passport of a school as a document: facts, results, circumstances, the portrait in sentences, and on which files and editions it rests.</summary>
public static class Passport
{
    public static Document Of(SchoolFacts facts) => new(Texts.Say("Паспорт школы: {0}", facts.Organisation.Name),
    [
        new Letterhead([facts.Municipality, facts.Organisation.Name], Texts.Say("ПАСПОРТ ШКОЛЫ")) { Date = Numbers.Day(facts.At), Number = facts.Organisation.Code, Title = Texts.Say("Сведения о школе, её результатах и условиях") },
        new Paragraph(Moment(facts)) { Setting = Setting.Small },
        new Heading(Texts.Say("Общие сведения")),
        Facts(facts),
        .. Portrait.Of(facts).SelectMany(Part),
        new Heading(Texts.Say("Результаты по процедурам")),
        Results(facts),
        new Heading(Texts.Say("Социальный паспорт")),
        Circumstances(facts),
        new Heading(Texts.Say("На чём основан")),
        Sources(facts),
        new Paragraph(Texts.Say("Числа говорят о положении дел, но не о причинах. Результаты ВПР не используются для оценки школы и учителей.")) { Setting = Setting.Small },
    ]) { Code = $"{facts.Organisation.Code}-{facts.At:yyyyMMddHHmm}" };

    /// <summary>Of which moment the data are.</summary>
    public static string Moment(SchoolFacts facts) => Texts.Say("Составлен программой по данным на {0}. Данные, загруженные позже, в него не входят.", Numbers.Moment(facts.At));

    /// <summary>What the register says.</summary>
    public static IEnumerable<(string Name, string Value)> Register(Organisation o, string municipality)
    {
        (string Name, string? Value)[] all =
        [
            (Texts.Say("Название"), o.Name), (Texts.Say("Вид"), o.Type.Word()), (Texts.Say("Код ОО"), o.Code), (Texts.Say("Муниципалитет"), municipality), (Texts.Say("Населённый пункт"), o.Settlement), (Texts.Say("Местность"), o.Locality.Word()),
            (Texts.Say("Обучающихся"), o.Pupils is { } pupils ? Numbers.Whole(pupils) : null), (Texts.Say("Состояние"), o.State.Word()), (Texts.Say("Логин ФИС ОКО"), o.Login), (Texts.Say("ИНН"), o.Inn), (Texts.Say("КПП"), o.Kpp), (Texts.Say("ОГРН"), o.Ogrn), (Texts.Say("ОКПО"), o.Okpo), (Texts.Say("ОКТМО"), o.Oktmo),
        ];
        return all.Select(f => (f.Name, string.IsNullOrEmpty(f.Value) ? "—" : f.Value));
    }

    private static Table Facts(SchoolFacts facts) => new([new(Texts.Say("Сведение"), 2), new(Texts.Say("Значение"), 4)], [.. Register(facts.Organisation, facts.Municipality).Select(f => (IReadOnlyList<string>)[f.Name, f.Value])]);

    private static IEnumerable<Block> Part(PortraitPart part) => [new Heading(part.Title), .. part.Sentences.Select(s => new Paragraph(s.Text))];

    private static Block Results(SchoolFacts facts) => facts.Results.Count == 0 ? new Paragraph(Texts.Say("Результатов в системе нет.")) : new Table(
        [new(Texts.Say("Процедура"), 4), new(Texts.Say("Участников"), 1.2, true), new(Texts.Say("Ниже порога"), 1.4, true), new(Texts.Say("Доля"), 1.2, true), new(Texts.Say("95 % интервал"), 1.6, true), new(Texts.Say("«4» и «5»"), 1.2, true)],
        [.. facts.Results.Select(Row)]) { Caption = Texts.Say("Все процедуры, результаты которых есть в системе; последний год — первым") };

    private static IReadOnlyList<string> Row(ProcedureResult result)
    {
        var (row, sums) = (result.Row, result.Row.Sums);
        var interval = Proportion.Wilson(row.BelowThreshold, row.Judged);
        return
        [
            result.Name, Numbers.Whole(row.Participants), row.Judged == 0 ? "—" : Texts.Say("{0} из {1}", row.BelowThreshold, row.Judged), row.Judged == 0 ? "—" : Numbers.Percent(result.Percent),
            interval.IsPresent ? Numbers.Range(100 * interval.Lower, 100 * interval.Upper) : "—", sums.Marked == 0 ? "—" : Numbers.Percent(Figure.Share(sums.Marks4 + sums.Marks5, sums.Marked)),
        ];
    }

    private static Block Circumstances(SchoolFacts facts) => facts.Context.Count == 0 ? new Paragraph(Texts.Say("Социального паспорта в системе нет.")) : new Table(
        [new(Texts.Say("Показатель"), 5), new(Texts.Say("Число"), 2, true), new(Texts.Say("Доля"), 1.4, true)],
        [.. facts.Context.Select(c => (IReadOnlyList<string>)[c.Indicator.Said, ShownCount.Words(c.Indicator, c.Row.Figure, facts.SeesAll), ShownCount.Of(c.Indicator, c.Row, facts.SeesAll) is { Unit: FigureUnit.Percent, Value: { } share } ? Numbers.Percent(share) : "—"])])
        { Caption = Texts.Say("За {0} учебный год, числа обучающихся или семей", facts.Context[0].Row.Figure.Year.ToString()) };

    private static Table Sources(SchoolFacts facts) => new([new(Texts.Say("Файл или редакция"), 3), new(Texts.Say("SHA-256 данных"), 3)],
        [.. facts.Sources.DefaultIfEmpty(new(Texts.Say("Реестр организаций"), "")).Select(s => (IReadOnlyList<string>)[s.Name, s.Stamp is "" ? "—" : s.Stamp])]);
}
