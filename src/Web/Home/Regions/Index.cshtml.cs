using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Home.Regions;

public sealed class IndexModel(Db db, Viewer viewer) : PageModel
{
    private static readonly (string Id, string Name)[] Known =
    [
        ("Europe/Kaliningrad", "UTC+2"), ("Europe/Moscow", "UTC+3"), ("Europe/Samara", "UTC+4"), ("Asia/Yekaterinburg", "UTC+5"), ("Asia/Omsk", "UTC+6"), ("Asia/Krasnoyarsk", "UTC+7"),
        ("Asia/Irkutsk", "UTC+8"), ("Asia/Yakutsk", "UTC+9"), ("Asia/Vladivostok", "UTC+10"), ("Asia/Magadan", "UTC+11"), ("Asia/Kamchatka", "UTC+12"),
    ];

    [BindProperty]
    public RegionForm Form { get; set; } = new();

    public IEnumerable<SelectListItem> Zones => Known.Select(z => new SelectListItem($"{z.Name}, {z.Id}", z.Id));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!viewer.MayEverywhere(Permission.ManagePeople)) return NotFound();
        if (await db.Regions.AsNoTracking().SingleOrDefaultAsync(stop) is { } region) Form = new() { Name = region.Name, Code = region.Code, TimeZone = region.TimeZone };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!viewer.MayEverywhere(Permission.ManagePeople)) return NotFound();
        if (string.IsNullOrWhiteSpace(Form.Name)) throw new RuleBroken("Заполните поле.", nameof(Form.Name));
        if (Form.Code is not { Length: 2 } code || !code.All(char.IsAsciiDigit)) throw new RuleBroken("Код субъекта — две цифры.", nameof(Form.Code));
        if (!Known.Any(z => z.Id == Form.TimeZone)) throw new RuleBroken("Выберите часовой пояс.", nameof(Form.TimeZone));

        var region = await db.Regions.SingleOrDefaultAsync();
        if (region is null) db.Add(new Region { Name = Form.Name.Trim(), Code = code, TimeZone = Form.TimeZone! });
        else (region.Name, region.Code, region.TimeZone) = (Form.Name.Trim(), code, Form.TimeZone!);
        await db.SaveChangesAsync();
        Clock.LiveIn(Form.TimeZone!);
        Flash.Say(HttpContext, Texts.Say("Сведения об области сохранены."));
        return Redirect("/region");
    }
}

public sealed class RegionForm
{
    public string? Name { get; init; }
    public string? Code { get; init; }
    public string? TimeZone { get; init; } = "Asia/Yekaterinburg";
}
