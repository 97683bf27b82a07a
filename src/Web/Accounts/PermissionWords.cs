using Stupeni.Platform;

namespace Stupeni.Accounts;

public static class PermissionWords
{
    public static string Word(this Permission permission) => Texts.Say(permission switch
    {
        Permission.SeeOrganisations => "видит организации",
        Permission.EditOrganisations => "меняет организации",
        Permission.SeeHistory => "видит историю",
        Permission.ImportFiles => "загружает файлы",
        Permission.SeeResults => "видит результаты",
        Permission.SeeParticipants => "видит результаты отдельных участников",
        Permission.EditReference => "меняет справочники",
        Permission.SeeLists => "видит списки школ",
        Permission.RunIdentification => "запускает правило",
        Permission.DecideLists => "решает по списку",
        Permission.ManagePeople => "заводит людей",
        Permission.ObjectToLists => "возражает по списку",
    });

    public static string Word(this ScopeKind scope) => Texts.Say(scope switch
    {
        ScopeKind.Region => "вся область",
        ScopeKind.Municipality => "муниципалитет",
        ScopeKind.Organisation => "организация",
    });
}
