namespace Stupeni.Demo.Sample;

/// <summary>
/// Seeded chance: SplitMix64 (Steele, Lea, Flood 2014). A branch depends on the seed and its name only, so what is drawn in one never shifts another.
/// Nothing here calls the machine's mathematics library: the same seed gives the same numbers everywhere.
/// </summary>
internal sealed class Chance
{
    private readonly ulong seed;
    private ulong state;

    public Chance(ulong seed) => state = this.seed = seed;

    public ulong Next() => Mix(state += 0x9E3779B97F4A7C15);

    public Chance Branch(string name, int number = 0)
    {
        var hash = 14695981039346656037;
        foreach (var letter in name) hash = (hash ^ letter) * 1099511628211;
        return new(Mix(seed ^ Mix(hash + (ulong)number * 0x9E3779B97F4A7C15)));
    }

    /// <summary>From 0 to 1, without 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public int Below(int most) => (int)(Unit() * most);

    public bool Happens(double probability) => Unit() < probability;

    /// <summary>Nearly normal: the sum of twelve uniform numbers.</summary>
    public double Normal(double mean = 0, double deviation = 1)
    {
        var sum = -6.0;
        for (var draw = 0; draw < 12; draw++) sum += Unit();
        return mean + deviation * sum;
    }

    public T OneOf<T>(IReadOnlyList<T> things) => things[Below(things.Count)];

    public List<T> Shuffled<T>(IEnumerable<T> things)
    {
        var list = things.ToList();
        for (var last = list.Count - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (list[last], list[other]) = (list[other], list[last]);
        }

        return list;
    }

    /// <summary>e to the power, to six digits: enough for sizes and chances.</summary>
    public static double Exp(double power)
    {
        var value = 1 + power / 4096;
        for (var square = 0; square < 12; square++) value *= value;
        return value;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
