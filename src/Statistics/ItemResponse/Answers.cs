namespace Stupeni.Statistics.ItemResponse;

/// <summary>
/// What persons answered: persons × items whole scores 0, 1, 2, … up to 100, or nothing. Scores are ordered categories: more is better.
/// A cell that is negative, fractional, infinite or above 100 refuses the whole table (<see cref="Refusal"/> says which row and column);
/// NaN is "no answer". No persons or no items: too few observations.
/// </summary>
public sealed class Answers
{
    /// <summary>The code of "no answer".</summary>
    public const sbyte None = -1;

    private const int Highest = 100;
    private readonly sbyte[] codes;

    private Answers(sbyte[] codes, int persons, int items, Refusal refusal)
    {
        this.codes = codes;
        Persons = persons;
        Items = items;
        Refusal = refusal;
    }

    public int Persons { get; }

    public int Items { get; }

    public Refusal Refusal { get; }

    /// <summary>The codes of one person, item by item; <see cref="None"/> where there is no answer.</summary>
    public ReadOnlySpan<sbyte> Of(int person) => codes.AsSpan(person * Items, Items);

    /// <summary>From persons × items numbers.</summary>
    public static Answers From(double[,] scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        int persons = scores.GetLength(0), items = scores.GetLength(1);
        var codes = new sbyte[persons * items];
        for (var i = 0; i < persons; i++)
        {
            for (var j = 0; j < items; j++)
            {
                var score = scores[i, j];
                if (double.IsInfinity(score))
                {
                    return Refused(Refusal.Of(Absence.NotFinite, j, i));
                }

                if (!double.IsNaN(score) && (score < 0 || score > Highest || score != Math.Floor(score)))
                {
                    return Refused(Refusal.Of(Absence.OutOfDomain, j, i));
                }

                codes[i * items + j] = double.IsNaN(score) ? None : (sbyte)score;
            }
        }

        return Checked(codes, persons, items);
    }

    /// <summary>From codes row by row (copied); any negative code is "no answer".</summary>
    public static Answers From(ReadOnlySpan<sbyte> codes, int persons, int items)
    {
        if (persons < 0 || items < 0 || (long)persons * items != codes.Length)
        {
            return Refused(Refusal.Of(Absence.OutOfDomain));
        }

        if (codes.IndexOfAnyExceptInRange(sbyte.MinValue, (sbyte)Highest) is var wrong and >= 0)
        {
            return Refused(Refusal.Of(Absence.OutOfDomain, wrong % items, wrong / items));
        }

        var copy = codes.ToArray();
        for (var i = 0; i < copy.Length; i++)
        {
            copy[i] = Math.Max(copy[i], None);
        }

        return Checked(copy, persons, items);
    }

    private static Answers Checked(sbyte[] codes, int persons, int items) =>
        persons == 0 || items == 0 ? Refused(Refusal.Of(Absence.TooFewObservations)) : new(codes, persons, items, Refusal.None);

    private static Answers Refused(Refusal refusal) => new([], 0, 0, refusal);
}
