namespace Stupeni.Assessments;

/// <summary>Tallies against counting the rows themselves.</summary>
public sealed class TalliesTests
{
    [Theory]
    [InlineData(1, 0, 3)]
    [InlineData(2, 1, 1)]
    [InlineData(3, 40, 12)]
    [InlineData(4, 300, 5)]
    public void What_is_packed_comes_back_and_is_what_the_rows_say(int seed, int rows, int tasks)
    {
        var scores = Some(new Random(seed), rows, tasks, whole: seed != 3);

        var tallies = Tallies.Unpack(Tallies.Of(scores).Pack());

        for (var total = 0; total <= 40; total++) Assert.Equal(scores.Totals.Count(t => t == total), total < tallies.Totals.Length ? tallies.Totals[total] : 0);
        Assert.Equal(scores.Totals.Count(t => !double.IsNaN(t) && (t < 0 || t != Math.Floor(t))), tallies.OtherTotals);
        for (var mark = 2; mark <= 5; mark++)
        {
            int[] of = [.. Enumerable.Range(0, rows).Where(r => scores.Marks[r] == mark)];
            for (var journal = 2; journal <= 5; journal++) Assert.Equal(of.Count(r => scores.JournalMarks[r] == journal), tallies.Pair(mark, journal));
            for (var task = 0; task < (rows == 0 ? 0 : tasks); task++)
            {
                var answered = of.Where(r => !double.IsNaN(scores[r, task])).ToList();
                Assert.Equal(answered.Count, tallies.Group(mark, task).Participants);
                Assert.Equal(answered.Sum(r => scores[r, task]), tallies.Group(mark, task).Sum, 9);
            }
        }
    }

    [Fact]
    public void Sheets_together_are_tallied_as_one_sheet_of_all_rows()
    {
        var chance = new Random(7);
        SheetScores[] sheets = [Some(chance, 20, 4, true), Some(chance, 1, 4, true), Some(chance, 33, 4, true)];
        var all = new SheetScores([.. sheets.SelectMany(s => s.Codes)], [.. sheets.SelectMany(s => s.Variants)], [.. sheets.SelectMany(s => s.Marks)], [.. sheets.SelectMany(s => s.JournalMarks)], [.. sheets.SelectMany(s => s.Totals)], [.. sheets.SelectMany(s => s.Scores)]);

        var (sum, one) = (Tallies.Sum([.. sheets.Select(Tallies.Of)]), Tallies.Of(all));

        Assert.Equal(one.Totals, sum.Totals);
        Assert.Equal(one.Journal, sum.Journal);
        Assert.Equal(one.Groups, sum.Groups);
    }

    private static SheetScores Some(Random chance, int rows, int tasks, bool whole)
    {
        var scores = Enumerable.Range(0, rows * tasks).Select(_ => chance.Next(12) == 0 ? double.NaN : whole ? chance.Next(4) : chance.Next(8) / 2.0).ToArray();
        return new([.. Enumerable.Range(0, rows).Select(r => $"{r:0000}")], new byte[rows], Marks(), Marks(), [.. Enumerable.Range(0, rows).Select(_ => chance.Next(15) == 0 ? double.NaN : chance.Next(15) == 0 ? -1 : chance.Next(60) / (whole ? 1.0 : 2))], scores);

        byte[] Marks() => [.. Enumerable.Range(0, rows).Select(_ => (byte)(chance.Next(8) == 0 ? 0 : 2 + chance.Next(4)))];
    }
}
