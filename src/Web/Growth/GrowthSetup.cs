using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Stupeni.Accounts;
using Stupeni.Growth.Files;
using Stupeni.Imports;

namespace Stupeni.Growth;

public static class GrowthSetup
{
    public static void AddGrowth(this IServiceCollection services) => services.AddScoped<IFileKind, GrowthKind>();

    public static void AddGrowth(this PageConventionCollection pages)
    {
        pages.Needs("/Growth/Studies", Permission.SeeResults);
        pages.Needs("/Growth/Files", Permission.ImportFiles);
    }
}
