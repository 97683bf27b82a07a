using Stupeni.Documents;
using Stupeni.Platform;

namespace Stupeni.Identification.Workshop;

/// <summary>The comparison as sheets: years, changed schools, sizes, stability, the model with its assumptions.</summary>
public static class WorkshopSheets
{
    public static Workbook Of(Trial trial, TriedYear year, IReadOnlyList<ChangedRow> rows) => new(
    [
        new(Texts.Say("По годам"), [Text("Список года"), Whole(Was(trial)), Whole(Texts.Say("По вашей")), Whole(Texts.Say("Войдут")), Whole(Texts.Say("Выйдут")), Whole(Texts.Say("Останутся"))],
            trial.Years.Select(y => (IReadOnlyList<Cell>)[$"{y.Year}", (long)(y.Stayed + y.Left.Count), (long)(y.Stayed + y.Entered.Count), (long)y.Entered.Count, (long)y.Left.Count, (long)y.Stayed]))
        { Title = [Texts.Say("Мастерская правил"), trial.Summary(), .. Orders(trial, year)] },
        new(Texts.Say("Кто войдёт и кто выйдет"), [new(Texts.Say("Школа"), Width: 36), Text("Код"), new(Texts.Say("Муниципалитет"), Width: 24), Text("Изменение"), new(Texts.Say("Когорта"), ColumnKind.Decimal), new(Was(trial), Width: 18), new(Texts.Say("Почему"), Width: 60), new(Texts.Say("По вашей"), Width: 18), new(Texts.Say("Почему"), Width: 60)],
            rows.Select(r => (IReadOnlyList<Cell>)[r.School.School.Name, r.School.School.Code, r.School.School.Municipality, r.School.Enters ? Texts.Say("войдёт") : Texts.Say("выйдет"), r.School.Cohort, r.School.Was?.State.Name(), r.Was, r.School.Now?.State.Name(), r.Now]))
        { Title = [Texts.Say("Кто войдёт и кто выйдет, {0}: {1}", year.Year, Texts.Count(trial.Changed.Count, "школа|школы|школ")), Texts.Say("Список закрытый: это повод предложить поддержку, а не оценка школы или учителей.")] },
        new(Texts.Say("Размер школ"), [Text("Когорта"), Whole(Texts.Say("Школ")), .. Shares(Was(trial)), .. Shares(Texts.Say("По вашей")), Whole(Texts.Say("Войдут"))], trial.Sizes.Select(b => (IReadOnlyList<Cell>)[b.Name, (long)b.Schools, .. Cells(b, b.Was, year.Was), .. Cells(b, b.Now, year.Now), (long)b.Entered]))
        { Title = [Texts.Say("Как часто в список попадают малые школы, {0}", year.Year), Trial.Settings.SaidSizesSource] },
        new(Texts.Say("Устойчивость"), [Text("Годы"), .. Keeping(Was(trial)), .. Keeping(Texts.Say("По вашей"))], trial.Stability.Select(s => (IReadOnlyList<Cell>)[$"{s.From} → {s.To}", .. Cells(s.Was), .. Cells(s.Now)]))
        { Title = [Texts.Say("Устойчивость списка от года к году")] },
        Model(trial, trial.Simulation!),
    ]);

    private static Sheet Model(Trial trial, Simulation simulation) => new(Texts.Say("Модель"),
        [new(Texts.Say("Список"), Width: 36), .. Means("Школ в списке", ColumnKind.Decimal), .. Means("Найдено", ColumnKind.Percent), new(Texts.Say("Нашёл бы жребий"), ColumnKind.Percent), .. Means("Из списка действительно с низким уровнем", ColumnKind.Percent)],
        new[] { (Was(trial), simulation.Was), (Texts.Say("По вашей"), simulation.Now), (Texts.Say("Просто нижние {0} по доле", Numbers.Percent(Trial.Settings.WeakestPercent, 0)), simulation.Naive) }
            .Select(r => (IReadOnlyList<Cell>)[r.Item1, r.Item2.Listed.Value, r.Item2.Listed.Half, r.Item2.OfWeakest.Value / 100, r.Item2.OfWeakest.Half / 100, r.Item2.ByLot(simulation.Schools) / 100, r.Item2.OfListed.Value / 100, r.Item2.OfListed.Half / 100]))
    {
        Title = [simulation.Summary(), .. simulation.Assumed.Sentences(), Texts.Say("Повторений: {0}, зерно {1}; школ в модели {2}.", Numbers.Whole(simulation.Repetitions), simulation.Assumed.Seed, Numbers.Whole(simulation.Schools)), $"{Texts.Say("Источник")}: {Trial.Settings.SaidSource}"],
    };

    /// <summary>Both editions with their numbers, so that the file says what was compared.</summary>
    private static string[] Orders(Trial trial, TriedYear year) => [$"{Was(trial)}: {year.Was.Condition()} {Counted(trial.Copied)}", $"{Texts.Say("По вашей")}: {year.Now.Condition()} {Counted(trial.Tried)}"];

    private static string Counted(IdentificationRule rule) => Texts.Say("Процедуры: {0}; предметы: {1}; классы: {2}.", string.Join(", ", rule.CountedKinds.Select(Assessments.ProcedureName.Kind)), rule.Subjects is "" ? Texts.Say("все") : rule.Subjects, rule.Grades is "" ? Texts.Say("все") : rule.Grades);

    private static string Was(Trial trial) => Texts.Say("По редакции {0}", trial.Copied.Edition);

    private static Column Text(string key) => new(Texts.Say(key));

    private static Column Whole(string said) => new(said, ColumnKind.Whole);

    private static Column[] Shares(string said) => [Whole(said), new(Texts.Say("Доля"), ColumnKind.Percent), new(Texts.Say("95 % интервал, от"), ColumnKind.Percent), new(Texts.Say("95 % интервал, до"), ColumnKind.Percent)];

    private static Cell[] Cells(SizeBand band, int listed, RunOrder order) => band.Share(listed, order) is var share ? [(long)listed, share.Value / 100, band.Schools == 0 ? null : share.Lower / 100, band.Schools == 0 ? null : share.Upper / 100] : [];

    private static Column[] Keeping(string said) => [Whole(said), Whole(Texts.Say("Снова в списке")), new(Texts.Say("Доля"), ColumnKind.Percent), new(Texts.Say("Жаккар"), ColumnKind.Decimal)];

    private static Cell[] Cells(Kept kept) => [(long)kept.Listed, (long)kept.Again, kept.Share / 100, kept.Jaccard];

    private static Column[] Means(string key, ColumnKind kind) => [new(Texts.Say(key), kind), new("±", kind)];
}
