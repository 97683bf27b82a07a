using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Stupeni.Accounts;
using Stupeni.Context.Passports;
using Stupeni.Imports;

namespace Stupeni.Context;

public static class ContextSetup
{
    public static void AddContext(this IServiceCollection services)
    {
        services.AddScoped<WriteContext>();
        services.AddScoped<IFileKind, SocialPassportKind>();
    }

    public static void AddContext(this PageConventionCollection pages)
    {
        pages.Needs("/Context/Figures", Permission.SeeResults);
        pages.PageNeeds("/Context/Figures/Edit", Permission.ImportFiles);
        pages.Needs("/Context/Passports", Permission.ImportFiles);
    }
}
