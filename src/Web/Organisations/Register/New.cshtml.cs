using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Organisations.Register;

public sealed class NewModel(Db db, Viewer viewer, Recording recording) : EditModel(db, viewer, recording)
{
    public override void OnGet() { }

    public override async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var organisation = Organisation.Open(Form.Code ?? "", Form.Type, Place(), Form.Facts);
        if (await Db.Organisations.AnyAsync(o => o.Code == organisation.Code)) throw new RuleBroken("Код {0} уже занят. Коды закрытых организаций не переиспользуются.", nameof(Form.Code), organisation.Code);

        await RefuseTakenLogin();
        Db.Add(organisation);
        await Db.SaveChangesAsync();
        Flash.Say(HttpContext, Texts.Say("Организация добавлена."));
        return Redirect($"/organisations/{organisation.Id}/facts");
    }
}
