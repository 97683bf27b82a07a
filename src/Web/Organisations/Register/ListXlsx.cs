using Stupeni.Accounts;
using Stupeni.Documents;
using Stupeni.Platform;

namespace Stupeni.Organisations.Register;

/// <summary>The list as a workbook: what the page shows under the same filters, all of it.</summary>
public static class ListXlsx
{
    public static void MapOrganisations(this IEndpointRouteBuilder routes) => routes.MapGet("/organisations/list.xlsx", Write).WithMetadata(new NeedsAttribute(Permission.SeeOrganisations));

    private static async Task<IResult> Write(Db db, Viewer viewer, string? q, Id<Municipality>? municipality, OrganisationType? type, Locality? locality, OrganisationState? state, bool down = false, bool watched = false)
    {
        var rows = new List<IReadOnlyList<Cell>>();
        await foreach (var row in db.ListAll(viewer, new(q, municipality, type, locality, state, null, down, watched)))
            rows.Add([row.Code, row.Name, row.Type.Word(), row.Municipality, row.Settlement, row.Locality.Word(), row.Pupils, row.State.Word()]);

        Column[] columns =
        [
            new(Texts.Say("Код ОО")), new(Texts.Say("Название"), Width: 44), new(Texts.Say("Вид"), Width: 24), new(Texts.Say("Муниципалитет"), Width: 30), new(Texts.Say("Населённый пункт"), Width: 24),
            new(Texts.Say("Местность")), new(Texts.Say("Обучающихся"), ColumnKind.Whole), new(Texts.Say("Состояние"), Width: 16),
        ];
        var workbook = new Workbook([new(Texts.Say("Организации"), columns, rows)]);
        return TypedResults.File(workbook.ToBytes(), Xlsx.MimeType, "organizations.xlsx");
    }
}
