using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Stupeni.Accounts;
using Stupeni.Imports.Register;
using Stupeni.Platform.Jobs;

namespace Stupeni.Imports;

public static class ImportsSetup
{
    public static void AddImports(this IServiceCollection services)
    {
        services.AddScoped<FileKinds>();
        services.AddScoped<Mappings>();
        services.AddScoped<WholeFiles>();
        services.AddSingleton<ParticipantKey>();
        services.AddScoped<ReadFiles>();
        services.AddScoped<ReceiveFiles>();
        services.AddScoped<MendFiles>();
        services.AddScoped<DecideNames>();
        services.AddScoped<KeepCheck>();
        services.AddScoped<CheckFiles>();
        services.AddWork<CheckImport>();
        services.AddWork<ApplyImport>();
        services.AddWork<UndoImport>();
        services.AddScoped<ImportRuns>();
        services.AddScoped<DescribeFile>();
        services.AddScoped<ImportPaths>();
        services.AddScoped<OrganisationEffects>();
        services.AddScoped<IFileKind, MunicipalitiesKind>();
        services.AddScoped<IFileKind, OrganisationsKind>();
    }

    public static void AddImports(this PageConventionCollection pages)
    {
        pages.Needs("/Imports/Files", Permission.ImportFiles);
        pages.Needs("/Imports/Kept", Permission.ImportFiles);
    }
}
