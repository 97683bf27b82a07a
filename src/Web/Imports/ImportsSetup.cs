using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Stupeni.Accounts;
using Stupeni.Imports.Register;

namespace Stupeni.Imports;

public static class ImportsSetup
{
    public static void AddImports(this IServiceCollection services)
    {
        services.AddScoped<FileKinds>();
        services.AddScoped<Mappings>();
        services.AddScoped<ReceiveFiles>();
        services.AddScoped<CheckFiles>();
        services.AddScoped<CheckImport>();
        services.AddScoped<ApplyImport>();
        services.AddScoped<UndoImport>();
        services.AddScoped<OrganisationEffects>();
        services.AddScoped<IFileKind, MunicipalitiesKind>();
        services.AddScoped<IFileKind, OrganisationsKind>();
    }

    public static void AddImports(this PageConventionCollection pages) => pages.Needs("/Imports/Files", Permission.ImportFiles);
}
