using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Identification.Rules;
using Stupeni.Platform;

namespace Stupeni.Identification.Workshop;

/// <summary>The copied edition and the tried one over the results of now, year by year. Nothing of it is kept.</summary>
public sealed record Trial(IdentificationRule Copied, IdentificationRule Tried, RuleReading Reading, IReadOnlyList<TriedYear> Years, TriedYear? Shown, IReadOnlyList<SizeBand> Sizes, IReadOnlyList<Stability> Stability, Simulation? Simulation)
{
    public static WorkshopSettings Settings => WorkshopSettings.Shipped;

    public bool IsChanged => RuleNumbers.Of(Copied) != RuleNumbers.Of(Tried);

    /// <summary>Schools that enter or leave in the year shown, those that enter first.</summary>
    public IReadOnlyList<TriedSchool> Changed => [.. Shown?.Entered ?? [], .. Shown?.Left ?? []];

    public int SmallEntered => Shown?.Entered.Count(s => s.Cohort < Settings.Small) ?? 0;

    public static async Task<Trial> Of(Db db, Viewer viewer, WorkshopForm form, WorkshopChoice choice, CancellationToken stop)
    {
        var tried = choice.Rule.With(form.Numbers(choice.Rule, choice.Subjects));
        var schools = await db.SchoolsTried(viewer, choice.Rule, tried, stop);
        var years = schools.SelectMany(s => s.Results).Select(r => r.Year).Distinct().OrderDescending()
            .Select(held => held.Ends + choice.Delay).Select(ends => TriedYear.Of(Order(choice.Rule, ends), Order(tried, ends), schools)).ToList();
        var shown = form.Year is { } asked ? years.Find(y => y.Year.Ends == asked) ?? throw new RuleBroken("За {0} год результатов по процедурам этой редакции нет. Есть списки: {1}.", "year", asked, years.Count == 0 ? "—" : string.Join(", ", years.Select(y => y.Year))) : years.FirstOrDefault();
        var simulation = shown is null ? null : Simulation.Of(shown, Assumptions.Of(form, RegionSpread.Of(schools, shown.Now.RuleYears[^1]), Settings), Settings);
        return new(choice.Rule, tried, choice.Reading, years, shown, shown is null ? [] : SizeBand.Of(shown, Settings.Sizes), Workshop.Stability.Of(years), simulation);

        RunOrder Order(IdentificationRule rule, int ends) => new(rule, choice.Reading, new(ends), rule.MinParticipants);
    }
}

/// <summary>The edition that is copied and how it is read, among all that there are; and the subjects that may count.</summary>
public sealed record WorkshopChoice(IReadOnlyList<IdentificationRule> Rules, IdentificationRule Rule, RuleReading Reading, IReadOnlyDictionary<string, string> SubjectNames)
{
    public IReadOnlyCollection<string> Subjects => [.. SubjectNames.Keys];

    public string Value => $"{Rule.Id}:{Reading.Reading}";

    /// <summary>How many years after the latest results that a list looks at the list itself is.</summary>
    public int Delay => 2000 - Reading.Years(new(2000))[^1].Ends;

    /// <summary>Null where the address names an edition or a reading that is not there.</summary>
    public static async Task<WorkshopChoice?> Of(Db db, string? of, CancellationToken stop)
    {
        var rules = (await db.IdentificationRules.AsNoTracking().ToListAsync(stop)).OrderByDescending(r => r.EffectiveFrom).ThenBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.Id.Value).ToList();
        var russian = Texts.IsRussian;
        var subjects = await db.Subjects.AsNoTracking().OrderBy(s => s.Code).ToDictionaryAsync(s => s.Code, s => russian ? s.Name : s.EnglishName, stop);
        var parts = (of ?? "").Split(':');
        var rule = of is null ? rules.FirstOrDefault() : rules.Find(r => r.Id.ToString() == parts[0]);
        var reading = parts.Length < 2 ? rule?.Readings[0] : rule?.Readings.FirstOrDefault(r => r.Reading.ToString() == parts[1]);
        return rule is null || reading is null ? null : new(rules, rule, reading, subjects);
    }
}
