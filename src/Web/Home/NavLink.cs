using Stupeni.Accounts;

namespace Stupeni.Home;

/// <summary>A place one may go to: the left navigation shows these, the search finds them.</summary>
public sealed record NavLink(string Group, string Href, string Icon, string Name, bool Show)
{
    public static IEnumerable<NavLink> For(Viewer viewer) => All(viewer).Where(l => l.Show);

    private static NavLink[] All(Viewer viewer) =>
    [
        new("", "/", "home", "Главная", true),
        new("", "/organisations", "school", "Организации", viewer.May(Permission.SeeOrganisations)),
        new("", "/results", "chart-line", "Результаты", viewer.May(Permission.SeeResults)),
        new("", "/context", "users", "Контекст", viewer.May(Permission.SeeResults)),
        new("", "/growth", "chart-dots", "Прирост", viewer.May(Permission.SeeResults)),
        new("", "/identification", "zoom-question", "Выявление", viewer.May(Permission.SeeLists)),
        new("Данные", "/imports", "database-import", "Импорт", viewer.May(Permission.ImportFiles)),
        new("Данные", "/jobs", "list-check", "Задания", viewer.May(Permission.ImportFiles)),
        new("Настройка", "/reference", "books", "Правила и справочники", viewer.May(Permission.SeeResults)),
        new("Настройка", "/region", "map-pin", "Область", viewer.MayEverywhere(Permission.ManagePeople)),
        new("Настройка", "/people", "users", "Люди и роли", viewer.May(Permission.ManagePeople)),
        new("Настройка", "/history", "history", "История изменений", viewer.MayEverywhere(Permission.SeeHistory)),
    ];
}
