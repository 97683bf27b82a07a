using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.ItemResponse;

/// <summary>
/// The normal distribution of ability given the items: mean and logarithm of the standard deviation by maximum likelihood. The grid is
/// laid around the mean, which is the same as adding the mean to every intercept.
/// </summary>
internal sealed class Population(MarginalLikelihood likelihood, double[] intercepts, double leastVariance) : ISmooth
{
    private readonly double least = Math.Log(leastVariance) / 2;
    private readonly double[] gradient = new double[intercepts.Length + 1];
    private readonly double[] information = new double[(intercepts.Length + 1) * (intercepts.Length + 1)];

    public int Size => 2;

    /// <summary>The parameters of the whole likelihood at a mean and a log standard deviation.</summary>
    public double[] Full(double[] y) => [.. intercepts.Select(d => d + y[0]), Math.Max(y[1], least)];

    public double Value(double[] x) => likelihood.Value(Full(x));

    public void Derivatives(double[] x, double[] gradientOfTwo, double[] informationOfTwo)
    {
        likelihood.Derivatives(Full(x), gradient, information);
        var k = intercepts.Length;
        Array.Clear(gradientOfTwo);
        Array.Clear(informationOfTwo);
        for (var i = 0; i <= k; i++)
        {
            var row = i < k ? 0 : 1;
            gradientOfTwo[row] += gradient[i];
            for (var j = 0; j <= k; j++)
            {
                informationOfTwo[row * 2 + (j < k ? 0 : 1)] += information[i * (k + 1) + j];
            }
        }

        if (x[1] <= least && gradientOfTwo[1] < 0)
        {
            gradientOfTwo[1] = informationOfTwo[1] = informationOfTwo[2] = 0;
            informationOfTwo[3] = 1;
        }
    }
}
