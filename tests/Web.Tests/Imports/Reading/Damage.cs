using System.Diagnostics;

namespace Stupeni.Imports.Reading;

/// <summary>Breaks a file in many ways: the reader may give a grid or refuse, and must do so at once.</summary>
internal static class Damage
{
    internal static void Survived(byte[] good, string name, int cases, int seed)
    {
        var random = new Random(seed);
        for (var number = 0; number < cases; number++)
        {
            var bad = Broken(good, random);
            var start = Stopwatch.GetTimestamp();
            try
            {
                Parts.Read(bad, name, Limits.Default);
            }
            catch (Unreadable)
            {
                // Said what is wrong: as it should.
            }
            catch (Exception broken)
            {
                Assert.Fail($"Case {number} of seed {seed}: {broken}");
            }
            Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 20);
        }
    }

    private static byte[] Broken(byte[] good, Random random)
    {
        switch (random.Next(4))
        {
            case 0: return good[..random.Next(good.Length)];
            case 1:
                var (from, to, length) = (random.Next(good.Length), random.Next(good.Length), random.Next(1, 200));
                return [.. good[..to], .. good[from..Math.Min(good.Length, from + length)], .. good[to..]];
            case 2:
                var gap = random.Next(good.Length);
                return [.. good[..gap], .. good[Math.Min(good.Length, gap + random.Next(1, 200))..]];
            default:
                var flipped = (byte[])good.Clone();
                for (var flips = random.Next(1, 12); flips > 0; flips--) flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
                return flipped;
        }
    }
}
