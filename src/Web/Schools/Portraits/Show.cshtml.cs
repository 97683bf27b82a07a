using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Schools.Portraits;

/// <summary>One school in sentences, each with a link to the page it comes from.</summary>
public sealed class ShowModel(ReadFacts read, Viewer viewer, AccessLog access) : PageModel
{
    public SchoolFacts Facts { get; private set; } = null!;
    public OrganisationHead Head { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Id<Organisation> id, CancellationToken stop)
    {
        if (await read.Of(id, stop) is not { } facts) return NotFound();

        (Facts, Head) = (facts, new(facts.Organisation, facts.Municipality, "portrait"));
        if (facts.List is not null || facts.Official.Count > 0) access.Seen(viewer, "List", null, facts.Organisation.Name, id.Value);
        return Page();
    }
}
