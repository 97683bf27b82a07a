using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>Where pupils learn: from the list in the same import, else from the lists loaded before.</summary>
internal sealed class PupilPlaces(IReadOnlyDictionary<string, PlacedPupil> listed, IReadOnlyDictionary<string, PlacedPupil> known)
{
    public int Unknown { get; private set; }

    public Spot FirstUnknown { get; private set; }

    public static async Task<PupilPlaces> Load(Db db, ImportDraft draft, SchoolYear year, CancellationToken stop)
    {
        var loaded = draft.Part<LoadedPlaces>().ByYear;
        if (!loaded.TryGetValue(year, out var known)) loaded[year] = known = await Load(db, year, stop);
        return new(draft.Part<ListedPupils>().ByCode, known);
    }

    private static async Task<IReadOnlyDictionary<string, PlacedPupil>> Load(Db db, SchoolYear year, CancellationToken stop)
    {
        var schools = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Code }).ToDictionaryAsync(o => o.Id, o => o.Code, stop);
        var (pupils, places) = (new Dictionary<string, PlacedPupil>(), new Dictionary<(Id<Organisation>, string), PlacedPupil>());
        await foreach (var pupil in db.PupilPlaces.AsNoTracking().Where(p => p.Year == year).Select(p => new { p.Code, p.Organisation, p.Class }).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!places.TryGetValue((pupil.Organisation, pupil.Class), out var place)) places.Add((pupil.Organisation, pupil.Class), place = new(schools[pupil.Organisation], pupil.Class));
            pupils.Add(pupil.Code, place);
        }

        return pupils;
    }

    public PlacedPupil? Find(string code) => listed.GetValueOrDefault(code) ?? known.GetValueOrDefault(code);

    public void Miss(Spot at)
    {
        if (Unknown++ == 0) FirstUnknown = at;
    }
}

/// <param name="School">The organisation's code.</param>
internal sealed record PlacedPupil(string School, string Class);

/// <summary>Pupils that the lists of this import name, by their codes.</summary>
internal sealed class ListedPupils : IDraftPart
{
    private readonly Dictionary<string, PlacedPupil> byCode = [];
    private readonly Fresh<ListedPupil> pupils = new();

    public IReadOnlyDictionary<string, PlacedPupil> ByCode => byCode;

    public void Add(string code, PlacedPupil place)
    {
        byCode[code] = place;
        pupils.Add(new(code, place));
    }

    public string? Told() => DraftPart.Told<ListedPupil, int>(pupils.Taken(), []);

    public void Recall(string kept)
    {
        pupils.Recall(DraftPart.Recalled<ListedPupil, int>(kept).One);
        foreach (var pupil in pupils.All) byCode[pupil.Code] = pupil.Place;
    }

    private sealed record ListedPupil(string Code, PlacedPupil Place);
}

/// <summary>Places of pupils that lists loaded before tell: read once for all files of a check.</summary>
internal sealed class LoadedPlaces
{
    public Dictionary<SchoolYear, IReadOnlyDictionary<string, PlacedPupil>> ByYear { get; } = [];
}
