using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Context.Index;

/// <summary>The index of a year: how it lies over the region, by which coefficients, and each school that one may see, in the order of names.</summary>
public sealed class IndexYearModel(Db db, Viewer viewer, Queue queue) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Municipality { get; set; }

    /// <summary>How many schools come before the first that is shown.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public int First { get; set; }

    [BindProperty]
    public Id<IndexEdition> Edition { get; set; }

    [BindProperty]
    public int? Of { get; set; }

    public List<ContextIndex> Versions { get; private set; } = [];
    public ContextIndex? Index { get; private set; }
    public IndexEdition? UsedEdition { get; private set; }
    public List<IndexEdition> Editions { get; private set; } = [];
    public List<SchoolYear> Years { get; private set; } = [];
    public List<(ContextIndicator Indicator, IndexWeight Weight)> Weights { get; private set; } = [];
    public List<IndexRow> Schools { get; private set; } = [];
    public int Found { get; private set; }
    public HashSet<Id<Organisation>> Named { get; private set; } = [];
    public IReadOnlyList<IndexBin> Bins { get; private set; } = [];
    public List<(Id<Municipality> Id, string Name)> Municipalities { get; private set; } = [];

    public bool MayCompute => viewer.MayEverywhere(Permission.RunIdentification);

    public string Link(int first) => $"/context?year={Index?.Year.Ends}&municipality={Municipality}&from={Math.Max(first, 0)}#h-schools";

    public bool Sees(IndexRow row) => Named.Contains(row.Organisation);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Versions = await db.LatestIndices(stop);
        Index = Versions.Find(v => Year is null || v.Year.Ends == Year);
        if (Year is not null && Index is null) return NotFound();

        Editions = (await db.IndexEditions.AsNoTracking().ToListAsync(stop)).OrderByDescending(e => e.EffectiveFrom).ThenBy(e => e.Edition, StringComparer.Ordinal).ToList();
        Years = [.. (await db.ContextFigures.Where(f => f.State == FigureState.Current).Select(f => f.Year).Distinct().ToListAsync(stop)).OrderDescending()];
        if (Index is not { } index) return Page();

        UsedEdition = Editions.Find(e => e.Id == index.Edition);
        var indicators = (await db.Indicators(stop)).ToDictionary(i => i.Code);
        Weights = [.. (await db.IndexWeights.AsNoTracking().Where(w => w.Index == index.Id).ToListAsync(stop)).Select(w => (indicators[w.Indicator], w)).OrderBy(w => w.Item1.Position)];
        Bins = IndexBin.Of([.. (await db.IndexOfSchools(index.Id, stop)).Select(s => s.Value).OfType<double>()], index.Cut);
        var visible = db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeResults);
        var all = visible.Where(o => db.IndexSchools.Any(s => s.Index == index.Id && s.Organisation == o.Id));
        Municipalities = [.. (await db.Municipalities.AsNoTracking().Where(m => all.Any(o => o.Municipality == m.Id)).OrderBy(m => m.Name).Select(m => new { m.Id, m.Name }).ToListAsync(stop)).Select(m => (m.Id, m.Name))];
        if (Municipality is { } chosen) visible = visible.Where(o => o.Municipality == new Id<Municipality>(chosen));
        var schools = db.SchoolsOf(index.Id, visible);
        Found = await schools.CountAsync(stop);
        First = First <= 0 || First >= Found ? 0 : First;
        Schools = await schools.Skip(First).Take(PageSize).ToListAsync(stop);
        // Which schools work in hard circumstances is a list: for those who may see lists of them.
        var shown = Schools.ConvertAll(s => s.Organisation);
        Named = [.. await db.Organisations.VisibleTo(viewer, Permission.SeeLists).Where(o => shown.Contains(o.Id)).Select(o => o.Id).ToListAsync(stop)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!MayCompute || Of is not { } year || !await db.IndexEditions.AnyAsync(e => e.Id == Edition, stop)) return NotFound();
        var run = await queue.Start<ComputeIndex>(ComputeIndex.Input(Edition, new(year)), "Индекс социального благополучия за {0}", new SchoolYear(year).ToString(), viewer);
        return Redirect($"/jobs/{run}");
    }
}
