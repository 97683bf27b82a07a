namespace Stupeni.Matching;

/// <summary>The generator of the reference instances: the same numbers in every language.</summary>
internal static class SplitMix
{
    public static ulong[] Raw(ulong seed, int count)
    {
        var (numbers, state) = (new ulong[count], seed);
        for (var i = 0; i < count; i++)
        {
            state += 0x9E3779B97F4A7C15UL;
            var mixed = state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            numbers[i] = mixed ^ (mixed >> 31);
        }

        return numbers;
    }

    public static long[] Ints(ulong seed, int count) => Array.ConvertAll(Raw(seed, count), number => (long)(number >> 11));

    public static double[][] Table(ulong seed, int rows, int columns, long below)
    {
        var ints = Ints(seed, rows * columns);
        return [.. Enumerable.Range(0, rows).Select(r => Array.ConvertAll(ints[(r * columns)..((r + 1) * columns)], number => (double)(number % below)))];
    }
}
