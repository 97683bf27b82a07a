using System.CommandLine;
using Stupeni.Platform;
using Stupeni.Statistics.Factors;

namespace Stupeni.Analysis.Stats;

/// <summary><c>stats parallel</c>: eigenvalues that chance alone makes.</summary>
internal static class ParallelCommand
{
    public static Command Command()
    {
        var n = new Option<int>("--n") { Description = "Сколько наблюдений", Required = true };
        var p = new Option<int>("--p") { Description = "Сколько столбцов", Required = true };
        var iterations = new Option<int>("--iterations") { Description = "Сколько случайных матриц", DefaultValueFactory = _ => 1000 };
        var (seed, json) = (Ask.Seed(), Running.Json());
        var command = new Command("parallel", "Собственные числа случайных данных. Пример: stupeni stats parallel --n 300 --p 20 --iterations 1000 --json") { n, p, iterations, seed, json };
        command.SetAction((parsed, stop) => Task.FromResult(Running.Answer(parsed, parsed.GetValue(json), () =>
        {
            var (rows, columns, times) = (parsed.GetValue(n), parsed.GetValue(p), parsed.GetValue(iterations));
            if (rows < 3 || columns < 1 || times < 1) throw new Refused("", Texts.Say("Нужно не меньше трёх наблюдений, одного столбца и одной матрицы."), Texts.Say("Проверьте --n, --p и --iterations."));
            var found = ParallelAnalysis.Run(rows, columns, times, parsed.GetValue(seed), null, stop);
            return new ParallelAnswer(rows, columns, times, found.Mean, found.StandardDeviation, found.P95, found.P99, []);
        })));
        return command;
    }
}

internal sealed record ParallelAnswer(int N, int P, int Iterations, IReadOnlyList<double> Mean, IReadOnlyList<double> Sd, IReadOnlyList<double> P95, IReadOnlyList<double> P99, IReadOnlyList<string> Warnings) : IAnswer
{
    public void Tell(Prose to) =>
        to.Table(["№", Texts.Say("среднее"), Texts.Say("откл."), "95 %", "99 %"], Mean.Select((m, k) => (IReadOnlyList<object?>)[$"{k + 1}", m, Sd[k], P95[k], P99[k]]));
}
