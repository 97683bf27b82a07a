using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Regression;

/// <summary>
/// All that the likelihood of a mixed model needs of the data, read once: W'W in total and Z'W, Z'Z per group, with W = (1, predictors,
/// outcome) and Z = (1) or (1, slope). Every column is shifted and scaled by the mean and spread of a few hundred rows
/// first, so that products of years or scores around 500 keep their digits; the results are carried back afterwards.
/// </summary>
internal sealed class CrossProducts
{
    private const int Sampled = 500;
    private readonly int[] numberOf;

    public CrossProducts(ReadOnlySpan<double> outcome, double[,] predictors, ReadOnlySpan<int> groups, ReadOnlySpan<double> slope, int[] rows)
    {
        var k = predictors.GetLength(1);
        Width = k + 2;
        Effects = slope.Length > 0 ? 2 : 1;
        (Shift, Scale) = Measures(outcome, predictors, slope, rows);
        var highest = 0;
        foreach (var row in rows)
        {
            highest = Math.Max(highest, groups[row]);
        }

        numberOf = new int[highest + 1];
        foreach (var row in rows)
        {
            numberOf[groups[row]] = 1;
        }

        Codes = [.. Enumerable.Range(0, highest + 1).Where(code => numberOf[code] > 0)];
        for (var j = 0; j < Codes.Length; j++)
        {
            numberOf[Codes[j]] = j;
        }

        Rows = rows.Length;
        Total = new double[Width * Width];
        Counts = new int[Codes.Length];
        ByGroup = new double[Codes.Length * Effects * Width];
        Squares = new double[Codes.Length * 3];
        Read(outcome, predictors, groups, slope, rows);
    }

    /// <summary>Columns of W.</summary>
    public int Width { get; }

    /// <summary>Columns of Z.</summary>
    public int Effects { get; }

    public int Rows { get; }

    /// <summary>Codes of the groups with rows, ascending.</summary>
    public int[] Codes { get; }

    public int[] Counts { get; }

    /// <summary>W'W, Width × Width, full.</summary>
    public double[] Total { get; }

    /// <summary>Z'W per group: Effects rows of Width.</summary>
    public double[] ByGroup { get; }

    /// <summary>Z'Z per group: n, Σz, Σz².</summary>
    public double[] Squares { get; }

    /// <summary>Of the columns of W, and last of the slope.</summary>
    public double[] Shift { get; }

    public double[] Scale { get; }

    public ReadOnlySpan<double> Of(int group, int effect) => ByGroup.AsSpan((group * Effects + effect) * Width, Width);

    private void Read(ReadOnlySpan<double> outcome, double[,] predictors, ReadOnlySpan<int> groups, ReadOnlySpan<double> slope, int[] rows)
    {
        var w = new double[Width];
        w[0] = 1;
        double[] factor = [.. Scale.Select(s => 1 / s)];
        foreach (var row in rows)
        {
            for (var j = 1; j < Width - 1; j++)
            {
                w[j] = (predictors[row, j - 1] - Shift[j]) * factor[j];
            }

            w[Width - 1] = (outcome[row] - Shift[Width - 1]) * factor[Width - 1];
            for (var i = 0; i < Width; i++)
            {
                for (var j = 0; j <= i; j++)
                {
                    Total[i * Width + j] += w[i] * w[j];
                }
            }

            var group = numberOf[groups[row]];
            Counts[group]++;
            Lanes.Add(ByGroup.AsSpan(group * Effects * Width, Width), 1, w);
            if (Effects == 2)
            {
                var z = (slope[row] - Shift[Width]) * factor[Width];
                Lanes.Add(ByGroup.AsSpan((group * 2 + 1) * Width, Width), z, w);
                Squares[group * 3 + 1] += z;
                Squares[group * 3 + 2] += z * z;
            }
        }

        for (var j = 0; j < Codes.Length; j++)
        {
            Squares[j * 3] = Counts[j];
        }

        for (var i = 0; i < Width; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Total[j * Width + i] = Total[i * Width + j];
            }
        }
    }

    private (double[] Shift, double[] Scale) Measures(ReadOnlySpan<double> outcome, double[,] predictors, ReadOnlySpan<double> slope, int[] rows)
    {
        var count = Math.Min(Sampled, rows.Length);
        double[] shift = new double[Width + 1], scale = new double[Width + 1];
        var values = new double[count];
        for (var j = 0; j <= Width; j++)
        {
            for (var i = 0; i < count; i++)
            {
                var row = rows[(int)((long)i * rows.Length / count)];
                values[i] = j == 0 ? 0 : j == Width ? (slope.Length > 0 ? slope[row] : 0) : j == Width - 1 ? outcome[row] : predictors[row, j - 1];
            }

            var mean = shift[j] = count == 0 ? 0 : values.Average();
            var spread = count == 0 ? 0 : Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / count);
            scale[j] = spread > 1e-12 * Math.Abs(mean) ? spread : 1;
        }

        return (shift, scale);
    }
}
