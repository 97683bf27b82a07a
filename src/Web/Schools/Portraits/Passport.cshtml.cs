using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Schools.Portraits;

/// <summary>The passport of a school as a file.</summary>
public sealed class PassportModel(ReadFacts read, Viewer viewer, AccessLog access) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Id<Organisation> id, CancellationToken stop)
    {
        if (await read.Of(id, stop) is not { } facts) return NotFound();

        access.Exported(viewer, nameof(Organisation), id.Value, $"{facts.Organisation.Name}, docx", id.Value);
        return File(Passport.Of(facts).ToBytes(), Docx.MimeType, $"passport-{facts.Organisation.Code}-{facts.At:yyyy-MM-dd}.docx");
    }
}
