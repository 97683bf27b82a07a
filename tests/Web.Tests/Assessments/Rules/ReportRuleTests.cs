namespace Stupeni.Assessments.Rules;

/// <summary>The rules behind the sentences of reports.</summary>
public sealed class ReportRuleTests
{
    private const Mastery Low = Mastery.Insufficient, Good = Mastery.Sufficient, Few = Mastery.TooFew;

    [Theory]
    [InlineData(6, 2, 5, 9, 4, true)]
    [InlineData(6, 2, 5, 8, 3, true)]
    [InlineData(6, 5, 5, 9, 5, false)]
    [InlineData(6, 1, 0, 2, 1, false)]
    public void A_peak_is_twice_its_neighbours_and_three_more(int score, int below, int unused, int at, int above, bool isPeak)
    {
        var totals = new int[20];
        (totals[score - 1], totals[score], totals[score + 1], totals[0]) = (below, at, above, unused);
        var scale = MarkScale.Own(new(ProcedureKind.Vpr, "MA", 6, MathLevel.None, new(2026), ""), score, 10, 14, 16, null, "источник", "2026", RuleOrigin.Own);

        var peak = BoundaryPeak.Of(totals, scale)[0];

        Assert.Equal((3, score, at, (below + above) / 2.0, isPeak), (peak.Mark, peak.Score, peak.Count, peak.Neighbours, peak.IsPeak));
    }

    [Theory]
    [InlineData(Low, Low, Low, CauseLevel.Region)]
    [InlineData(Good, Low, Low, CauseLevel.Municipality)]
    [InlineData(Good, Good, Low, CauseLevel.School)]
    [InlineData(Good, Good, Good, CauseLevel.None)]
    [InlineData(Few, Few, Few, CauseLevel.None)]
    public void The_widest_unit_that_finds_it_hard_is_looked_at_first(Mastery region, Mastery municipality, Mastery school, CauseLevel level) =>
        Assert.Equal(level, CauseLevels.Of(region, municipality, school, [school, school], school, school));

    [Fact]
    public void One_class_of_several_is_a_question_to_that_class()
    {
        Assert.Equal(CauseLevel.Class, CauseLevels.Of(Good, Good, Good, [Low, Good, Good], Good, Good));
        Assert.Equal(CauseLevel.Class, CauseLevels.Of(Good, Good, Low, [Low, Good], Good, Good));
        Assert.Equal(CauseLevel.School, CauseLevels.Of(Good, Good, Low, [Low, Low], Good, Good));
        Assert.Equal(CauseLevel.School, CauseLevels.Of(Good, Good, Low, [Low, Few], Low, Good));
    }

    [Fact]
    public void Only_the_weak_find_it_hard_is_a_question_of_levels() =>
        Assert.Equal(CauseLevel.WeakGroups, CauseLevels.Of(Good, Good, Good, [Good, Good], Low, Good));

    [Fact]
    public void Curves_cross_where_a_weaker_group_of_ten_did_better()
    {
        // Task 0: «3» did better than «4». Task 1: «2» did better than «3», but there are nine of them.
        var groups = new[] { new GroupSum(9, 9), new GroupSum(9, 9), new GroupSum(20, 18), new GroupSum(20, 5), new GroupSum(10, 8), new GroupSum(10, 9), new GroupSum(3, 3), new GroupSum(3, 3) };
        var tallies = new Tallies([], 0, new int[16], groups);

        Assert.Equal([new GroupCrossing(0, 3, 4)], GroupCrossing.Of(tallies));
    }

    [Fact]
    public void Marks_against_the_journal_are_lower_the_same_or_higher()
    {
        var journal = new int[16];
        (journal[0], journal[1], journal[3], journal[5], journal[12], journal[14]) = (4, 3, 1, 10, 2, 5);
        var compared = JournalComparison.Of(new([], 0, journal, []));

        // 2/2 four, 2/3 three, 2/5 one, 3/3 ten, 5/2 two, 5/4 five.
        Assert.Equal((4, 14, 7, 3, 25), (compared.Lower, compared.Same, compared.Higher, compared.Far, compared.All));
    }

    [Theory]
    [InlineData(0.5, 0.4, 1.0, ItemTrouble.None)]
    [InlineData(0.5, -0.01, 1.4, ItemTrouble.Reversed)]
    [InlineData(0.5, 0.19, 1.0, ItemTrouble.Unrelated)]
    [InlineData(0.5, 0.2, 1.0, ItemTrouble.None)]
    [InlineData(0.19, 0.3, 1.0, ItemTrouble.TooHard)]
    [InlineData(0.91, 0.3, 1.0, ItemTrouble.TooEasy)]
    [InlineData(0.5, 0.3, 1.31, ItemTrouble.Noisy)]
    [InlineData(0.5, 0.6, 0.69, ItemTrouble.Redundant)]
    [InlineData(null, null, null, ItemTrouble.None)]
    public void A_task_is_called_into_question_by_its_worst_figure(double? share, double? itemRest, double? infit, ItemTrouble trouble) => Assert.Equal(trouble, ItemAdvice.Of(share, itemRest, infit));

    [Fact]
    public void A_sign_needs_enough_participants_and_is_possible_only_beyond_doubt()
    {
        var scale = MarkScale.Own(new(ProcedureKind.Vpr, "MA", 6, MathLevel.None, new(2026), ""), 6, 10, 14, 16, null, "источник", "2026", RuleOrigin.Own);
        var region = Made(200, 4, 11);

        Assert.Equal([SignVerdict.Possible, SignVerdict.NotSeen, SignVerdict.NotSeen], Verdicts(Made(60, 12, 15, higher: 24)));
        Assert.Equal([SignVerdict.NotSeen, SignVerdict.NotSeen, SignVerdict.Possible], Verdicts(Made(60, 4, 11, higher: 36)));
        Assert.Equal([SignVerdict.NotSeen, SignVerdict.Possible, SignVerdict.NotSeen], Verdicts(Made(60, 4, 11, peak: 12)));
        Assert.Equal([SignVerdict.NotSeen, SignVerdict.NotEnough, SignVerdict.NotSeen], Verdicts(Made(49, 4, 11, peak: 12)));
        Assert.Equal([SignVerdict.NotEnough, SignVerdict.NotEnough, SignVerdict.NotEnough], Verdicts(Made(9, 12, 15, higher: 9)));
        Assert.Equal([SignVerdict.NotEnough, SignVerdict.NotEnough, SignVerdict.NotSeen], BiasSign.Of(Made(60, 12, 15), null, null).Select(s => s.Verdict));

        IEnumerable<SignVerdict> Verdicts(Tallies school) => BiasSign.Of(school, region, scale).Select(s => s.Verdict);

        // Totals evenly from one score to another, with more at the boundary of «3»; so many marks above the journal, the rest the same.
        static Tallies Made(int count, int from, int to, int higher = 0, int peak = 0)
        {
            var (totals, journal) = (new int[17], new int[16]);
            for (var i = 0; i < count - peak; i++) totals[from + i % (to - from + 1)]++;
            totals[6] += peak;
            (journal[4], journal[0]) = (higher, count - higher);
            return new(totals, 0, journal, []);
        }
    }
}
