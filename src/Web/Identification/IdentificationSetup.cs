using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Stupeni.Accounts;
using Stupeni.Identification.Official;
using Stupeni.Imports;

namespace Stupeni.Identification;

public static class IdentificationSetup
{
    public static void AddIdentification(this IServiceCollection services)
    {
        services.AddScoped<RunIdentification>();
        services.AddScoped<ApplyOfficial>();
        services.AddScoped<IFileKind, OfficialListKind>();
        services.AddSingleton(new KeptList(Runs.LatestList.Address, "Выявление"));
    }

    public static void AddIdentification(this PageConventionCollection pages)
    {
        pages.Needs("/Identification/Runs", Permission.SeeLists);
        pages.PageNeeds("/Identification/Runs/New", Permission.RunIdentification);
        pages.Needs("/Identification/Editions", Permission.SeeResults);
        pages.PageNeeds("/Identification/Editions/New", Permission.EditReference);
    }
}
