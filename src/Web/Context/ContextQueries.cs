using Microsoft.EntityFrameworkCore;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Context;

public static class ContextQueries
{
    public static Task<List<ContextIndicator>> Indicators(this Db db, CancellationToken stop = default) => db.ContextIndicators.AsNoTracking().OrderBy(i => i.Position).ToListAsync(stop);

    /// <summary>Every figure of the organisation that holds today, with the import that brought it.</summary>
    public static Task<List<ContextRow>> ContextOf(this Db db, Id<Organisation> organisation, CancellationToken stop = default) =>
        db.Rows(db.ContextFigures.Where(f => f.Organisation == organisation && f.State == FigureState.Current)).ToListAsync(stop);

    /// <summary>Every figure of a year, those that were replaced too, the latest first.</summary>
    public static Task<List<ContextRow>> VersionsOf(this Db db, Id<Organisation> organisation, SchoolYear year, CancellationToken stop = default) =>
        db.Rows(db.ContextFigures.Where(f => f.Organisation == organisation && f.Year == year)).ToListAsync(stop);

    private static IQueryable<ContextRow> Rows(this Db db, IQueryable<ContextFigure> figures) =>
        from figure in figures.AsNoTracking()
        join known in db.Imports on figure.Import equals known.Id into imports
        from import in imports.DefaultIfEmpty()
        orderby figure.At descending, figure.Id descending
        select new ContextRow(figure, (int?)import.Number);
}

/// <summary>A figure and the number of the import that brought it; none if a person wrote it.</summary>
public sealed record ContextRow(ContextFigure Figure, int? Import)
{
    public string Origin => Import is { } number ? Texts.Say("{0}, импорт № {1}", Figure.Source, number) : Figure.Source;
}
