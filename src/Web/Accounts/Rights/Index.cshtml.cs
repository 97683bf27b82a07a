using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Stupeni.Accounts.Rights;

public sealed class IndexModel(Db db, Viewer viewer) : PageModel
{
    public IReadOnlyList<Permission> Permissions { get; } = Enum.GetValues<Permission>();
    public IReadOnlyList<ViewerGrant> Mine => viewer.Grants;
    public List<Role> Roles { get; private set; } = [];
    public string Source => Roles is [var first, ..] ? first.Source : "";

    public async Task OnGetAsync(CancellationToken stop) => Roles = await db.Roles.AsNoTracking().Include(r => r.Permissions).OrderBy(r => r.Position).ToListAsync(stop);
}
