namespace Stupeni.Demo.Sample;

/// <summary>Where schools stand and how large they are: many small ones in villages, few large ones in towns.</summary>
internal static class SchoolSizes
{
    /// <summary>The municipality of each school; every municipality has one, the first ones many.</summary>
    public static List<int> Places(SampleSize size, Chance chance)
    {
        var weights = Enumerable.Range(1, size.Municipalities).Select(n => 1 / (n * 0.55 + 2.2)).ToArray();
        var all = weights.Sum();
        var places = Enumerable.Range(0, size.Municipalities).ToList();
        while (places.Count < size.Schools)
        {
            var (at, left) = (0, chance.Unit() * all);
            while (at < weights.Length - 1 && (left -= weights[at]) > 0) at++;
            places.Add(at);
        }

        places.Sort();
        return places;
    }

    /// <summary>Sizes that follow the wish of each school and sum up to the pupils there are.</summary>
    public static int[] Share(IReadOnlyList<double> wishes, int pupils)
    {
        var all = wishes.Sum();
        var sizes = wishes.Select(w => Math.Max(SampleSize.LeastPupils, (int)(w / all * pupils))).ToArray();
        var largest = Enumerable.Range(0, sizes.Length).OrderByDescending(n => wishes[n]).ThenBy(n => n).ToArray();
        var left = pupils - sizes.Sum();
        while (left != 0)
        {
            foreach (var school in largest)
            {
                var step = Math.Sign(left) * Math.Max(1, Math.Abs(left) / (2 * sizes.Length));
                var part = left == 0 ? 0 : Math.Max(step, SampleSize.LeastPupils - sizes[school]);
                sizes[school] += part;
                left -= part;
            }
        }

        return sizes;
    }

    public static double Wish(bool town, bool centre, Chance chance) => Math.Clamp(Chance.Exp(chance.Normal(town ? 5.5 : centre ? 5.0 : 4.0, town ? 0.5 : 0.6)), 12, 1600);
}
