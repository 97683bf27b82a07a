using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Stupeni.Statistics;

namespace Stupeni.Benchmarks.Peers;

/// <summary>Data of the races, drawn from seeds: tables as csv, large arrays as bytes of doubles.</summary>
internal static class Draw
{
    public static void Factors(string folder, int rows, int columns, int factors, int? categories)
    {
        var dice = new Seed(11).Dice();
        Write(folder, rows, columns, _ =>
        {
            double[] f = [.. Enumerable.Range(0, factors).Select(_ => dice.NextNormal())];
            return Enumerable.Range(0, columns).Select(j => 0.65 * f[j % factors] + 0.15 * f[(j + 1) % factors] + 0.75 * dice.NextNormal()).Select(x => categories is { } c ? Math.Clamp(Math.Floor(x + c / 2.0), 0, c - 1) : x);
        });
    }

    public static void Groups(string folder, int rows, int groups)
    {
        var dice = new Seed(12).Dice();
        double[] effects = [.. Enumerable.Range(0, groups).Select(_ => 0.5 * dice.NextNormal())];
        Write(folder, rows, 5, _ =>
        {
            var (group, x) = (dice.NextBelow(groups), new[] { dice.NextNormal(), dice.NextNormal(), dice.NextUniform() < 0.5 ? 0.0 : 1 });
            return [1 + effects[group] + 0.5 * x[0] - 0.2 * x[1] + 0.3 * x[2] + dice.NextNormal(), group, .. x];
        });
    }

    public static void Answers(string folder, int persons, int items)
    {
        var dice = new Seed(13).Dice();
        double[] a = [.. Enumerable.Range(0, items).Select(_ => 0.7 + 0.9 * dice.NextUniform())], d = [.. Enumerable.Range(0, items).Select(_ => 3 * dice.NextUniform() - 1.5)];
        Write(folder, persons, items, _ =>
        {
            var ability = dice.NextNormal();
            return Enumerable.Range(0, items).Select(j => dice.NextUniform() < 1 / (1 + Math.Exp(-(a[j] * ability + d[j]))) ? 1.0 : 0);
        });
    }

    public static void Weights(string folder, int n)
    {
        var dice = new Seed(14).Dice();
        Write(folder, "weights", Enumerable.Range(0, n * n).Select(_ => (double)dice.NextBelow(1_000_000)));
    }

    /// <summary>Triples of mentee, mentor, weight; each mentee has its own number among the choices, so that all can be served.</summary>
    public static void Choices(string folder, int n, int choices)
    {
        var dice = new Seed(15).Dice();
        Write(folder, "choices", Enumerable.Range(0, n).SelectMany(i =>
        {
            var chosen = new SortedSet<int> { i };
            while (chosen.Count < choices) chosen.Add(dice.NextBelow(n));
            return chosen.SelectMany(j => new[] { (double)i, j, dice.NextBelow(1_000_000) });
        }));
    }

    public static void Numbers(string folder, int rows, int columns)
    {
        var dice = new Seed(16).Dice();
        Write(folder, "numbers", Enumerable.Range(0, rows * columns).Select(_ => dice.NextNormal()));
    }

    public static double[] Read(string folder, string name) => MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, name))).ToArray();

    public static double[,] Table(string folder, string name)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, name + ".csv"))[1..];
        var table = new double[lines.Length, lines[0].Split(',').Length];
        for (var i = 0; i < lines.Length; i++)
        {
            var cells = lines[i].Split(',');
            for (var j = 0; j < cells.Length; j++) table[i, j] = double.Parse(cells[j], CultureInfo.InvariantCulture);
        }

        return table;
    }

    private static void Write(string folder, string name, IEnumerable<double> numbers) => File.WriteAllBytes(Path.Combine(folder, name), MemoryMarshal.AsBytes<double>(numbers.ToArray()));

    private static void Write(string folder, int rows, int columns, Func<int, IEnumerable<double>> row)
    {
        var text = new StringBuilder().AppendJoin(',', Enumerable.Range(1, columns).Select(j => $"v{j}")).Append('\n');
        for (var i = 0; i < rows; i++) text.AppendJoin(',', row(i).Select(x => x.ToString("R", CultureInfo.InvariantCulture))).Append('\n');
        File.WriteAllText(Path.Combine(folder, "table.csv"), text.ToString());
    }
}
