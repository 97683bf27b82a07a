using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Imports.Reading;

namespace Stupeni.Imports;

public sealed class TemplateTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Every_kind_that_people_fill_has_a_blank_that_is_taken_for_it_once_filled()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var page = (await coordinator.Open("/imports/new")).Text("section[aria-labelledby=templates]");
        using var scope = app.Services.CreateScope();
        var kinds = scope.ServiceProvider.GetRequiredService<FileKinds>();
        foreach (var kind in kinds.All.Where(k => k.Template is not null))
        {
            var template = kind.Template!;
            Assert.Equal(HttpStatusCode.OK, (await coordinator.Get($"/imports/templates/{kind.Code}.xlsx")).StatusCode);
            Assert.Equal(template.Headers.Count, template.Example.Count);
            var filled = new Grid("blank.xlsx", Container.Xlsx, [GridSheet.Of("Лист1", [.. template.Headers], [.. template.Example])], []);
            Assert.Equal(kind.Code, kinds.Recognise(filled)?.Code);
        }

        // What other systems export needs none, and the page says so.
        Assert.Equal(["exam-protocol", "vpr-f1"], kinds.All.Where(k => k.Template is null).Select(k => k.Code).Order());
        Assert.Contains("Выгружается из другой системы: шаблон не нужен.", page);
    }
}
