using Stupeni.Platform;

namespace Stupeni.Analysis.Stats;

/// <summary>What <c>stats cluster</c> answers: labels count from 1 in the order of the first coordinate of the centres, and belong to <c>rows</c>.</summary>
internal sealed record ClusterAnswer(IReadOnlyList<string> Columns, IReadOnlyList<int> Labels, IReadOnlyList<int> Rows, IReadOnlyList<double> Silhouette, IReadOnlyList<double> SilhouetteByCluster, double? AverageSilhouette) : IAnswer
{
    public double[,] Centres { get; init; } = new double[0, 0];

    public IReadOnlyList<int> Sizes { get; init; } = [];

    public double? Inertia { get; init; }

    /// <summary>Of Ward's merges, ascending.</summary>
    public IReadOnlyList<double>? Heights { get; init; }

    /// <summary>Of a mixture; −2 log L + df log n, smaller is better.</summary>
    public double? Bic { get; init; }

    public double? LogLik { get; init; }

    public IReadOnlyList<double>? Weights { get; init; }

    public bool Converged { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public void Tell(Prose to)
    {
        to.Line(Texts.Say("Наблюдений: {0}", Labels.Count));
        to.Figure(Texts.Say("Сумма квадратов внутри типов"), Inertia);
        to.Figure(Texts.Say("Средний силуэт"), AverageSilhouette, 3);
        to.Figure("BIC", Bic, 2);
        to.Table([Texts.Say("тип"), "n", Texts.Say("силуэт"), .. Columns], Sizes.Select((n, c) => (IReadOnlyList<object?>)[$"{c + 1}", n, c < SilhouetteByCluster.Count ? SilhouetteByCluster[c] : null, .. Columns.Select((_, j) => (object?)Centres[c, j])]));
    }
}
