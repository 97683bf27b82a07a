using FsCheck;
using FsCheck.Fluent;

namespace Stupeni.Comparators.Rules;

/// <summary>
/// Twenty schools whose four measures are formulas of their number, some unknown, against numpy 1.24: <c>(w * |x − y| / R).sum() / w.sum()</c> over the measures known of both. And what holds of any schools.
/// </summary>
public sealed class ContextDistanceTests
{
    private static readonly double[] Weights = [3, 2, 1, 1];

    private static readonly List<double[]> Schools = [.. Enumerable.Range(1, 20).Select(i => (double[])
    [
        i is 7 or 13 ? double.NaN : 35 + 7 * i % 31, Math.Log2(60 + 37 * i % 200), i % 3 == 0 ? 1 : 0, i % 5 == 0 || i == 13 ? double.NaN : (53 * i + 11) % 97,
    ])];

    private static readonly Gen<double> Value = Gen.Frequency((4, Gen.Choose(-500, 500).Select(v => v / 7.0)), (1, Gen.Constant(double.NaN)));

    private static readonly Arbitrary<double[][]> Any = Gen.Choose(2, 9).SelectMany(n => Value.ArrayOf(4).ArrayOf(n)).ToArbitrary();

    [Theory]
    [InlineData(1, 2, 0.2514283492464458, 1)]
    [InlineData(1, 7, 0.15299483953736792, 0.5714285714285714)]
    [InlineData(5, 10, 0.08997129920574388, 0.8571428571428571)]
    [InlineData(7, 13, 0.08536862555882264, 0.42857142857142855)]
    [InlineData(20, 3, 0.2986768626380499, 0.8571428571428571)]
    public void Two_schools_are_as_far_apart_as_numpy_says(int one, int other, double distance, double known)
    {
        var found = ContextDistance.Between(Schools[one - 1], Schools[other - 1], Weights, ContextDistance.Ranges(Schools, 4));
        Assert.Equal(distance, found.Distance, 1e-12);
        Assert.Equal(known, found.Known, 1e-12);
    }

    [Theory]
    [InlineData(1, new[] { 7, 19, 14, 10, 2 })]
    [InlineData(7, new[] { 1, 14, 8, 19, 2 })]
    [InlineData(13, new int[0])]
    public void The_nearest_are_those_that_numpy_finds_and_none_of_whom_too_little_is_known(int school, int[] nearest)
    {
        List<int> others = [.. Enumerable.Range(1, 20).Where(i => i != school)];
        var found = ContextDistance.Nearest(Schools[school - 1], [.. others.Select(i => Schools[i - 1])], Weights, ContextDistance.Ranges(Schools, 4), 5, 50);
        Assert.Equal(nearest, found.Select(f => others[f.School]));
    }

    [Fact]
    public void A_school_is_at_no_distance_from_itself_and_as_far_from_another_as_that_from_it() => Check.QuickThrowOnFailure(Prop.ForAll(Any, schools =>
    {
        var ranges = ContextDistance.Ranges(schools, 4);
        return schools.All(s => ContextDistance.Between(s, s, Weights, ranges) is var own && (own.Known == 0 ? double.IsNaN(own.Distance) : own.Distance == 0))
            && schools.All(a => schools.All(b => ContextDistance.Between(a, b, Weights, ranges) == ContextDistance.Between(b, a, Weights, ranges)));
    }));

    [Fact]
    public void A_distance_lies_between_zero_and_one_and_is_known_as_far_as_both_are() => Check.QuickThrowOnFailure(Prop.ForAll(Any, schools =>
    {
        var ranges = ContextDistance.Ranges(schools, 4);
        return schools.All(a => schools.All(b => ContextDistance.Between(a, b, Weights, ranges) is var d && d.Known is >= 0 and <= 1 && (double.IsNaN(d.Distance) ? d.Known == 0 : d.Distance is >= 0 and <= 1 + 1e-12)));
    }));

    [Fact]
    public void Units_do_not_matter() => Check.QuickThrowOnFailure(Prop.ForAll(Any, schools =>
    {
        var other = schools.Select(s => s.Select((v, m) => 3 + (m + 2) * v).ToArray()).ToArray();
        return Same(schools, Weights, other, Weights);
    }));

    [Fact]
    public void Weights_count_in_proportion_and_a_weight_of_zero_leaves_a_measure_out() => Check.QuickThrowOnFailure(Prop.ForAll(Any, schools =>
        Same(schools, Weights, schools, [.. Weights.Select(w => 5 * w)]) && Same(schools, [3, 2, 1, 0], [.. schools.Select(s => (double[])[s[0], s[1], s[2], 1])], [3, 2, 1, 0])));

    [Fact]
    public void A_measure_in_which_nobody_differs_parts_nobody()
    {
        double[][] schools = [[1, 4], [1, 6], [1, 8]];
        Assert.Equal(new(0.5 * 0.5, 1), ContextDistance.Between(schools[0], schools[1], [1, 1], ContextDistance.Ranges(schools, 2)));
    }

    private static bool Same(double[][] one, double[] weights, double[][] other, double[] others)
    {
        var (ranges, same) = (ContextDistance.Ranges(one, 4), ContextDistance.Ranges(other, 4));
        return Enumerable.Range(0, one.Length).All(a => Enumerable.Range(0, one.Length).All(b =>
            ContextDistance.Between(one[a], one[b], weights, ranges).Distance is var d && ContextDistance.Between(other[a], other[b], others, same).Distance is var e && (double.IsNaN(d) ? double.IsNaN(e) : Math.Abs(d - e) < 1e-9)));
    }
}
