using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification.Official;

/// <summary>Writes what a list says; another word than before replaces it, and undoing gives it back.</summary>
public sealed class ApplyOfficial(Db db, Recording recording, Clock clock)
{
    internal async Task<bool> ChangesNothing(OfficialPlan plan, CancellationToken stop)
    {
        var held = await Held(plan, stop);
        return plan.Listings.All(l => !IsNews(l, held));
    }

    internal async Task Apply(OfficialPlan plan, Import import, CancellationToken stop)
    {
        var held = await Held(plan, stop);
        var news = plan.Listings.Where(l => IsNews(l, held)).ToList();
        foreach (var old in news.Select(l => held.GetValueOrDefault(Key(l))).OfType<OfficialListing>()) old.State = ListingState.Replaced;
        await db.SaveChangesAsync(stop);
        db.AddRange(news.Select(l => new OfficialListing
        {
            Organisation = l.Organisation, Year = l.Year, List = l.List, Listed = l.Listed, Ground = l.Ground, ActNumber = l.ActNumber, ActDate = l.ActDate, Edition = l.Edition, Import = import.Id, Replaces = held.GetValueOrDefault(Key(l))?.Id,
        }));
        db.AddRange(news.GroupBy(l => (l.Organisation, l.Year)).Select(g => Line(g.Key.Organisation, ChangeKind.Added, $"{g.Key.Year.Ends}: {Words(g)}; импорт № {import.Number}")));
        await db.SaveChangesAsync(stop);
    }

    internal async Task Undo(Import import, CancellationToken stop)
    {
        if (await (from mine in db.OfficialListings where mine.Import == import.Id
                   join next in db.OfficialListings on mine.Id equals next.Replaces
                   join later in db.Imports on next.Import equals later.Id
                   orderby later.Number descending
                   select (int?)later.Number).FirstOrDefaultAsync(stop) is { } number) throw new RuleBroken("Этот список заменён импортом № {0}: сначала отмените его.", "", number);

        var own = await db.OfficialListings.AsNoTracking().Where(l => l.Import == import.Id).ToListAsync(stop);
        await db.OfficialListings.Where(l => l.Import == import.Id).ExecuteDeleteAsync(stop);
        foreach (var before in own.Select(l => l.Replaces).OfType<Id<OfficialListing>>().Chunk(500))
            await db.OfficialListings.Where(l => before.Contains(l.Id)).ExecuteUpdateAsync(l => l.SetProperty(x => x.State, ListingState.Current), stop);
        db.AddRange(own.GroupBy(l => (l.Organisation, l.Year)).Select(g => Line(g.Key.Organisation, ChangeKind.Removed, $"{g.Key.Year.Ends}: {Words(g)}; импорт № {import.Number}")));
        await db.SaveChangesAsync(stop);
    }

    /// <summary>That a school is not in a list is news only where it was, or where nobody has said.</summary>
    private static bool IsNews(OfficialListing listing, Dictionary<(Id<Organisation>, SchoolYear, OfficialList), OfficialListing> held) => held.GetValueOrDefault(Key(listing)) is not { } before || !before.SaysAs(listing);

    private async Task<Dictionary<(Id<Organisation>, SchoolYear, OfficialList), OfficialListing>> Held(OfficialPlan plan, CancellationToken stop)
    {
        var years = plan.Listings.Select(l => l.Year).Distinct().ToList();
        return await db.OfficialListings.Where(l => l.State == ListingState.Current && years.Contains(l.Year)).ToDictionaryAsync(Key, stop);
    }

    private static (Id<Organisation>, SchoolYear, OfficialList) Key(OfficialListing listing) => (listing.Organisation, listing.Year, listing.List);

    private Change Line(Id<Organisation> organisation, ChangeKind kind, string label) => new()
    {
        At = clock.Now, Person = recording.Viewer.Person, PersonName = recording.Viewer.Name, Kind = kind, Subject = nameof(OfficialListing), Label = label.Length <= 1000 ? label : label[..1000], Organisation = organisation.Value, Why = recording.Why,
    };

    /// <summary>Kept in Russian, whoever reads it later.</summary>
    private static string Words(IEnumerable<OfficialListing> listings) => string.Join(", ", listings.Select(l => l.Listed ? l.List.Title() : $"не в списке «{l.List.Title()}»"));
}
