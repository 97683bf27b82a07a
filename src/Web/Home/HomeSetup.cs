using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Stupeni.Accounts;

namespace Stupeni.Home;

public static class HomeSetup
{
    public static void AddHome(this IServiceCollection services) => services.AddScoped<Place>();

    public static void AddHome(this PageConventionCollection pages)
    {
        pages.SignedIn("/Home");
        pages.Needs("/Home/Stories", Permission.SeeOrganisations);
        pages.Needs("/Home/Regions", Permission.ManagePeople);
    }
}
