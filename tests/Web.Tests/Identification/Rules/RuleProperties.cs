using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using static Stupeni.Identification.Rules.Made;

namespace Stupeni.Identification.Rules;

public sealed class RuleProperties
{
    private static readonly Gen<Result> One =
        from participants in Gen.Choose(0, 40)
        from below in Gen.Choose(0, participants)
        from year in Gen.Choose(2023, 2026)
        from grade in Gen.Choose(4, 6)
        from subject in Gen.Elements("RU", "MA")
        select Vpr(year, below, participants, grade, subject);

    private static readonly Arbitrary<Result[]> Schools = Gen.Choose(0, 12).SelectMany(n => One.ArrayOf(n)).ToArbitrary();

    private static readonly Reading[] Readings = Enum.GetValues<Reading>();

    /// <summary>From the calmest to the one that asks for support.</summary>
    private static int Weight(Verdict? verdict) => verdict?.State switch { SchoolState.Listed => 3, SchoolState.RiskGroup => 2, SchoolState.NotListed or SchoolState.InsufficientData => 1, _ => 0 };

    [Fact]
    public void More_pupils_below_the_threshold_never_take_a_school_off_the_list() => Check.QuickThrowOnFailure(Prop.ForAll(Schools, results => Readings.All(reading =>
    {
        var judge = RuleReading.Of(reading);
        var before = Weight(judge.Judge(results, new(2026), Usual));
        return results.Select((r, i) => i).Where(i => results[i].BelowThreshold < results[i].Participants).All(i =>
            Weight(judge.Judge(results.Select((r, j) => i == j ? r with { BelowThreshold = r.BelowThreshold + 1 } : r), new(2026), Usual)) >= before);
    })));

    [Fact]
    public void The_order_of_results_does_not_matter() => Check.QuickThrowOnFailure(Prop.ForAll(Schools, results => Readings.All(reading =>
    {
        var judge = RuleReading.Of(reading);
        var (one, other) = (judge.Judge(results, new(2026), Usual), judge.Judge(results.Reverse(), new(2026), Usual));
        return one?.State == other?.State && Same(one?.Deciding, other?.Deciding) && (one?.Grounds.Count ?? 0) == (other?.Grounds.Count ?? 0);
    })));

    [Fact]
    public void Integers_and_fractions_agree() => Check.QuickThrowOnFailure(Prop.ForAll(One.ToArbitrary(), Gen.Choose(1, 100).ToArbitrary(), (result, percent) =>
    {
        var terms = Usual with { Share = percent };
        var low = result.Participants >= 10 && new BigInteger(result.BelowThreshold) * 100 >= new BigInteger(percent) * result.Participants;
        return terms.Low(result) == low && (result.Participants < 10 || terms.Low(result) == ((decimal)result.BelowThreshold / result.Participants * 100 >= percent - 1e-20m));
    }));

    [Fact]
    public void Every_listed_school_has_grounds_that_are_low() => Check.QuickThrowOnFailure(Prop.ForAll(Schools, results => Readings.All(reading =>
        RuleReading.Of(reading).Judge(results, new(2026), Usual) is not { State: SchoolState.Listed } verdict || verdict.Grounds.SelectMany(g => g.Results).All(Usual.Low))));

    [Fact]
    public void Strict_lists_are_within_soft_ones_and_both_within_any() => Check.QuickThrowOnFailure(Prop.ForAll(Schools, results =>
        (State(Reading.Strict, 2026, results) != SchoolState.Listed || State(Reading.Soft, 2026, results) == SchoolState.Listed)
        && (State(Reading.Both, 2026, results) != SchoolState.Listed || State(Reading.Any, 2026, results) == SchoolState.Listed)));

    private static bool Same(Result? one, Result? other) => (one?.Participants, one?.BelowThreshold, one?.Year) == (other?.Participants, other?.BelowThreshold, other?.Year);
}
