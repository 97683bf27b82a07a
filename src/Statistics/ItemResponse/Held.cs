using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.ItemResponse;

/// <summary>The likelihood as a function of the parameters that are not held at a bound.</summary>
internal sealed class Held : ISmooth
{
    private readonly MarginalLikelihood likelihood;
    private readonly double[] at;
    private readonly int[] free;
    private readonly Shape shape;
    private readonly double steepest;
    private readonly double least;
    private readonly double[] gradient;
    private readonly double[] information;

    public Held(MarginalLikelihood likelihood, double[] at, bool[] frozen, Shape shape, double steepest, double least)
    {
        this.likelihood = likelihood;
        this.at = (double[])at.Clone();
        this.shape = shape;
        this.steepest = steepest;
        this.least = Math.Log(least) / 2;
        free = [.. Enumerable.Range(0, at.Length).Where(p => !frozen[p])];
        gradient = new double[at.Length];
        information = new double[at.Length * at.Length];
    }

    public int Size => free.Length;

    public double[] Free(double[] x) => Array.ConvertAll(free, p => x[p]);

    /// <summary>All parameters, with bounds kept.</summary>
    public double[] Full(double[] y)
    {
        var x = (double[])at.Clone();
        for (var i = 0; i < free.Length; i++)
        {
            x[free[i]] = y[i];
        }

        foreach (var part in shape.Parts)
        {
            if (part.SlopeAt >= 0)
            {
                x[part.SlopeAt] = Math.Clamp(x[part.SlopeAt], -steepest, steepest);
            }
        }

        if (shape.SpreadAt >= 0)
        {
            x[shape.SpreadAt] = Math.Max(x[shape.SpreadAt], least);
        }

        return x;
    }

    public double Value(double[] x) => likelihood.Value(Full(x));

    public void Derivatives(double[] x, double[] gradientOfFree, double[] informationOfFree)
    {
        likelihood.Derivatives(Full(x), gradient, information);
        for (var i = 0; i < free.Length; i++)
        {
            gradientOfFree[i] = gradient[free[i]];
            for (var j = 0; j < free.Length; j++)
            {
                informationOfFree[i * free.Length + j] = information[free[i] * at.Length + free[j]];
            }
        }

        for (var i = 0; i < free.Length; i++)
        {
            if (Outside(free[i], x[i]) * gradientOfFree[i] > 0)
            {
                Fix(i, gradientOfFree, informationOfFree);
            }
        }
    }

    /// <summary>A parameter pressed against its bound takes no further part in the step.</summary>
    private void Fix(int i, double[] gradientOfFree, double[] informationOfFree)
    {
        gradientOfFree[i] = 0;
        for (var j = 0; j < Size; j++)
        {
            informationOfFree[i * Size + j] = informationOfFree[j * Size + i] = i == j ? 1 : 0;
        }
    }

    /// <summary>The sign of the bound reached; 0 inside.</summary>
    private int Outside(int parameter, double value) =>
        parameter == shape.SpreadAt ? (value <= least ? -1 : 0)
        : Array.Exists(shape.Parts, part => part.SlopeAt == parameter) && Math.Abs(value) >= steepest ? Math.Sign(value)
        : 0;

    /// <summary>Freezes what came to lie on a bound; false when nothing new did.</summary>
    public bool Freeze(double[] x, bool[] frozen)
    {
        var any = false;
        foreach (var p in free)
        {
            if (Outside(p, x[p]) != 0)
            {
                frozen[p] = any = true;
            }
        }

        return any;
    }

    /// <summary>The end of the ascent with the information on all parameters.</summary>
    public Newton.Ascent Whole(Newton.Ascent ascent, double[] x)
    {
        if (Size == x.Length && ascent.Stopping.Why == Stopped.Converged)
        {
            return ascent with { X = x };
        }

        likelihood.Derivatives(x, gradient, information);
        return ascent with { X = x, Information = information };
    }
}
