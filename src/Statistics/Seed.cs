namespace Stupeni.Statistics;

/// <summary>
/// Where randomness comes from: the same seed gives the same numbers on any machine and for any number of threads.
/// A seed is split by an index into independent seeds (one per replication, start or thread-free unit of work), so that no
/// result depends on who computed it first. Splitting and seeding: SplitMix64 (Steele, Lea, Flood 2014).
/// </summary>
public readonly record struct Seed(ulong Value)
{
    private const ulong Golden = 0x9E3779B97F4A7C15UL;

    /// <summary>The seed of the <paramref name="index"/>-th independent part.</summary>
    public Seed Split(int index) => new(Mix(Mix(Value ^ 0xD1B54A32D192ED03UL) + Golden * ((ulong)(uint)index + 1)));

    /// <summary>A fresh stream of numbers from this seed.</summary>
    public Dice Dice() => new(Value);

    public static implicit operator Seed(int value) => FromInt32(value);

    public static Seed FromInt32(int value) => new((ulong)(uint)value);

    internal static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    internal static ulong Next(ref ulong state) => Mix(state += Golden);
}
