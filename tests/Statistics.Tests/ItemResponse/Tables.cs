namespace Stupeni.Statistics.ItemResponse;

/// <summary>The answer tables of the oracles, and tables drawn from a known model.</summary>
internal static class Tables
{
    public static Answers Public(string name) =>
        Answers.From(Oracle.Csv(name + ".csv", column => name != "mathexam14w" || (column[0] == 'q' && char.IsDigit(column[1]))));

    /// <summary>Answers of persons ~ N(mean, 1) to items with P(1) = 1 / (1 + exp(−(a θ + d))).</summary>
    public static double[,] Drawn(int persons, double[] slopes, double[] intercepts, Seed seed, double mean = 0, double sd = 1)
    {
        var dice = seed.Dice();
        var table = new double[persons, slopes.Length];
        for (var i = 0; i < persons; i++)
        {
            var ability = mean + sd * dice.NextNormal();
            for (var j = 0; j < slopes.Length; j++)
            {
                table[i, j] = dice.NextUniform() < 1 / (1 + Math.Exp(-(slopes[j] * ability + intercepts[j]))) ? 1 : 0;
            }
        }

        return table;
    }
}
