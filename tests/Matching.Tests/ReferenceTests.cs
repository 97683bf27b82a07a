namespace Stupeni.Matching;

/// <summary>Optima that SciPy and HiGHS found.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void The_generator_is_the_one_of_the_reference()
    {
        var test = Oracle.Read("assignment.json").GetProperty("selftest");
        Assert.Equal(test.GetProperty("first5").EnumerateArray().Select(item => ulong.Parse(item.GetString()!, null)), SplitMix.Raw(42, 5));
        Assert.Equal(test.Ints("first5_mod1000"), SplitMix.Ints(42, 5).Select(number => (int)(number % 1000)));
    }

    [Fact]
    public void Assignments_reach_the_reference_optimum()
    {
        foreach (var expected in Oracle.Cases("assignment.json"))
        {
            var (rows, columns, high) = (expected.Int("rows"), expected.Int("cols"), expected.Int("hi"));
            var costs = SplitMix.Table((ulong)expected.Int("seed"), rows, columns, high);
            Assert.Equal(expected.Number("checksumAllCells"), costs.Sum(row => row.Sum()));

            Reaches(costs, expected.GetProperty("maximize").GetBoolean(), expected.Number("optimum"));
        }
    }

    [Fact]
    public void Structured_assignments_reach_the_reference_optimum()
    {
        foreach (var expected in Oracle.Cases("assignment-structured.json"))
        {
            var size = expected.Int("n");
            double[][] costs = [.. Enumerable.Range(1, size).Select(i => Enumerable.Range(1, size).Select(j => (double)i * j).ToArray())];
            Reaches(costs, false, expected.Number("optimum"));
        }
    }

    [Fact]
    public void Assignments_with_capacities_reach_the_reference_optima()
    {
        foreach (var expected in Oracle.Cases("assignment-capacitated.json"))
        {
            var problem = Capacitated(expected);
            Assert.Equal(expected.Int("totalCapacity"), problem.Mentors.Sum(mentor => mentor.Capacity));
            Assert.Equal(expected.Int("allowedPairs"), problem.Pairs.Count);

            var heaviest = Solve(problem with { Order = [Objective.Total] });
            Assert.Equal(expected.Number("maxWeight"), heaviest.Total);

            var widest = Solve(problem with { Order = [Objective.Cover, Objective.Total] });
            Assert.Equal(expected.Int("cardinalityOfThat"), widest.Covered);
            Assert.Equal(expected.Number("maxWeightAmongMaxCardinality"), widest.Total);

            Assert.Equal(expected.Int("maxCardinality"), Solve(problem).Covered);
        }
    }

    private static void Reaches(double[][] costs, bool maximize, double optimum)
    {
        var highest = costs.Max(row => row.Max());
        var table = maximize ? costs : Array.ConvertAll(costs, row => Array.ConvertAll(row, cost => highest + 1 - cost));
        var plan = Solve(Some.Table(table, Objective.Cover, Objective.Total));

        Assert.Equal(Math.Min(costs.Length, costs[0].Length), plan.Covered);
        Assert.Equal(optimum, maximize ? plan.Total : (highest + 1) * plan.Covered - plan.Total);
    }

    private static Plan Solve(Problem problem)
    {
        var plan = Plan.Of(problem, TestContext.Current.CancellationToken);
        Some.Holds(plan, problem);
        Some.IsProved(plan);
        return plan;
    }

    private static Problem Capacitated(System.Text.Json.JsonElement expected)
    {
        var (seed, mentors, mentees) = ((ulong)expected.Int("seed"), expected.Int("mentors"), expected.Int("mentees"));
        var weights = SplitMix.Ints(seed, mentors * mentees);
        var chances = SplitMix.Ints(seed + 1, mentors * mentees);
        var mentorList = Some.Mentors([.. SplitMix.Ints(seed + 2, mentors).Select(number => (int)(number % 3) + 1)]);
        var menteeList = Some.Mentees(Some.Ones(mentees));
        return new Problem
        {
            Mentors = mentorList,
            Mentees = menteeList,
            Pairs = [.. from k in Enumerable.Range(0, mentors * mentees)
                        where chances[k] % 100 < expected.Int("densityPct")
                        select new Pair(mentorList[k / mentees].Id, menteeList[k % mentees].Id, weights[k] % expected.Int("hi") + 1)],
        };
    }
}
