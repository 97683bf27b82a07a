using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Stupeni.Matching;
using Stupeni.Statistics.Correlations;
using Stupeni.Statistics.Factors;
using Stupeni.Statistics.ItemResponse;
using Stupeni.Statistics.Regression;

namespace Stupeni.Benchmarks.Peers;

/// <summary>What is raced, and on which data: all drawn from seeds.</summary>
internal static class Contests
{
    private static readonly string Here = Path.Combine(AppContext.BaseDirectory, "Peers");

    private static readonly Peer Psych = R("R psych"), Lme4 = R("R lme4"), ERm = R("R eRm"), Readxl = R("R readxl, только чтение");
    private static readonly Peer Scipy = new("scipy linear_sum_assignment", (name, folder) => ("/usr/bin/python3", [Path.Combine(Here, "peer.py"), name, folder]));
    private static readonly Peer Pandas = new("pandas read_csv + sum", (name, folder) => ("/usr/bin/python3", [Path.Combine(Here, "wide.py"), name, folder]));
    private static readonly Peer Lemon = new("LEMON NetworkSimplex", (name, folder) => (Path.Combine(folder, "peer"), [name, folder]));
    private static readonly Peer Memory = new("чтение тех же байтов из памяти", (name, folder) => (Environment.ProcessPath!, [.. OfDotnet, "--worker", "memory", folder]));

    private static readonly Peer DuckDb = new("DuckDB read_csv + group by", (name, folder) => ("node", [Path.Combine(Here, "duckdb", "peer.js"), name, folder, $"{Environment.ProcessorCount}"]));

    public static IEnumerable<Contest> All =>
    [
        new("factor", "Факторный анализ 2 000 × 60: параллельный анализ (100), minres, oblimin, оценки", Psych, 0.1, f => Draw.Factors(f, 2000, 60, 6, null), Factor),
        new("mixed", "Многоуровневая модель, 50 000 строк в 330 группах, REML", Lme4, 0.1, f => Draw.Groups(f, 50_000, 330), Mixed) { Agree = 1e-6 },
        new("rasch", "Раш, условное правдоподобие, 50 000 × 20", ERm, 0.05, f => Draw.Answers(f, 50_000, 20), f => Rasch(f, false)) { Agree = 1e-3 },
        new("2pl", "2PL с оценками способностей, 50 000 × 20, против условного Раша", ERm, 0.5, f => Draw.Answers(f, 50_000, 20), f => Rasch(f, true)) { Agree = double.PositiveInfinity },
        new("polychoric", "Полихорические корреляции, 60 вопросов × 2 000", Psych, 0.2, f => Draw.Factors(f, 2000, 60, 6, 5), Polychorics) { Agree = 1e-3 },
        new("dense", "Назначение 5 000 × 5 000, плотное", Scipy, 0.5, f => Draw.Weights(f, 5000), Dense) { Agree = 0 },
        new("sparse", "Назначение 5 000 × 5 000, по 200 вариантов", Lemon, 0.5, f => Draw.Choices(f, 5000, 200), Sparse) { Agree = 0 },
        new("xlsx", "42 книги области, 250 тысяч строк участников: прочитать, проверить, упаковать", Readxl, 0.7, Books.Write, Books.Load) { Agree = 0 },
        new("cross", "Корреляции 100 000 × 60", Memory, 3, f => Draw.Numbers(f, 100_000, 60), Cross) { Agree = double.PositiveInfinity },
        new("long", "5 000 000 баллов, строка на балл: чтение, проверка, упаковка, суммы, список школ", DuckDb, 0.5, Region.WriteLong, RegionTables.Long) { Agree = 1e-12 },
        new("wide", "5 000 000 баллов, 42 таблицы: чтение, проверка, упаковка, суммы, список школ", Pandas, 0.6, Region.WriteWide, RegionTables.Wide) { Agree = 1e-12 },
    ];

    /// <summary>One pass over the numbers by every processor: what reading them costs at least.</summary>
    public static Func<double> Reading(string folder)
    {
        var numbers = Draw.Read(folder, "numbers");
        return () =>
        {
            var sums = new double[64];
            Parallel.For(0, sums.Length, part =>
            {
                var slice = numbers.AsSpan((int)((long)numbers.Length * part / sums.Length)..(int)((long)numbers.Length * (part + 1) / sums.Length));
                var sum = Vector256<double>.Zero;
                foreach (var four in MemoryMarshal.Cast<double, Vector256<double>>(slice)) sum += four;
                sums[part] = Vector256.Sum(sum);
            });
            return sums.Sum();
        };
    }

    private static string[] OfDotnet => Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [Path.Combine(AppContext.BaseDirectory, "Benchmarks.dll")] : [];

    private static Peer R(string title) => new(title, (name, folder) => ("Rscript", ["--vanilla", Path.Combine(Here, "peer.R"), name, folder]));

    private static Func<double> Factor(string folder)
    {
        var data = Draw.Table(folder, "table");
        return () => FactorAnalysis.OfData(data, new FactorOptions { Factors = 6, Scores = ScoreMethod.Regression, ParallelReplications = 100 }).Extraction.Criterion;
    }

    private static Func<double> Mixed(string folder)
    {
        var table = Draw.Table(folder, "table");
        double[] y = [.. Enumerable.Range(0, table.GetLength(0)).Select(i => table[i, 0])];
        int[] groups = [.. Enumerable.Range(0, y.Length).Select(i => (int)table[i, 1])];
        var x = new double[y.Length, 3];
        for (var i = 0; i < y.Length; i++) for (var j = 0; j < 3; j++) x[i, j] = table[i, j + 2];
        return () => MixedModel.Fit(y, x, groups).Criterion.Value;
    }

    private static Func<double> Rasch(string folder, bool slopes)
    {
        var table = Draw.Table(folder, "table");
        return slopes
            ? () => Marginal.Fit(Answers.From(table), Model.TwoParameter).LogLikelihood.Value
            : () => Conditional.Fit(Answers.From(table)).LogLikelihood.Value;
    }

    private static Func<double> Polychorics(string folder)
    {
        var data = Draw.Table(folder, "table");
        return () => Polychoric.Matrix(data).Values.Cast<double>().Sum();
    }

    private static Func<double> Dense(string folder)
    {
        var flat = Draw.Read(folder, "weights");
        var n = (int)Math.Sqrt(flat.Length);
        double[][] matrix = [.. Enumerable.Range(0, n).Select(i => flat[(i * n)..((i + 1) * n)])];
        var (mentors, mentees) = Sides(n);
        return () => Plan.Of(new Problem { Mentors = mentors, Mentees = mentees, Matrix = matrix, Order = [Objective.Cover, Objective.Total] }).Total;
    }

    private static Func<double> Sparse(string folder)
    {
        var flat = Draw.Read(folder, "choices");
        var (mentors, mentees) = Sides(5000);
        Pair[] pairs = [.. Enumerable.Range(0, flat.Length / 3).Select(k => new Pair(mentors[(int)flat[3 * k + 1]].Id, mentees[(int)flat[3 * k]].Id, flat[3 * k + 2]))];
        return () => Plan.Of(new Problem { Mentors = mentors, Mentees = mentees, Pairs = pairs, Order = [Objective.Cover, Objective.Total] }).Total;
    }

    private static Func<double> Cross(string folder)
    {
        var flat = Draw.Read(folder, "numbers");
        var data = new double[flat.Length / 60, 60];
        Buffer.BlockCopy(flat, 0, data, 0, flat.Length * sizeof(double));
        return () => CorrelationMatrix.OfData(data).Values[0, 1];
    }

    private static (Mentor[] Mentors, Mentee[] Mentees) Sides(int n) =>
        ([.. Enumerable.Range(0, n).Select(i => new Mentor(i.ToString("D5", CultureInfo.InvariantCulture)))], [.. Enumerable.Range(0, n).Select(i => new Mentee(i.ToString("D5", CultureInfo.InvariantCulture)))]);
}
