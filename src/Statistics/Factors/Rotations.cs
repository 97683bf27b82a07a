using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Factors;

/// <summary>
/// Rotations of unrotated loadings A (p × m, m ≥ 1). One factor is returned as it is. Starting positions are the given one and random
/// orthogonal ones from the seed; the best end is kept. With Kaiser's scaling rows are brought to unit length first and back afterwards
/// (rows of zero length stay). NaN in A comes back as NaN with <see cref="Stopped.Refused"/>.
/// </summary>
public static class Rotations
{
    private const double SameOptimum = 1e-6;

    public static Rotated Rotate(double[,] loadings, FactorOptions options, CancellationToken cancellation = default) =>
        options.Rotation switch
        {
            Rotation.None => Unrotated(loadings),
            Rotation.Varimax => Varimax(loadings, options.NormaliseRows, options.RotationStarts, options.Seed, cancellation),
            Rotation.Promax => Promax(loadings, options.PromaxPower, options.NormaliseRows, options.RotationStarts, options.Seed, cancellation),
            _ => Oblimin(loadings, options.NormaliseRows, options.RotationStarts, options.Seed, cancellation),
        };

    /// <summary>Varimax by Kaiser's plane rotations, each exact, until no plane turns by more than 1e-12.</summary>
    public static Rotated Varimax(double[,] loadings, bool kaiser = true, int starts = 16, Seed seed = default, CancellationToken cancellation = default)
    {
        if (Trivial(loadings) is { } trivial)
        {
            return trivial;
        }

        var lengths = Lengths(loadings, kaiser);
        var columns = Columns(loadings, lengths);
        var ends = FromStarts(columns.GetLength(0), starts, seed, turn => VarimaxSearch.From(turn.Transposed().Times(columns), cancellation), cancellation);
        var best = Best(ends, e => -e.Criterion);
        return Rotated.Of(
            Scale(best.Columns, lengths), Grid.Identity(loadings.GetLength(1)), best.Criterion,
            Distinct(ends.Select(e => e.Criterion).OrderDescending()), best.Stopping);
    }

    /// <summary>
    /// Promax: target |v|^power sign(v) of the varimax loadings, fitted by least squares, columns rescaled so that diag(Φ) = 1
    /// (<c>stats::promax</c>). Power not above 1 or columns that cannot be told apart: refused.
    /// </summary>
    public static Rotated Promax(
        double[,] loadings, double power = 4, bool kaiser = true, int starts = 16, Seed seed = default, CancellationToken cancellation = default)
    {
        var varimax = Varimax(loadings, kaiser, starts, seed, cancellation);
        int p = loadings.GetLength(0), m = loadings.GetLength(1);
        if (m == 1 || varimax.Stopping.Why == Stopped.Refused)
        {
            return varimax with { Criterion = double.NaN };
        }

        var v = varimax.Loadings;
        var target = new double[p, m];
        for (var i = 0; i < p; i++)
        {
            for (var k = 0; k < m; k++)
            {
                target[i, k] = Math.CopySign(Math.Pow(Math.Abs(v[i, k]), power), v[i, k]);
            }
        }

        var transposed = v.Transposed();
        var normal = power > 1 ? Grid.Inverse(transposed.Times(v)) : null;
        var u = normal?.Times(transposed.Times(target));
        var spread = u is null ? null : Grid.Inverse(u.Transposed().Times(u));
        if (u is null || spread is null)
        {
            return Refused(loadings);
        }

        for (var k = 0; k < m; k++)
        {
            var length = Math.Sqrt(spread[k, k]);
            for (var l = 0; l < m; l++)
            {
                u[l, k] *= length;
            }
        }

        var phi = Grid.Inverse(u.Transposed().Times(u))!;
        return Rotated.Of(v.Times(u), phi, double.NaN, varimax.Optima, varimax.Stopping);
    }

    /// <summary>Direct quartimin by gradient projection (Jennrich 2002; Bernaards, Jennrich 2005) to a gradient of 1e-9.</summary>
    public static Rotated Oblimin(double[,] loadings, bool kaiser = false, int starts = 16, Seed seed = default, CancellationToken cancellation = default)
    {
        if (Trivial(loadings) is { } trivial)
        {
            return trivial;
        }

        var lengths = Lengths(loadings, kaiser);
        var columns = Columns(loadings, lengths);
        var ends = FromStarts(columns.GetLength(0), starts, seed, turn => ObliminSearch.From(columns, turn, 1e-5, 1000, cancellation), cancellation);
        var best = Best(ends, e => e.Criterion);
        var end = ObliminSearch.From(columns, best.Turn, 1e-9, 20_000, cancellation);
        var phi = end.Turn.Transposed().Times(end.Turn);
        for (var k = 0; k < phi.GetLength(0); k++)
        {
            phi[k, k] = 1;
        }

        return Rotated.Of(Scale(end.Columns, lengths), phi, end.Criterion, Distinct(ends.Select(e => e.Criterion).Order()), end.Stopping);
    }

    internal static Rotated Unrotated(double[,] loadings) => Rotated.Of(
        (double[,])loadings.Clone(), Grid.Identity(loadings.GetLength(1)), double.NaN, [], Stopping.ClosedForm);

    private static Rotated? Trivial(double[,] loadings) =>
        !Grid.AllFinite(loadings.Flat()) ? Refused(loadings) : loadings.GetLength(1) < 2 ? Unrotated(loadings) : null;

    private static Rotated Refused(double[,] loadings) => Unrotated(loadings) with { Stopping = Stopping.Refused };

    private static double[] Lengths(double[,] loadings, bool kaiser)
    {
        var lengths = new double[loadings.GetLength(0)];
        for (var i = 0; i < lengths.Length; i++)
        {
            var row = loadings.Row(i);
            var length = Math.Sqrt(Lanes.Dot(row, row));
            lengths[i] = kaiser && length > 0 ? length : 1;
        }

        return lengths;
    }

    /// <summary>Column k of the scaled loadings as row k.</summary>
    private static double[,] Columns(double[,] loadings, double[] lengths)
    {
        var columns = loadings.Transposed();
        for (var k = 0; k < columns.GetLength(0); k++)
        {
            for (var i = 0; i < lengths.Length; i++)
            {
                columns[k, i] /= lengths[i];
            }
        }

        return columns;
    }

    private static double[,] Scale(double[,] columns, double[] lengths)
    {
        var loadings = columns.Transposed();
        for (var i = 0; i < lengths.Length; i++)
        {
            for (var k = 0; k < loadings.GetLength(1); k++)
            {
                loadings[i, k] *= lengths[i];
            }
        }

        return loadings;
    }

    private static RotationEnd[] FromStarts(
        int m, int starts, Seed seed, Func<double[,], RotationEnd> search, CancellationToken cancellation)
    {
        var ends = new RotationEnd[Math.Max(1, starts)];
        Parallel.For(0, ends.Length, new ParallelOptions { CancellationToken = cancellation }, s =>
            ends[s] = search(s == 0 ? Grid.Identity(m) : RandomTurn(m, seed.Split(s).Dice())));
        return ends;
    }

    private static RotationEnd Best(RotationEnd[] ends, Func<RotationEnd, double> cost)
    {
        var best = ends[0];
        foreach (var end in ends)
        {
            if (cost(end) < cost(best) - 1e-10)
            {
                best = end;
            }
        }

        return best;
    }

    private static List<LocalOptimum> Distinct(IEnumerable<double> criteria)
    {
        var optima = new List<LocalOptimum>();
        foreach (var value in criteria)
        {
            if (optima.Count > 0 && Math.Abs(optima[^1].Criterion - value) < SameOptimum * Math.Max(1, Math.Abs(value)))
            {
                optima[^1] = optima[^1] with { Starts = optima[^1].Starts + 1 };
            }
            else
            {
                optima.Add(new LocalOptimum(value, 1));
            }
        }

        return optima;
    }

    /// <summary>A random orthogonal m × m matrix: normal rows made orthonormal.</summary>
    private static double[,] RandomTurn(int m, Dice dice)
    {
        var q = new double[m, m];
        for (var i = 0; i < m; i++)
        {
            var row = q.Row(i);
            var length = 0.0;
            while (length < 1e-6)
            {
                for (var j = 0; j < m; j++)
                {
                    row[j] = dice.NextNormal();
                }

                for (var k = 0; k < 2 * i; k++)
                {
                    Lanes.Add(row, -Lanes.Dot(row, q.Row(k % i)), q.Row(k % i));
                }

                length = Math.Sqrt(Lanes.Dot(row, row));
            }

            for (var j = 0; j < m; j++)
            {
                row[j] /= length;
            }
        }

        return q;
    }
}

/// <summary>Where a search ended: rotated columns as rows, the transformation, the criterion, why it stopped.</summary>
internal sealed record RotationEnd(double[,] Columns, double[,] Turn, double Criterion, Stopping Stopping);
