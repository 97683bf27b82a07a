namespace Stupeni.Statistics.Algebra;

public class NewtonTests
{
    /// <summary>−h(x²): even, with its tops at ±0.55 and curved upwards at 1, where a damped step may become as long as it is allowed and lead to −1, which is as good.</summary>
    private sealed class Even(double steepness) : ISmooth
    {
        public int Size => 1;

        public double Value(double[] x) => -Gap(x[0]) / (steepness + Gap(x[0]));

        public void Derivatives(double[] x, double[] gradient, double[] information)
        {
            gradient[0] = Slope(x[0]);
            information[0] = -(Slope(x[0] + 1e-5) - Slope(x[0] - 1e-5)) / 2e-5;
        }

        private static double Gap(double x) => (x * x - 0.3025) * (x * x - 0.3025);

        private double Slope(double x) => -steepness * 4 * x * (x * x - 0.3025) / Math.Pow(steepness + Gap(x), 2);
    }

    [Fact]
    public void The_mirror_image_of_a_point_is_no_way_on()
    {
        for (var at = 0; at < 400; at++)
        {
            var steepness = 0.01 + 0.001 * at;
            var found = Newton.Maximise(new Even(steepness), [1]);
            Assert.True(found.Stopping.Converged, $"{steepness}: {found.Stopping} at {found.X[0]}");
            Assert.Equal(0.55, Math.Abs(found.X[0]), 1e-6);
        }
    }
}
