using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Growth.Studies;

public sealed class StudyFileModel(Db db, Viewer viewer, AccessLog access) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int study, StudyChoice choice)
    {
        if (await StudyView.Of(db, viewer, study, choice, HttpContext.RequestAborted) is not { Model.Fit.Refusal.IsRefused: false } view) return NotFound();
        access.Exported(viewer, nameof(GrowthStudy), view.Study.Id.Value, $"{view.Study.Label}, xlsx: {view.Schools.Count}");
        return File(StudySheet.Of(view, ShowModel.CodeVersion).ToBytes(), Xlsx.MimeType, $"growth-{view.Study.Number}.xlsx");
    }
}
