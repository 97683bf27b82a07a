using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Regression;

/// <summary>
/// −2 log likelihood (restricted or not) with coefficients and residual variance profiled out, as a function of the relative
/// Cholesky factor Λ of the group effects (Bates, Mächler, Bolker, Walker 2015), from cross products: V⁻¹ = I − Z Λ M⁻¹ Λ' Z' with
/// M = Λ' Z'Z Λ + I per group. With S = Σ (Z'V⁻¹Z − Z'V⁻¹X (X'V⁻¹X)⁻¹ X'V⁻¹Z − (df / r²) r r'), r = Z'V⁻¹(y − Xβ), its gradient is 2 S Λ.
/// The restricted term −tr(…) is left out for maximum likelihood. Maximised as its negative.
/// </summary>
internal sealed class ProfiledDeviance(CrossProducts data, bool restricted) : ISmooth
{
    private readonly int p = data.Width - 1;
    private readonly int q = data.Effects;

    /// <summary>All that follows from one Λ, in the shifted and scaled units.</summary>
    internal sealed class At(int p, int q, int groups)
    {
        public double Deviance { get; set; } = double.PositiveInfinity;

        public double[] Fixed { get; } = new double[p];

        public double[] Inverse { get; set; } = [];

        /// <summary>(y − Xβ)' V⁻¹ (y − Xβ).</summary>
        public double Penalised { get; set; }

        /// <summary>S of the gradient, and Σ r r' alone; q × q.</summary>
        public double[] Slope { get; } = new double[q * q];

        public double[] Residual { get; } = new double[q * q];

        /// <summary>Λ M⁻¹ Λ' per group, q × q.</summary>
        public double[] Shrink { get; } = new double[groups * q * q];

        /// <summary>Z'V⁻¹(y − Xβ) per group.</summary>
        public double[] Scores { get; } = new double[groups * q];
    }

    public int Size => q == 1 ? 1 : 3;

    public double DegreesOfFreedom => restricted ? data.Rows - p : data.Rows;

    public double Value(double[] x) => -Evaluate(x, withGradient: false).Deviance;

    public void Derivatives(double[] x, double[] gradient, double[] information)
    {
        Gradient(x, gradient);
        var (forward, back, moved) = (new double[Size], new double[Size], (double[])x.Clone());
        for (var i = 0; i < Size; i++)
        {
            var step = 1e-4 * Math.Max(0.01, Math.Abs(x[i]));
            moved[i] = x[i] + step;
            Gradient(moved, forward);
            moved[i] = x[i] - step;
            Gradient(moved, back);
            moved[i] = x[i];
            for (var j = 0; j < Size; j++)
            {
                information[i * Size + j] = (back[j] - forward[j]) / (2 * step);
            }
        }

        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j < i; j++)
            {
                information[i * Size + j] = information[j * Size + i] = (information[i * Size + j] + information[j * Size + i]) / 2;
            }
        }
    }

    /// <summary>2 M Λ for the entries of the lower triangle of Λ: (0,0), (1,0), (1,1).</summary>
    public double[] AlongFactor(double[] matrix, double[] x) => q == 1
        ? [2 * matrix[0] * x[0]]
        : [2 * (matrix[0] * x[0] + matrix[1] * x[1]), 2 * (matrix[2] * x[0] + matrix[3] * x[1]), 2 * matrix[3] * x[2]];

    private void Gradient(double[] x, double[] gradient)
    {
        var along = AlongFactor(Evaluate(x, withGradient: true).Slope, x);
        for (var i = 0; i < Size; i++)
        {
            gradient[i] = -along[i];
        }
    }

    public At Evaluate(double[] x, bool withGradient)
    {
        var at = new At(p, q, data.Codes.Length);
        var width = data.Width;
        var whole = (double[])data.Total.Clone();
        Span<double> half = stackalloc double[2 * width];
        var logDeterminant = 0.0;
        for (var j = 0; j < data.Codes.Length; j++)
        {
            logDeterminant += Shrink(data.Squares.AsSpan(j * 3, 3), x, at.Shrink.AsSpan(j * q * q, q * q));
            var shrink = at.Shrink.AsSpan(j * q * q, q * q);
            for (var e = 0; e < q; e++)
            {
                for (var c = 0; c < width; c++)
                {
                    half[e * width + c] = shrink[e * q] * data.Of(j, 0)[c] + (q == 2 ? shrink[e * q + 1] * data.Of(j, 1)[c] : 0);
                }
            }

            for (var e = 0; e < q; e++)
            {
                for (var i = 0; i < width; i++)
                {
                    Lanes.Add(whole.AsSpan(i * width, width), -data.Of(j, e)[i], half.Slice(e * width, width));
                }
            }
        }

        var design = new double[p * p];
        for (var i = 0; i < p; i++)
        {
            whole.AsSpan(i * width, p).CopyTo(design.AsSpan(i * p));
            at.Fixed[i] = whole[i * width + p];
        }

        if (Cholesky.Of(design, p) is not { } factor)
        {
            return at;
        }

        factor.Solve(at.Fixed);
        at.Inverse = factor.Inverse();
        at.Penalised = whole[p * width + p];
        for (var i = 0; i < p; i++)
        {
            at.Penalised -= whole[i * width + p] * at.Fixed[i];
        }

        var df = DegreesOfFreedom;
        at.Deviance = at.Penalised > 0
            ? logDeterminant + (restricted ? factor.LogDeterminant : 0) + df * (1 + Math.Log(2 * Math.PI * at.Penalised / df))
            : double.PositiveInfinity;
        if (withGradient)
        {
            Slopes(at, df);
        }

        return at;
    }

    /// <summary>Fills Λ M⁻¹ Λ' of one group and gives log |M|.</summary>
    private double Shrink(ReadOnlySpan<double> squares, double[] x, Span<double> shrink)
    {
        if (q == 1)
        {
            var m = 1 + x[0] * x[0] * squares[0];
            shrink[0] = x[0] * x[0] / m;
            return Math.Log(m);
        }

        // Λ' A Λ + I with Λ = (x0 0; x1 x2), A = (n s; s t).
        var (n, s, t) = (squares[0], squares[1], squares[2]);
        var (u0, u1) = (n * x[0] + s * x[1], s * x[0] + t * x[1]);
        var m00 = 1 + x[0] * u0 + x[1] * u1;
        var m01 = x[2] * u1;
        var m11 = 1 + x[2] * x[2] * t;
        var determinant = m00 * m11 - m01 * m01;
        var (i00, i01, i11) = (m11 / determinant, -m01 / determinant, m00 / determinant);
        shrink[0] = x[0] * x[0] * i00;
        shrink[1] = shrink[2] = x[0] * (x[1] * i00 + x[2] * i01);
        shrink[3] = x[1] * x[1] * i00 + 2 * x[1] * x[2] * i01 + x[2] * x[2] * i11;
        return Math.Log(determinant);
    }

    private void Slopes(At at, double df)
    {
        Span<double> square = stackalloc double[q * q];
        Span<double> part = stackalloc double[q * q];
        Span<double> u = stackalloc double[q * p];
        Span<double> r = stackalloc double[q];
        Span<double> plain = stackalloc double[q];
        for (var j = 0; j < data.Codes.Length; j++)
        {
            var shrink = at.Shrink.AsSpan(j * q * q, q * q);
            Squares(j, square);
            // (I − A Λ M⁻¹ Λ') takes Z' to Z'V⁻¹.
            for (var e = 0; e < q; e++)
            {
                for (var f = 0; f < q; f++)
                {
                    part[e * q + f] = e == f ? 1 : 0;
                    for (var g = 0; g < q; g++)
                    {
                        part[e * q + f] -= square[e * q + g] * shrink[g * q + f];
                    }
                }

                plain[e] = data.Of(j, e)[p] - Lanes.Dot(data.Of(j, e)[..p], at.Fixed);
            }

            for (var e = 0; e < q; e++)
            {
                r[e] = 0;
                u.Slice(e * p, p).Clear();
                for (var f = 0; f < q; f++)
                {
                    r[e] += part[e * q + f] * plain[f];
                    Lanes.Add(u.Slice(e * p, p), part[e * q + f], data.Of(j, f)[..p]);
                }
            }

            r.CopyTo(at.Scores.AsSpan(j * q));
            for (var e = 0; e < q; e++)
            {
                for (var f = 0; f < q; f++)
                {
                    var sum = 0.0;
                    for (var g = 0; g < q; g++)
                    {
                        sum += part[e * q + g] * square[g * q + f];
                    }

                    at.Residual[e * q + f] += r[e] * r[f];
                    at.Slope[e * q + f] += sum - df / at.Penalised * r[e] * r[f] - (restricted ? Form(at.Inverse, u.Slice(e * p, p), u.Slice(f * p, p)) : 0);
                }
            }
        }
    }

    private void Squares(int group, Span<double> square)
    {
        square[0] = data.Squares[group * 3];
        if (q == 2)
        {
            square[1] = square[2] = data.Squares[group * 3 + 1];
            square[3] = data.Squares[group * 3 + 2];
        }
    }

    private double Form(double[] matrix, ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < p; i++)
        {
            sum += a[i] * Lanes.Dot(matrix.AsSpan(i * p, p), b);
        }

        return sum;
    }
}
