using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Stupeni.Accounts;

namespace Stupeni.Imports;

public static class ImportsSetup
{
    public static void AddImports(this IServiceCollection services) => _ = services;

    public static void AddImports(this PageConventionCollection pages) => pages.Needs("/Imports/Files", Permission.ImportFiles);
}
