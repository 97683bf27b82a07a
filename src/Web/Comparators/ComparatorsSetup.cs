using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Stupeni.Accounts;

namespace Stupeni.Comparators;

public static class ComparatorsSetup
{
    public static void AddComparators(this IServiceCollection services)
    {
        services.AddMemoryCache();
        services.AddScoped<ReadCircumstances>();
        services.AddScoped<FindSimilar>();
        services.AddScoped<KeepSet>();
    }

    public static void AddComparators(this PageConventionCollection pages)
    {
        pages.Needs("/Comparators/Similar", Permission.SeeResults);
        pages.Needs("/Comparators/Sets", Permission.SeeResults);
        pages.PageNeeds("/Comparators/Sets/New", Permission.ImportFiles);
        pages.PageNeeds("/Comparators/Sets/Edit", Permission.ImportFiles);
        pages.Needs("/Comparators/Editions", Permission.SeeResults);
        pages.PageNeeds("/Comparators/Editions/New", Permission.EditReference);
    }
}
