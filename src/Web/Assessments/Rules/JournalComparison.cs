namespace Stupeni.Assessments.Rules;

/// <summary>Marks of a procedure against those of the journal: how many are lower («понизили»), the same («подтвердили») and higher («повысили»).</summary>
/// <param name="Far">How many differ by two marks and more.</param>
public readonly record struct JournalComparison(int Lower, int Same, int Higher, int Far)
{
    public const int FarApart = 2;

    public int All => Lower + Same + Higher;

    public static JournalComparison Of(Tallies tallies)
    {
        var pairs = (from mark in Enumerable.Range(2, Tallies.Marks) from journal in Enumerable.Range(2, Tallies.Marks) select (mark, journal, count: tallies.Pair(mark, journal))).ToList();
        return new(pairs.Where(p => p.mark < p.journal).Sum(p => p.count), pairs.Where(p => p.mark == p.journal).Sum(p => p.count), pairs.Where(p => p.mark > p.journal).Sum(p => p.count),
            pairs.Where(p => Math.Abs(p.mark - p.journal) >= FarApart).Sum(p => p.count));
    }
}
