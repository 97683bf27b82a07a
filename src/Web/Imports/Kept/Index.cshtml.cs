using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Platform;

namespace Stupeni.Imports.Kept;

/// <summary>Mappings that everyone who imports shares.</summary>
public sealed class IndexModel(Db db, FileKinds kinds) : PageModel
{
    public List<MappingRow> Rows { get; private set; } = [];

    public string KindOf(MappingRow row) => kinds[row.Mapping.Kind] is { } kind ? Texts.Say(kind.Name) : row.Mapping.Kind;

    public async Task OnGetAsync(CancellationToken stop) => Rows = await db.KeptMappings(stop);
}
