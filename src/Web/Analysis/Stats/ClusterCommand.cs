using System.CommandLine;
using Stupeni.Platform;
using Stupeni.Statistics;
using Stupeni.Statistics.Composites;

namespace Stupeni.Analysis.Stats;

/// <summary><c>stats cluster</c>: types of rows.</summary>
internal static class ClusterCommand
{
    public static Command Command()
    {
        var method = Ask.OneOf("--method", "Способ", "kmeans", "ward", "gmm");
        var k = new Option<int>("--k") { Description = "Сколько типов", Required = true };
        var standardize = new Option<bool>("--standardize") { Description = "Привести столбцы к одному разбросу" };
        var seed = Ask.Seed();
        return new TableCommand("cluster", "Типы строк. Пример: stupeni stats cluster schools.csv --method kmeans --k 4 --standardize --json", true, method, k, standardize, seed).Answers(asked =>
        {
            var remarks = new List<string>(asked.Table.Remarks);
            var numbers = asked.Numbers(remarks.Add);
            var (scaled, groups) = (asked.Value(standardize), asked.Value(k));
            var answer = asked.Value(method) switch
            {
                "ward" => Ward(numbers, groups, scaled, remarks, asked.Stop),
                "gmm" => Mixed(numbers, groups, GaussianMixture.Fit(numbers.Values, groups, ComponentShape.Full, scaled, asked.Value(seed), cancel: asked.Stop), remarks),
                _ => Divided(numbers, groups, KMeans.Fit(numbers.Values, groups, scaled, asked.Value(seed), cancel: asked.Stop), remarks),
            };
            var left = asked.Table.Lines.Count - answer.Labels.Count;
            return left == 0 ? answer : answer with { Warnings = [.. answer.Warnings, Texts.Say("Из-за пропусков не вошло: {0}.", Texts.Count(left, "строка|строки|строк"))] };
        });
    }

    private static ClusterAnswer Ward(NumberColumns numbers, int k, bool scaled, List<string> remarks, CancellationToken stop)
    {
        var tree = WardTree.Of(numbers.Values, scaled, stop);
        var answer = Divided(numbers, k, tree.Refusal.IsRefused ? tree.Cut(1, stop) : tree.Cut(k, stop), remarks);
        return answer with { Heights = [.. tree.Merges.Select(m => m.Height)] };
    }

    private static ClusterAnswer Divided(NumberColumns numbers, int k, Partition found, List<string> remarks)
    {
        if (found.Refusal.IsRefused) throw Refused(numbers, k, found.Refusal);
        var f = new Figures(remarks);
        if (found is { Starts: > 1, StartsAtBest: 1 }) f.Warn(Texts.Say("Лучшее разбиение найдено только из одного начала: возможны и другие, не хуже."));
        return Answer(numbers, found.Labels, found.Rows, found.Silhouettes, f) with { Centres = found.Centres, Sizes = found.Sizes, Inertia = found.Inertia.Value, Converged = found.Stopping.Converged, Warnings = f.Warnings };
    }

    private static ClusterAnswer Mixed(NumberColumns numbers, int k, Mixture found, List<string> remarks)
    {
        if (found.Refusal.IsRefused) throw Refused(numbers, k, found.Refusal);
        var f = new Figures(remarks);
        if (found.Spikes.Count > 0) f.Warn(Texts.Say("Типы стоят на слишком малом числе строк: {0}.", string.Join(", ", found.Spikes.Select(s => s + 1))));
        int[] sizes = [.. Enumerable.Range(0, k).Select(c => found.Labels.Count(l => l == c))];
        var (logLik, bic) = (f.Of("logLik", found.LogLikelihood), f.Of("bic", found.Bic));
        return Answer(numbers, found.Labels, found.Rows, found.Silhouettes, f) with { Centres = found.Means, Sizes = sizes, Weights = found.Weights, LogLik = logLik, Bic = bic, Converged = found.Stopping.Converged, Warnings = f.Warnings };
    }

    private static ClusterAnswer Answer(NumberColumns numbers, IReadOnlyList<int> labels, IReadOnlyList<int> rows, Silhouettes silhouettes, Figures f)
    {
        var average = f.Of("averageSilhouette", silhouettes.Average);
        return new(numbers.Names, [.. labels.Select(l => l + 1)], [.. rows.Select(r => r + 1)], silhouettes.Values, silhouettes.ByGroup, average);
    }

    private static Refused Refused(NumberColumns numbers, int k, Refusal refusal) =>
        k < 1 ? new(numbers.Table.File, Texts.Say("Типов должно быть не меньше одного."), Texts.Say("Исправьте --k."))
        : refusal.Why is Absence.NotIdentified or Absence.OutOfDomain ? new(numbers.Table.File, Texts.Say("Типов {0}, а разных строк без пропусков меньше или слишком мало.", k), Texts.Say("Уменьшите --k или добавьте строки."))
        : numbers.Refused(refusal);
}
