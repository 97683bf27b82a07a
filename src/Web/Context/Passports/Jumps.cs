using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Context.Passports;

/// <summary>Shares that changed beyond belief against the year before: more often a slip of a column than of life.</summary>
internal static class Jumps
{
    /// <summary>Percentage points of a share, and per cent of the number of pupils.</summary>
    private const int Points = 20, PerCent = 30;

    public static async Task Tell(Db db, IReadOnlyCollection<(NewFigure Figure, Spot At)> figures, FindingList findings, CancellationToken stop)
    {
        var years = figures.Select(f => f.Figure.Year.Previous).Distinct().ToList();
        var before = await db.ContextFigures.AsNoTracking().Where(f => f.State == FigureState.Current && years.Contains(f.Year)).ToDictionaryAsync(f => (f.Organisation, f.Year, f.Indicator), stop);
        foreach (var (figure, at) in figures)
        {
            if (before.GetValueOrDefault((figure.Organisation, figure.Year.Previous, figure.Indicator)) is not { Count: { } was } last || figure.Count is not { } now) continue;
            if (last.Base is > 0 && figure.Base is > 0)
            {
                var (then, share) = (100.0 * was / last.Base.Value, 100.0 * now / figure.Base.Value);
                if (Math.Abs(share - then) >= Points) findings.Warning(at, new("Доля изменилась за год с {0} до {1}.", Numbers.Percent(then), Numbers.Percent(share)), new("Проверьте, тот ли это столбец. Если так и есть, примите предупреждение."));
            }
            else if (figure.Indicator == ContextIndicator.Pupils && Math.Abs(now - was) * 100 >= was * PerCent) findings.Warning(at, new("Обучающихся было {0}, стало {1}.", was, now), new("Проверьте число. Если школу объединили или разделили, примите предупреждение."));
        }
    }
}
