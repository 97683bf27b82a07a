using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Home;

/// <summary>Where the viewer stands: the region, a municipality or an organisation; shown in the same place on every page.</summary>
public sealed class Place(Db db, Viewer viewer)
{
    private string? name;

    public async Task<string> Name() => name ??= await Find() ?? Texts.Say("Область не названа");

    private async Task<string?> Find() => viewer.Reach(Permission.SeeOrganisations) switch
    {
        { Everywhere: true } => await db.Regions.AsNoTracking().Select(r => r.Name).SingleOrDefaultAsync(),
        { Municipalities: [var id] } => await db.Municipalities.AsNoTracking().Where(m => m.Id == new Id<Municipality>(id)).Select(m => m.Name).FirstOrDefaultAsync(),
        { Municipalities: [], Organisations: [var id] } => await db.Organisations.AsNoTracking().Where(o => o.Id == new Id<Organisation>(id)).Select(o => o.Name).FirstOrDefaultAsync(),
        { Municipalities: { Length: > 1 } several } => Texts.Count(several.Length, "муниципалитет|муниципалитета|муниципалитетов"),
        { Organisations: { Length: > 1 } several } => Texts.Count(several.Length, "организация|организации|организаций"),
        _ => await db.Regions.AsNoTracking().Select(r => r.Name).SingleOrDefaultAsync(),
    };
}
