using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Trends;

/// <summary>The same skill from year to year, of a school or of all schools that one may see together.</summary>
public sealed class SkillsModel(Db db, Viewer viewer) : PageModel
{
    [FromQuery]
    public string? Paper { get; set; }

    [FromQuery]
    public int? Grade { get; set; }

    [FromQuery]
    public int? Year { get; set; }

    [FromQuery]
    public SkillReading By { get; set; }

    [FromQuery]
    public string? Skill { get; set; }

    [FromQuery]
    public Id<Municipality>? Municipality { get; set; }

    [FromQuery]
    public Id<Organisation>? School { get; set; }

    /// <summary>What is shown; none where nothing can be.</summary>
    public SkillScope? Scope { get; private set; }
    public SkillTrend All { get; private set; } = new([]);
    public IReadOnlyList<SkillLine> Shown { get; private set; } = [];
    public SkillChoices Choices { get; private set; } = SkillChoices.None;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var seen = db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeResults);
        if (School is { } school)
        {
            if (await seen.Where(o => o.Id == school).Select(o => (Id<Municipality>?)o.Municipality).SingleOrDefaultAsync(stop) is not { } at) return NotFound();
            // Another municipality was chosen while a school stood beside it.
            if (Municipality is not null && Municipality != at) School = null;
            else Municipality = at;
        }

        Choices = await SkillChoices.Of(db, seen, Municipality, School, stop);
        if (Municipality is not null && Choices.Municipalities.All(m => m.Id != Municipality)) return NotFound();
        if (Choices.Find(Paper, Grade, Year) is not { } paper) return Page();

        Scope = new(paper.Kind, paper.Subject, paper.MathLevel, paper.Grade, paper.Year.Ends, By, Skill is "" ? null : Skill, Municipality, School);
        All = SkillTrend.Of(await db.SkillsOf(Choices.Narrow(seen), Scope, stop));
        Shown = [.. All.Lines.Where(l => Scope.Skill is null || Database.Fold(l.Series.Skill) == Database.Fold(Scope.Skill))];
        return Page();
    }

    public IEnumerable<SelectListItem> Papers => Choices.Papers.Select(p => new SelectListItem(p.Name, p.Code, p.Code == Scope?.Paper));

    public IEnumerable<SelectListItem> Grades => Choices.Grades(Scope?.Paper).Select(g => $"{g}").Select(g => new SelectListItem(g, g, g == Scope?.Grade.ToString(CultureInfo.InvariantCulture)));

    public IEnumerable<SelectListItem> Years => Choices.Years(Scope?.Paper).Select(y => $"{y}").Select(y => new SelectListItem(y, y, y == Scope?.Year.ToString(CultureInfo.InvariantCulture)));

    public IEnumerable<SelectListItem> Skills => All.Lines.Select(l => new SelectListItem(l.Series.Skill, l.Series.Skill, Shown.Count == 1 && l == Shown[0]));
}
