using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Stupeni.Accounts;

namespace Stupeni.Schools;

public static class SchoolsSetup
{
    public static void AddSchools(this IServiceCollection services)
    {
        services.AddScoped<CompareResults>();
        services.AddScoped<ReadFacts>();
    }

    public static void AddSchools(this PageConventionCollection pages)
    {
        pages.Needs("/Schools/Similar", Permission.SeeResults);
        pages.Needs("/Schools/Portraits", Permission.SeeResults);
    }
}
