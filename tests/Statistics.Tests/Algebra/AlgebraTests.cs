using System.Runtime.Intrinsics.X86;
using static Stupeni.Statistics.Oracle;

namespace Stupeni.Statistics.Algebra;

public class AlgebraTests
{
    [Fact]
    public void Wide_and_narrow_registers_give_the_same_digits()
    {
        const int padded = 48;
        var packed = Normals(20 * padded, 1);
        double[] narrow = new double[padded * padded], wide = new double[padded * padded];
        for (var j = 0; j < padded; j += 12)
        {
            for (var i = 0; i < padded; i += 4)
            {
                Tiles.Narrow(packed, 20, padded, i, j, narrow);
            }
        }

        Near(Enumerable.Range(0, 20).Sum(r => packed[r * padded + 5] * packed[r * padded + 33]), narrow[5 * padded + 33], 1e-12);
        if (Avx512F.IsSupported)
        {
            for (var j = 0; j < padded; j += 16)
            {
                for (var i = 0; i < padded; i += 8)
                {
                    Tiles.Wide(packed, 20, padded, i, j, wide);
                }
            }

            Assert.Equal(narrow, wide);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(60)]
    public void Eigenvectors_rebuild_the_matrix_and_values_alone_are_the_same(int n)
    {
        var x = Normals(n * n, n);
        var a = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                a[i * n + j] = x[i * n + j] + x[j * n + i];
            }
        }

        var eigen = SymmetricEigen.Of(a, n)!;
        var rebuilt = new double[n * n];
        for (var k = 0; k < n; k++)
        {
            for (var i = 0; i < n; i++)
            {
                Lanes.Add(rebuilt.AsSpan(i * n, n), eigen.Values[k] * eigen.Vector(k)[i], eigen.Vector(k));
            }
        }

        Near(a, rebuilt, 1e-12 * n);
        Near(eigen.Values, SymmetricEigen.ValuesOf([.. a], n)!, 1e-12 * n);
        Assert.Null(SymmetricEigen.Of(Enumerable.Repeat(double.NaN, n * n).ToArray(), n));
    }

    private static double[] Normals(int count, int seed)
    {
        var dice = new Seed((ulong)seed).Dice();
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = dice.NextNormal();
        }

        return values;
    }
}
