using Stupeni.Demo.Sample;
using Stupeni.Documents;
using Stupeni.Organisations;

namespace Stupeni.Demo.Files;

/// <summary>The list of organisations of all types.</summary>
internal static class OrganisationsFile
{
    private static readonly Column[] Columns =
    [
        new("Код ОО"), new("Название", Width: 44), new("Тип", Width: 28), new("Код муниципалитета"), new("Муниципалитет", Width: 34), new("Населённый пункт", Width: 26), new("Местность"),
        new("Количество обучающихся", ColumnKind.Whole), new("Логин ФИС ОКО"), new("ИНН"), new("КПП"), new("ОГРН", Width: 18), new("ОКПО"), new("ОКТМО"),
    ];

    public static void Write(Stream to, InventedRegion region)
    {
        var schools = region.Schools.Select(s => Row(s.Number, s.Code, s.Name, "Школа", s.Municipality, s.Settlement, s.Pupils, s.Login));
        var others = region.Others.Select((o, n) => Row(region.Schools.Count + n, o.Code, o.Name, Type(o.Type), o.Municipality, o.Settlement, o.Pupils, null));
        new Workbook([new("Организации", Columns, schools.Concat(others))]).WriteTo(to);
    }

    private static IReadOnlyList<Cell> Row(int number, string code, string name, string type, InventedMunicipality municipality, Settlement settlement, int? pupils, string? login) =>
    [
        code, name, type, municipality.Code, municipality.Name, settlement.Name, settlement.IsTown ? "город" : "село", (long?)pupils, login,
        CheckDigits.Inn(number), CheckDigits.Kpp(municipality.Number), CheckDigits.Ogrn(number), CheckDigits.Okpo(number), CheckDigits.Oktmo(municipality.Number),
    ];

    private static string Type(OrganisationType type) => type switch
    {
        OrganisationType.Preschool => "Детский сад",
        OrganisationType.AdditionalEducation => "Дополнительное образование",
        _ => "Служба сопровождения",
    };
}
