using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Identification.Editions;

public sealed class RulesModel(Db db, Viewer viewer) : PageModel
{
    private Dictionary<string, string> subjects = [];

    public List<IdentificationRule> Rules { get; private set; } = [];
    public Dictionary<Id<IdentificationRule>, int> Runs { get; private set; } = [];

    public bool MayEdit => viewer.MayEverywhere(Permission.EditReference);

    public bool MayTry => viewer.MayEverywhere(Permission.SeeResults);

    public string Subject(string code) => subjects.GetValueOrDefault(code, code);

    public async Task OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        var russian = Texts.IsRussian;
        Rules = [.. (await db.IdentificationRules.AsNoTracking().ToListAsync(stop)).OrderBy(r => r.Code).ThenBy(r => r.Id.Value)];
        Runs = await db.IdentificationRuns.GroupBy(r => r.Rule).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        subjects = await db.Subjects.AsNoTracking().ToDictionaryAsync(s => s.Code, s => russian ? s.Name : s.EnglishName, stop);
    }
}
