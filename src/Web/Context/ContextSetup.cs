using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Stupeni.Accounts;
using Stupeni.Context.Passports;
using Stupeni.Imports;
using Stupeni.Platform.Jobs;

namespace Stupeni.Context;

public static class ContextSetup
{
    public static void AddContext(this IServiceCollection services)
    {
        services.AddScoped<WriteContext>();
        services.AddWork<ComputeIndex>();
        services.AddScoped<IFileKind, SocialPassportKind>();
    }

    public static void AddContext(this PageConventionCollection pages)
    {
        pages.Needs("/Context/Figures", Permission.SeeResults);
        pages.PageNeeds("/Context/Figures/Edit", Permission.ImportFiles);
        pages.Needs("/Context/Index", Permission.SeeResults);
        pages.PageNeeds("/Context/Index/NewEdition", Permission.EditReference);
        pages.Needs("/Context/Passports", Permission.ImportFiles);
    }
}
