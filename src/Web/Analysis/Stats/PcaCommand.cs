using System.CommandLine;
using Stupeni.Platform;
using Stupeni.Statistics.Composites;

namespace Stupeni.Analysis.Stats;

/// <summary><c>stats pca</c>: principal components.</summary>
internal static class PcaCommand
{
    public static Command Command()
    {
        var standardize = new Option<bool>("--standardize") { Description = "Привести столбцы к одному разбросу; false — нет", DefaultValueFactory = _ => true };
        return new TableCommand("pca", "Главные компоненты. Пример: stupeni stats pca schools.csv --columns income,lunch,english --json", true, standardize).Answers(asked =>
        {
            var remarks = new List<string>(asked.Table.Remarks);
            var numbers = asked.Numbers(remarks.Add);
            var found = PrincipalComponents.Of(numbers.Values, asked.Value(standardize));
            if (found.Refusal.IsRefused) throw numbers.Refused(found.Refusal);
            var left = asked.Table.Lines.Count - found.Rows.Count;
            if (left > 0) remarks.Add(Texts.Say("Из-за пропусков не вошло: {0}.", Texts.Count(left, "строка|строки|строк")));
            if (found.Rank < numbers.Names.Count) remarks.Add(Texts.Say("Столбцы повторяют друг друга: компоненты после {0} не несут разброса, их направление произвольно.", found.Rank));
            return new PcaAnswer(found.Rows.Count, numbers.Names, found.Eigenvalues, found.Explained, found.Loadings, found.Scores, [.. found.Rows.Select(r => r + 1)], remarks);
        });
    }
}

internal sealed record PcaAnswer(int N, IReadOnlyList<string> Columns, IReadOnlyList<double> Eigenvalues, IReadOnlyList<double> Explained, double[,] Loadings, double[,] Scores, IReadOnlyList<int> Rows, IReadOnlyList<string> Warnings) : IAnswer
{
    public void Tell(Prose to)
    {
        to.Line(Texts.Say("Наблюдений: {0}", N));
        to.Line(string.Join(", ", Explained.Take(6).Select((e, k) => $"PC{k + 1} {Numbers.Percent(100 * e)}")));
        var shown = Math.Min(6, Columns.Count);
        to.Table([Texts.Say("столбец"), .. Enumerable.Range(1, shown).Select(k => $"PC{k}")], Columns.Select((name, i) => (IReadOnlyList<object?>)[name, .. Enumerable.Range(0, shown).Select(k => (object?)Loadings[i, k])]));
    }
}
