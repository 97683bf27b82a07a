using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Stupeni.Context;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Comparators;

/// <summary>Reads the circumstances of all schools in a year once and keeps them until a passport, an index, an edition or the register changes.</summary>
public sealed class ReadCircumstances(Db db, IMemoryCache kept, Clock clock)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(20);

    /// <summary>The edition in force: the latest by its day; one's own before a shipped one of the same day.</summary>
    public Task<ComparatorEdition> Edition(CancellationToken stop)
    {
        var today = clock.Today;
        return db.ComparatorEditions.AsNoTracking().Include(e => e.Weights).OrderByDescending(e => e.EffectiveFrom <= today).ThenByDescending(e => e.EffectiveFrom).ThenByDescending(e => e.IsOwn).ThenByDescending(e => e.Id).FirstAsync(stop);
    }

    /// <summary>Of the last year in which the school's passport says anything, or else of the last year of any.</summary>
    public async Task<Circumstances> For(Id<Organisation> school, CancellationToken stop)
    {
        var told = db.ContextFigures.AsNoTracking().Where(f => f.State == FigureState.Current && f.Count != null);
        var year = await Last(told.Where(f => f.Organisation == school), stop) ?? await Last(told, stop);
        var edition = await Edition(stop);
        var key = (nameof(Circumstances), edition.Id, year, await Stamp(stop));
        return kept.Get<Circumstances>(key) ?? kept.Set(key, await Read(edition, year, stop), new MemoryCacheEntryOptions { SlidingExpiration = Idle });
    }

    private static Task<SchoolYear?> Last(IQueryable<ContextFigure> figures, CancellationToken stop) => figures.OrderByDescending(f => f.Year).Select(f => (SchoolYear?)f.Year).FirstOrDefaultAsync(stop);

    private async Task<Circumstances> Read(ComparatorEdition edition, SchoolYear? year, CancellationToken stop)
    {
        var indicators = (await db.Indicators(stop)).ToDictionary(i => i.Code);
        List<Measure> measures = [.. edition.Weights.OrderBy(w => w.Position).Select(w => new Measure(w.Measure, w.Weight, indicators.GetValueOrDefault(w.Measure))).Where(m => m.Indicator is not null || m.Code is Measure.Index or Measure.Size or Measure.Rural)];
        var schools = await db.Organisations.AsNoTracking().Where(o => o.State == OrganisationState.Active).OrderBy(o => o.Code).Select(o => new { o.Id, o.Name, o.Code, o.Type, o.Municipality, o.Locality, o.Pupils }).ToListAsync(stop);
        var figures = year is { } asked ? await db.ContextFigures.AsNoTracking().Where(f => f.Year == asked && f.State == FigureState.Current && f.Count != null).Select(f => new { f.Organisation, f.Indicator, f.Count, f.Base }).ToListAsync(stop) : [];
        var told = figures.ToDictionary(f => (f.Organisation, f.Indicator), f => (Count: f.Count!.Value, f.Base));
        var index = (await db.LatestIndices(stop)).Find(i => i.Year == year) is { } version ? (await db.IndexOfSchools(version.Id, stop)).Where(s => s.Value is not null).ToDictionary(s => s.Organisation, s => s.Value!.Value) : [];
        return new(edition, year, measures, [.. schools.Select(s => new KnownSchool(s.Id, s.Name, s.Code, s.Type, s.Municipality))], [.. schools.Select(s => (double[])[.. measures.Select(m => m.Code switch
        {
            Measure.Index => index.GetValueOrDefault(s.Id, double.NaN),
            Measure.Size => Measure.OfSize(told.TryGetValue((s.Id, ContextIndicator.Pupils), out var pupils) ? pupils.Count : s.Pupils),
            Measure.Rural => s.Locality switch { Locality.Rural => 1, Locality.Urban => 0, _ => double.NaN },
            _ => told.TryGetValue((s.Id, m.Code), out var share) && share.Base is > 0 and var of ? 100.0 * share.Count / of : double.NaN,
        })])], [.. schools.Select(s => (bool[])[.. measures.Select(m => m.Indicator is not null && told.TryGetValue((s.Id, m.Code), out var share) && ShownCount.IsHidden(share.Count, share.Base))])]);
    }

    /// <summary>Changes whenever a passport, the index or the register does.</summary>
    private async Task<(int, DateTime?, int, int, int)> Stamp(CancellationToken stop) =>
        (await db.ContextFigures.CountAsync(stop), await db.ContextFigures.MaxAsync(f => (DateTime?)f.At, stop), await db.ContextIndices.CountAsync(stop), await db.Organisations.CountAsync(stop), await db.Organisations.SumAsync(o => o.Token, stop));
}
