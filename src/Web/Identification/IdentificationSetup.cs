using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Stupeni.Accounts;

namespace Stupeni.Identification;

public static class IdentificationSetup
{
    public static void AddIdentification(this IServiceCollection services) => _ = services;

    public static void AddIdentification(this PageConventionCollection pages) => pages.Needs("/Identification/Runs", Permission.SeeLists);
}
