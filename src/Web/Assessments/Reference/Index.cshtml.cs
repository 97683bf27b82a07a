using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;

namespace Stupeni.Assessments.Reference;

public sealed class IndexModel(Db db, Viewer viewer) : PageModel
{
    public List<Subject> Subjects { get; private set; } = [];
    public List<(MarkScale Scale, Subject Subject)> Scales { get; private set; } = [];
    public List<(MinimumThreshold Threshold, Subject Subject)> Thresholds { get; private set; } = [];
    public IReadOnlyList<FlagRow> Flags { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Subjects = await db.Subjects.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Name).ToListAsync(stop);
        var named = Subjects.ToDictionary(s => s.Code);
        Scales = [.. (await db.MarkScales.AsNoTracking().ToListAsync(stop)).Select(s => (s, named[s.Subject])).OrderBy(s => s.s.Kind).ThenBy(s => s.Item2.Position).ThenByDescending(s => s.s.Year).ThenByDescending(s => s.s.Origin)];
        Thresholds = [.. (await db.MinimumThresholds.AsNoTracking().ToListAsync(stop)).Select(t => (t, named[t.Subject])).OrderBy(t => t.t.Kind).ThenBy(t => t.Item2.Position).ThenByDescending(t => t.t.From).ThenByDescending(t => t.t.Origin)];
        Flags = await db.FlagRows(viewer, named, stop);
    }
}
