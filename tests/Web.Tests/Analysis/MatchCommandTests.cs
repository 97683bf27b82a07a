using System.Globalization;
using System.Text.Json;
using Stupeni.Matching;
using Stupeni.Statistics;

namespace Stupeni.Analysis;

public sealed class MatchCommandTests : IDisposable
{
    private readonly Cli cli = new();

    [Fact]
    public async Task Assignments_reach_the_reference_optimum_from_a_matrix()
    {
        foreach (var c in Oracle.Json("assignment.json").GetProperty("cases").EnumerateArray().Where(c => c.Number("rows") * c.Number("cols") <= 250_000))
        {
            var (rows, columns) = ((int)c.Number("rows"), (int)c.Number("cols"));
            var costs = SplitMix.Table((ulong)c.Number("seed"), rows, columns, (long)c.Number("hi"));
            var (most, largest) = (c.Number("hi"), c.GetProperty("maximize").GetBoolean());
            var plan = await Match(new { mentors = Ids("m", columns), mentees = Ids("t", rows), matrix = costs.Select(r => r.Select(x => largest ? x : most - x)), objective = "total" });
            Assert.True(plan.GetProperty("optimal").GetBoolean());
            Assert.Equal(plan.Number("total"), plan.Number("bound"));
            Assert.Equal(c.Number("optimum"), largest ? plan.Number("total") : most * plan.Number("covered") - plan.Number("total"));
        }
    }

    [Fact]
    public async Task Capacities_reach_the_reference_optima_under_every_objective()
    {
        foreach (var c in Oracle.Json("assignment-capacitated.json").GetProperty("cases").EnumerateArray())
        {
            var (mentors, mentees, seed) = ((int)c.Number("mentors"), (int)c.Number("mentees"), (ulong)c.Number("seed"));
            var (weights, chances) = (SplitMix.Ints(seed, mentors * mentees), SplitMix.Ints(seed + 1, mentors * mentees));
            var pairs = Enumerable.Range(0, mentors * mentees).Where(k => chances[k] % 100 < c.Number("densityPct")).Select(k => new { mentor = $"m{k / mentees}", mentee = $"t{k % mentees}", weight = weights[k] % (long)c.Number("hi") + 1 }).ToList();
            var problem = new { mentors = SplitMix.Ints(seed + 2, mentors).Select((n, i) => new { id = $"m{i}", capacity = n % 3 + 1 }), mentees = Ids("t", mentees), pairs };
            Assert.Equal(c.Number("maxWeight"), (await Match(new { problem.mentors, problem.mentees, problem.pairs, objective = "total" })).Number("total"));
            var cover = await Match(problem);
            Assert.Equal(c.Number("maxCardinality"), cover.Number("covered"));
            Assert.Equal(mentees - c.Number("maxCardinality"), cover.At("unmatched").GetArrayLength());
            Assert.All(cover.At("unmatched").EnumerateArray(), u => Assert.NotEmpty(u.GetProperty("because").Words()));
            Assert.All(cover.At("matches").EnumerateArray(), m => Assert.NotEmpty(m.GetProperty("because").Words()));
            Assert.Equal(cover.At("matches").Column("weight").Min(), cover.Number("worst"));
        }
    }

    [Fact]
    public async Task Stable_plans_are_the_reference_ones_in_every_form_of_preferences()
    {
        foreach (var c in Oracle.Json("stable-matching.json").GetProperty("cases").EnumerateArray().Where(c => c.Number("proposers") <= 200))
        {
            var (proposers, receivers, seed) = ((int)c.Number("proposers"), (int)c.Number("receivers"), (ulong)c.Number("seed"));
            var (ofMentees, ofMentors) = (Orders(seed, proposers, receivers, "m"), Orders(seed + 1, receivers, proposers, "t"));
            var capacities = c.Numbers("capacities");
            object[] forms =
            [
                new { mentors = capacities.Select((n, i) => new { id = $"m{i}", capacity = (int)n, preferences = ofMentors[i] }), mentees = ofMentees.Select((p, i) => new { id = $"t{i}", preferences = p }) },
                new { mentors = capacities.Select((n, i) => new { id = $"m{i}", capacity = (int)n }), mentees = Ids("t", proposers), preferences = new { mentors = ofMentors, mentees = ofMentees } },
                new { mentors = capacities.Select((n, i) => new { id = $"m{i}", capacity = (int)n }), mentees = Ids("t", proposers), preferences = new { mentors = ofMentors.Select((p, i) => ($"m{i}", p)).ToDictionary(x => x.Item1, x => x.p), mentees = ofMentees.Select((p, i) => new { id = $"t{i}", preferences = p }) } },
            ];
            foreach (var form in forms)
            {
                var plan = await Match(form, "--stable");
                var mentorOf = plan.At("matches").EnumerateArray().ToDictionary(m => m.Text("mentee"), m => int.Parse(m.Text("mentor")[1..], CultureInfo.InvariantCulture));
                Assert.Equal(c.Numbers("matchOfProposer"), Enumerable.Range(0, proposers).Select(i => (double)mentorOf.GetValueOrDefault($"t{i}", -1)));
                Assert.Equal(0, plan.At("blockingPairs").GetArrayLength());
                Assert.Equal(c.Number("unmatched"), plan.At("unmatched").GetArrayLength());
            }
        }
    }

    [Theory]
    [InlineData("""{"mentors":[],"mentees":[],"pairs":[]}""", 0, 0)]
    [InlineData("""{"mentors":[{"id":"m"}],"mentees":[]}""", 0, 0)]
    [InlineData("""{"mentors":[],"mentees":[{"id":"t"}]}""", 0, 1)]
    [InlineData("""{"mentors":[{"id":"m","capacity":0}],"mentees":[{"id":"t"}],"pairs":[{"mentor":"m","mentee":"t","weight":3}]}""", 0, 1)]
    [InlineData("""{"mentors":[{"id":1}],"mentees":[{"id":2}],"pairs":[{"mentor":1,"mentee":2,"weight":-4.5}]}""", 1, 0)]
    [InlineData("""{"mentors":[{"id":"m"}],"mentees":[{"id":"t"}],"pairs":[{"mentor":"m","mentee":"t","weight":-4}],"objective":"total"}""", 0, 1)]
    [InlineData("""{"mentors":[{"id":"a"},{"id":"b"}],"mentees":[{"id":"t","needs":3}],"matrix":[[1,null]]}""", 1, 1)]
    [InlineData("""{"mentors":[{"id":"m","capacity":5}],"mentees":[{"id":"t"},{"id":"u"}],"matrix":[[1],[2]],"forbidden":[{"mentor":"m","mentee":"u","rule":"kin"}]}""", 1, 1)]
    [InlineData("""{"mentors":[{"id":"m"}],"mentees":[{"id":"t"},{"id":"u"}],"matrix":[[1],[9]],"pinned":[{"mentor":"m","mentee":"t"}]}""", 1, 1)]
    public async Task Small_and_empty_problems_are_solved(string problem, int covered, int unmatched)
    {
        var plan = await cli.Json("match", cli.Write("p.json", problem));
        Assert.Equal((covered, unmatched, true), ((int)plan.Number("covered"), plan.At("unmatched").GetArrayLength(), plan.GetProperty("optimal").GetBoolean()));
        Assert.All(plan.At("unmatched").EnumerateArray(), u => Assert.NotEmpty(u.GetProperty("because").Words()));
        Assert.Equal(covered == 0 ? JsonValueKind.Null : JsonValueKind.Number, plan.At("worst").ValueKind);
        Assert.Equal(["matches", "unmatched", "covered", "total", "worst", "optimal", "bound", "milliseconds"], plan.EnumerateObject().Select(p => p.Name).Take(8));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("[]", null)]
    [InlineData("""{"mentors":[{"id":"m"}]""", null)]
    [InlineData("""{"mentors":[{"id":"m"}]}""", "mentees")]
    [InlineData("""{"mentors":[{"id":"m"},{"id":"m"}],"mentees":[]}""", "mentors[1]")]
    [InlineData("""{"mentors":[{"capacity":1}],"mentees":[]}""", "mentors[0]")]
    [InlineData("""{"mentors":[{"id":"m","capacity":-1}],"mentees":[]}""", "mentors[0]")]
    [InlineData("""{"mentors":[{"id":"m","capacity":1.5}],"mentees":[]}""", "mentors[0].capacity")]
    [InlineData("""{"mentors":[{"id":"m"}],"mentees":[{"id":"t"}],"pairs":[{"mentor":"m","mentee":"x","weight":1}]}""", "pairs[0]")]
    [InlineData("""{"mentors":[{"id":"m"}],"mentees":[{"id":"t"}],"pairs":[{"mentor":"m","mentee":"t"}]}""", "pairs[0]")]
    [InlineData("""{"mentors":[{"id":"m"}],"mentees":[{"id":"t"}],"pairs":[{"mentor":"m","mentee":"t","weight":"5"}]}""", "pairs[0].weight")]
    [InlineData("""{"mentors":[{"id":"m"}],"mentees":[{"id":"t"}],"matrix":[[1,2]]}""", "matrix[0]")]
    [InlineData("""{"mentors":[{"id":"m"}],"mentees":[{"id":"t"}],"matrix":[[1]],"pairs":[{"mentor":"m","mentee":"t","weight":1}]}""", "matrix[0]")]
    [InlineData("""{"mentors":[{"id":"m"}],"mentees":[{"id":"t"}],"matrix":[[1]],"objective":"best"}""", "objective")]
    [InlineData("""{"mentors":[{"id":"m"}],"mentees":[{"id":"t"},{"id":"u"}],"matrix":[[1],[2]],"pinned":[{"mentor":"m","mentee":"t"},{"mentor":"m","mentee":"u"}]}""", "pinned[1]")]
    [InlineData("""{"mentors":[{"id":"m"}],"mentees":[{"id":"t"}],"matrix":[[null]],"pinned":[{"mentor":"m","mentee":"t"}]}""", "pinned[0]")]
    [InlineData("""{"mentors":[{"id":"m"}],"mentees":[{"id":"t"}],"matrix":[[1]],"pinned":[{"mentor":"m","mentee":"t"}],"forbidden":[{"mentor":"m","mentee":"t"}]}""", "pinned[0]")]
    [InlineData("""{"mentors":[{"id":"m"}],"mentees":[{"id":"t"}],"matrix":[[1]],"forbidden":[{"mentor":"z","mentee":"t"}]}""", "forbidden[0]")]
    public async Task A_problem_that_cannot_be_solved_says_where_and_why(string problem, string? place)
    {
        var errors = await cli.Refused(1, "match", cli.Write("p.json", problem));
        Assert.Equal(place, errors[0].GetProperty("column").GetString());
        Assert.All(errors, e => Assert.NotEmpty(e.Text("mend")));
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_and_preferences_that_say_nothing_are_refused()
    {
        Assert.Equal(4, (await cli.Refused(1, "match", cli.Write("p.json", """{"mentors":[{"id":"m"},{"id":"m"}],"mentees":[{"id":"t","needs":-1}],"pairs":[{"mentor":"x","mentee":"y","weight":1}]}"""))).Length);
        await cli.Refused(1, "match", cli.Write("s.json", """{"mentors":[{"id":"m"}],"mentees":[{"id":"t"}]}"""), "--stable");
        await cli.Refused(1, "match", cli.Write("s.json", """{"mentors":[{"id":"m","preferences":["nobody"]}],"mentees":[{"id":"t","preferences":["m"]}]}"""), "--stable");
        await cli.Refused(1, "match", cli.Write("s.json", """{"mentors":[{"id":"m","preferences":"t"}],"mentees":[{"id":"t","preferences":["m"]}]}"""), "--stable");
        var (status, output, _) = await cli.Run("match", cli.Write("q.json", """{"mentors":[{"id":"Иванова"}],"mentees":[{"id":"Школа 5"},{"id":"Школа 7"}],"matrix":[[1],[2]]}"""));
        Assert.Equal(0, status);
        Assert.Contains("Школа 5", output, StringComparison.Ordinal);
    }

    public void Dispose() => cli.Dispose();

    private async Task<JsonElement> Match(object problem, params string[] more) => await cli.Json(["match", cli.Write("p.json", JsonSerializer.Serialize(problem)), .. more]);

    private static IEnumerable<object> Ids(string letter, int count) => Enumerable.Range(0, count).Select(i => new { id = $"{letter}{i}" });

    private static string[][] Orders(ulong seed, int rows, int columns, string letter)
    {
        var ints = Array.ConvertAll(SplitMix.Ints(seed, rows * columns), number => number % 1_000_000_000);
        return [.. Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, columns).OrderBy(c => ints[r * columns + c]).Select(c => $"{letter}{c}").ToArray())];
    }
}
