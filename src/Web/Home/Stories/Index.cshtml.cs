using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Home.Stories;

public sealed class IndexModel(Db db, Viewer viewer, AccessLog access) : PageModel
{
    public Story Story { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Id<Organisation> id, CancellationToken stop)
    {
        if (await db.Story(viewer, id, stop) is not { } story) return NotFound();

        Story = story;
        if (story.List is not null || story.Official.Count > 0) access.Seen(viewer, "List", null, story.Organisation.Name, id.Value);
        return Page();
    }
}
