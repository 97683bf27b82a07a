using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Context;

/// <summary>A figure as a file or a person says it.</summary>
public sealed record NewFigure(Id<Organisation> Organisation, SchoolYear Year, string Indicator, int? Count, int? Base, string Source)
{
    public (Id<Organisation>, SchoolYear, string) Key => (Organisation, Year, Indicator);
}

/// <summary>Writes figures of context: the same stays as it is, another replaces it and keeps the old one. The record names what changed, not the counts: they may be few families.</summary>
public sealed class WriteContext(Db db, Recording recording, Viewer viewer, Clock clock)
{
    private const int Chunk = 500;

    public async Task<bool> ChangesNothing(IReadOnlyList<NewFigure> figures, CancellationToken stop) => News(figures, await Held(figures, stop)).Count == 0;

    /// <returns>How many figures are new or other than before.</returns>
    public async Task<int> Write(IReadOnlyList<NewFigure> figures, Import? import, CancellationToken stop)
    {
        var held = await Held(figures, stop);
        var news = News(figures, held);
        var replaced = news.Select(f => held.GetValueOrDefault(f.Key)?.Id).OfType<Id<ContextFigure>>().ToList();
        foreach (var ids in replaced.Chunk(Chunk)) await db.ContextFigures.Where(f => ids.Contains(f.Id)).ExecuteUpdateAsync(f => f.SetProperty(x => x.State, FigureState.Replaced), stop);
        db.AddRange(news.Select(f => new ContextFigure
        {
            Organisation = f.Organisation, Year = f.Year, Indicator = f.Indicator, Count = f.Count, Base = f.Base, Source = f.Source.Length <= 400 ? f.Source : f.Source[..400],
            Import = import?.Id, ByName = import?.ByName ?? viewer.Name, At = clock.Now, Replaces = held.GetValueOrDefault(f.Key)?.Id,
        }));
        db.AddRange(Lines(news.Select(f => (f.Organisation, f.Year, f.Indicator)), "", import));
        await db.SaveChangesAsync(stop);
        return news.Count;
    }

    public async Task TakeBack(Import import, CancellationToken stop)
    {
        var own = await db.ContextFigures.AsNoTracking().Where(f => f.Import == import.Id).Select(f => new { f.Organisation, f.Year, f.Indicator, f.State, f.Replaces }).ToListAsync(stop);
        if (own.Find(f => f.State == FigureState.Replaced) is { } changed)
        {
            var name = await db.Organisations.Where(o => o.Id == changed.Organisation).Select(o => o.Name).SingleAsync(stop);
            throw new RuleBroken("Социальный паспорт за {0} с тех пор изменён: {1}. Сначала отмените более поздний импорт; правку, сделанную на сайте, отменить нельзя.", "", changed.Year, name);
        }

        await db.ContextFigures.Where(f => f.Import == import.Id).ExecuteDeleteAsync(stop);
        foreach (var before in own.Select(f => f.Replaces).OfType<Id<ContextFigure>>().Chunk(Chunk))
            await db.ContextFigures.Where(f => before.Contains(f.Id)).ExecuteUpdateAsync(f => f.SetProperty(x => x.State, FigureState.Current), stop);
        db.AddRange(Lines(own.Select(f => (f.Organisation, f.Year, f.Indicator)), " отменён", import));
        await db.SaveChangesAsync(stop);
    }

    private async Task<Dictionary<(Id<Organisation>, SchoolYear, string), ContextFigure>> Held(IReadOnlyList<NewFigure> figures, CancellationToken stop)
    {
        var (years, schools) = (figures.Select(f => f.Year).Distinct().ToList(), figures.Select(f => f.Organisation).ToHashSet());
        var current = db.ContextFigures.AsNoTracking().Where(f => f.State == FigureState.Current && years.Contains(f.Year));
        if (schools.Count <= Chunk) current = current.Where(f => schools.Contains(f.Organisation));
        return await current.ToDictionaryAsync(f => (f.Organisation, f.Year, f.Indicator), stop);
    }

    /// <summary>A place where nothing stands needs no note that nothing is known.</summary>
    private static List<NewFigure> News(IReadOnlyList<NewFigure> figures, Dictionary<(Id<Organisation>, SchoolYear, string), ContextFigure> held) =>
        [.. figures.Where(f => held.GetValueOrDefault(f.Key) is { } before ? (before.Count, before.Base) != (f.Count, f.Base) : f.Count is not null)];

    private IEnumerable<Change> Lines(IEnumerable<(Id<Organisation> Organisation, SchoolYear Year, string Indicator)> figures, string what, Import? import)
    {
        var names = ShippedIndicators.All.ToDictionary(i => i.Code, i => i.Name);
        return figures.GroupBy(f => (f.Organisation, f.Year)).Select(g =>
        {
            var label = $"Социальный паспорт {g.Key.Year}{what}: {string.Join(", ", g.Select(f => names.GetValueOrDefault(f.Indicator, f.Indicator).ToLowerInvariant()))}{(import is null ? "" : $"; импорт № {import.Number}")}";
            return new Change
            {
                At = clock.Now, Person = recording.Viewer.Person, PersonName = recording.Viewer.Name, Kind = ChangeKind.Added, Subject = nameof(ContextFigure), Label = label.Length <= 1000 ? label : label[..1000],
                Organisation = g.Key.Organisation.Value, Why = recording.Why,
            };
        });
    }
}
